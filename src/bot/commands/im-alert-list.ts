import { incidentResult } from '../alerts/find-incident.ts'
import { alertListCard } from '../cards/alerts/alert-list-card.ts'
import { defineCommand } from '../command.ts'
import { askStored } from './ask-stored.ts'
import { chooseApp } from './choose-app.ts'
import { noWorld } from './no-world.ts'
import { appArgument } from './usersig-arguments.ts'

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
    return {
      kind: 'ok',
      result: { incidents: open.map(incidentResult) },
      card: alertListCard(open, texts, now),
      audit: { alerts: open.length },
    }
  },
})
