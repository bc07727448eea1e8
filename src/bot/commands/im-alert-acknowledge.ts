import { showAtOnce } from '../alerts/show-at-once.ts'
import { alertArgument, findIncident, incidentAudit, incidentResult } from '../alerts/find-incident.ts'
import { incidentTitle } from '../cards/alerts/incident-card.ts'
import type { Card } from '../card.ts'
import { defineCommand } from '../command.ts'
import { personOf } from '../policy/kept-actions.ts'
import { askStored } from './ask-stored.ts'

export const imAlertAcknowledge = defineCommand({
  family: 'im',
  group: 'alert',
  name: 'acknowledge',
  args: { id: alertArgument() },
  role: 'operator',
  visibility: 'public',
  form: true,
  examples: ['alert acknowledge 12'],
  async run({ id }, context) {
    const found = await findIncident(id, 'im.alert.acknowledge', context)
    if (found.kind !== 'incident') return found
    const { alerts } = context.texts
    const acknowledgedBy = personOf(context.actor)
    const isOver = found.incident.closedAt !== null
    const changed = await askStored(context, () =>
      isOver || found.incident.acknowledgedBy === acknowledgedBy
        ? Promise.resolve(found.incident)
        : found.incidents.change(found.incident.id, { acknowledgedBy }),
    )
    if (changed.kind !== 'read') return changed
    const incident = changed.value ?? found.incident
    await showAtOnce(incident, context)
    const text = isOver
      ? alerts.alreadyOver(incident.id)
      : alerts.acknowledged(incident.id, incidentTitle(incident, context.texts))
    const card: Card = {
      tone: isOver ? 'good' : 'info',
      title: isOver ? alerts.list.title : alerts.acknowledgedTitle(incident.id),
      blocks: [{ kind: 'text', text }],
      actions: [],
    }
    return { kind: 'ok', result: incidentResult(incident), card, audit: incidentAudit(incident) }
  },
})
