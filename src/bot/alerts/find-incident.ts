import { requiredText } from '../argument.ts'
import { isoTime } from '../cards/usersig-result.ts'
import type { Context, Outcome } from '../command.ts'
import { askStored } from '../commands/ask-stored.ts'
import { noWorld } from '../commands/no-world.ts'
import type { Incident, Incidents } from '../ports/incidents.ts'
import { shown } from '../words/shown.ts'
import { readAlarms } from './read-alarms.ts'

/** The number of an alert, as people write it: `12`, `#12`. */
export const alertArgument = () => requiredText({ place: 'word' }, { maxLength: 20 })

type NotFound = Extract<Outcome, { kind: 'usage' | 'upstream' }>

/** The alert of that number, with the store to change it in. */
export async function findIncident(
  given: string,
  command: string,
  context: Context,
): Promise<{ kind: 'incident'; incident: Incident; incidents: Incidents } | NotFound> {
  const opened = await context.services.world()
  if (!opened.ok) return noWorld(opened.problem, context)
  const { incidents } = opened.world.team
  const id = given.replace(/^#/, '')
  const read = await askStored(context, () => (/^\d{1,15}$/.test(id) ? incidents.find(id) : Promise.resolve(null)))
  if (read.kind !== 'read') return read
  if (read.value !== null) return { kind: 'incident', incident: read.value, incidents }
  const reason = { kind: 'no-such-number', given: shown(given), list: '/im alert list' } as const
  return { kind: 'usage', problem: { kind: 'invalid-value', command, argument: 'id', reason } }
}

/** An alert for scripts: codes and numbers. */
export const incidentResult = (incident: Incident) => ({
  id: incident.id,
  app: incident.app,
  subject: incident.subject,
  state: incident.closedAt === null ? 'open' : 'closed',
  alarms: readAlarms(incident.alarms).map((alarm) =>
    alarm.code === 'webhooks-silent' ? { ...alarm, lastReceived: isoTime(alarm.lastReceived) } : alarm,
  ),
  openedAt: isoTime(incident.openedAt),
  quietSince: isoTime(incident.quietSince),
  closedAt: isoTime(incident.closedAt),
  acknowledgedBy: incident.acknowledgedBy,
  silencedUntil: isoTime(incident.silencedUntil),
})

/** What its audit line holds. */
export const incidentAudit = ({ id, app, subject }: Incident) => ({ app, alert: id, subject })
