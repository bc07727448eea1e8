import { VENDORS } from '../../diagnostics/codes/entry.ts'
import { vendorByName } from '../../diagnostics/codes/vendor-names.ts'
import { endingWithin } from '../../diagnostics/ending-within.ts'
import { gatherVendor } from '../../diagnostics/figures/gather-report.ts'
import { requiredText } from '../argument.ts'
import { runButton } from '../cards/push/push-buttons.ts'
import { vendorCard, vendorResult } from '../cards/report/vendor-card.ts'
import { defineCommand } from '../command.ts'
import { shown } from '../words/shown.ts'
import { chooseApp } from './choose-app.ts'
import { noWorld } from './no-world.ts'
import { sinceArgument, sinceOf } from './push-arguments.ts'
import { appArgument } from './usersig-arguments.ts'

/** In time for an answer within 20 seconds. */
const PATIENCE_MS = 16_000

/** Figures are kept by the quarter of an hour; of more than a month no source tells. Milliseconds. */
const SHORTEST_MS = 900_000
const LONGEST_MS = 31 * 86_400_000

export const pushVendor = defineCommand({
  family: 'push',
  name: 'vendor',
  args: {
    vendor: requiredText({ place: 'word' }, { maxLength: 40, suggestions: 'vendors' }),
    since: sinceArgument(),
    app: appArgument(),
  },
  role: 'viewer',
  visibility: 'public',
  form: true,
  examples: ['vendor xiaomi', 'vendor apns --since 7d'],
  async run({ vendor: given, since, app }, context) {
    const { texts, locale, now, clock, signal } = context
    const vendor = vendorByName(given)
    if (vendor === undefined) {
      const reason = { kind: 'unknown-vendor', given: shown(given), known: VENDORS } as const
      return { kind: 'usage', problem: { kind: 'invalid-value', command: 'push.vendor', argument: 'vendor', reason } }
    }
    const chosen = chooseApp(app, context)
    if (chosen.kind === 'usage') return chosen
    const opened = await context.services.world()
    if (!opened.ok) return noWorld(opened.problem, context)
    const { im, events, vendors, team } = opened.world
    const from = Math.min(now - SHORTEST_MS, Math.max(now - LONGEST_MS, sinceOf(since, context)))
    const figures = await gatherVendor(
      { app: chosen.app, vendor },
      { from, to: now },
      { im, events, vendors, figures: team.figures },
      { clock, signal: endingWithin(signal, PATIENCE_MS) },
    )
    const args = { vendor, app: chosen.app.name, since: `${Math.round((now - from) / 1000)}s` }
    return {
      kind: 'ok',
      result: vendorResult(figures, locale, now),
      card: {
        ...vendorCard(figures, { texts, locale, simulated: chosen.app.simulated, now }),
        actions: [runButton(texts.asked.vendor.again, 'push.vendor', args)],
      },
      audit: { app: chosen.app.name, vendor, from },
    }
  },
})
