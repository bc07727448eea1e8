import { notYetJudged, type NotYetJudged } from '../../diagnostics/alerts/not-yet-judged.ts'
import { DEFAULT_RULES } from '../../diagnostics/alerts/rules.ts'
import { incidentResult } from '../alerts/find-incident.ts'
import { gatherPushEvidence } from '../alerts/gather-alert-evidence.ts'
import { alertListCard, type AppNotYetJudged } from '../cards/alerts/alert-list-card.ts'
import { defineCommand, type Context } from '../command.ts'
import { inTime } from '../in-time.ts'
import type { Team } from '../ports/team.ts'
import type { App } from '../services.ts'
import { askStored } from './ask-stored.ts'
import { chooseApp } from './choose-app.ts'
import { noWorld } from './no-world.ts'
import { appArgument } from './usersig-arguments.ts'

/** Of more than these the list would be about nothing else. */
const MOST_APPS = 5
const STORE_MS = 8_000

export const imAlertList = defineCommand({
  family: 'im',
  group: 'alert',
  name: 'list',
  isDefault: true,
  args: { app: appArgument() },
  role: 'viewer',
  visibility: 'public',
  form: false,
  examples: ['alert list'],
  async run({ app }, context) {
    const { texts, now } = context
    const chosen = chooseApp(app, context)
    if (chosen.kind === 'usage') return chosen
    const opened = await context.services.world()
    if (!opened.ok) return noWorld(opened.problem, context)
    const read = await askStored(context, () => opened.world.team.incidents.list(now + 1))
    if (read.kind !== 'read') return read
    const open = read.value.filter(
      (incident) => incident.closedAt === null && (!chosen.named || incident.app === chosen.app.name),
    )
    const apps = chosen.named ? [chosen.app] : context.services.apps.all
    const notYet = await listNotYetJudged(apps.slice(0, MOST_APPS), opened.world.team, context)
    return {
      kind: 'ok',
      result: {
        incidents: open.map(incidentResult),
        notYetJudged: notYet.flatMap(({ app, found }) => found.map((each) => ({ app, ...resultOf(each) }))),
      },
      card: alertListCard(open, texts, now, notYet),
      audit: { alerts: open.length },
    }
  },
})

/** What cannot be judged yet, by app; what the store does not tell in time is left out. */
async function listNotYetJudged(
  apps: readonly App[],
  { figures, alertRules: rules = DEFAULT_RULES }: Team,
  { now, signal }: Context,
): Promise<readonly AppNotYetJudged[]> {
  const all = await Promise.all(
    apps.map(async (app) => {
      const found = await inTime(signal, STORE_MS, async () => {
        const look = { rules, now, wrongSince: null }
        const [since, { baseline }] = await Promise.all([
          figures.since(app.sdkAppId),
          gatherPushEvidence(app, figures, { baseline: null }, look),
        ])
        return notYetJudged({ since, baseline }, rules, now)
      })
      return { app: app.name, found: found ?? [] }
    }),
  )
  return all.filter(({ found }) => found.length > 0)
}

const resultOf = (each: NotYetJudged) =>
  each.code === 'no-rhythm' ? { code: each.code, from: new Date(each.from).toISOString() } : each
