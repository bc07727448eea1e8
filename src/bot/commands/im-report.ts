import { endingWithin } from '../../diagnostics/ending-within.ts'
import { optionalText } from '../argument.ts'
import type { Card } from '../card.ts'
import { runButton } from '../cards/push/push-buttons.ts'
import { defineCommand } from '../command.ts'
import { makeReport } from '../reports/make-report.ts'
import { LOCALES } from '../texts/locale.ts'
import { textsFor, type Texts } from '../texts/texts.ts'
import { readLanguage } from '../words/language.ts'
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

export const imReport = defineCommand({
  id: 'im.report',
  family: 'im',
  group: 'report',
  name: 'now',
  isDefault: true,
  args: { app: appArgument(), since: sinceArgument(), lang: optionalText({ place: 'option' }, { maxLength: 20 }) },
  role: 'operator',
  visibility: 'public',
  form: false,
  examples: ['report now', 'report now --since 7d', 'report now --app prod --lang zh'],
  async run({ app, since, lang }, context) {
    const { now, clock, signal, timeZone } = context
    const chosen = chooseApp(app, context)
    if (chosen.kind === 'usage') return chosen
    const locale = lang === undefined ? context.locale : readLanguage(lang)
    if (locale === null) {
      const reason = { kind: 'not-one-of', given: shown(lang ?? ''), known: LOCALES } as const
      return { kind: 'usage', problem: { kind: 'invalid-value', command: 'im.report', argument: 'lang', reason } }
    }
    const texts = textsFor(locale)
    context.progress(progressCard(chosen.app.name, texts))
    const opened = await context.services.world()
    if (!opened.ok) return noWorld(opened.problem, context)
    const from = Math.min(now - SHORTEST_MS, Math.max(now - LONGEST_MS, sinceOf(since, context)))
    const { card, result } = await makeReport(
      { app: chosen.app, period: { from, to: now }, locale, timeZone, lateMs: null, now, clock },
      opened.world,
      endingWithin(signal, PATIENCE_MS),
    )
    const args = {
      app: chosen.app.name,
      // The same length of time again, up to then.
      since: `${Math.round((now - from) / 1000)}s`,
      ...(lang === undefined ? {} : { lang: locale }),
    }
    return {
      kind: 'ok',
      result,
      card: { ...card, actions: [runButton(texts.report.again, 'im.report', args)] },
      audit: { app: chosen.app.name, from },
    }
  },
})

const progressCard = (app: string, texts: Texts): Card => ({
  tone: 'info',
  title: texts.report.progressTitle(app),
  blocks: [{ kind: 'text', text: texts.report.progress }],
  actions: [],
})
