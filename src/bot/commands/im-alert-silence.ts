import { showAtOnce } from '../alerts/show-at-once.ts'
import { alertArgument, findIncident, incidentAudit, incidentResult } from '../alerts/find-incident.ts'
import { LONGEST_SILENCE_MS } from '../alerts/longest-silence.ts'
import { optionalDuration } from '../argument.ts'
import { incidentTitle } from '../cards/alerts/incident-card.ts'
import { defineCommand } from '../command.ts'
import { askStored } from './ask-stored.ts'

const COMMAND = 'im.alert.silence'
const DEFAULT_SECONDS = 4 * 3600
const LEAST_SECONDS = 60
const MOST_SECONDS = LONGEST_SILENCE_MS / 1000

export const imAlertSilence = defineCommand({
  family: 'im',
  group: 'alert',
  name: 'silence',
  args: { id: alertArgument(), for: optionalDuration() },
  role: 'operator',
  visibility: 'public',
  form: true,
  examples: ['alert silence 12', 'alert silence 12 --for 2d'],
  async run({ id, for: seconds = DEFAULT_SECONDS }, context) {
    const { texts, now } = context
    if (seconds < LEAST_SECONDS || seconds > MOST_SECONDS) {
      const reason = {
        kind: 'duration-out-of-range',
        leastSeconds: LEAST_SECONDS,
        mostSeconds: MOST_SECONDS,
      } as const
      return { kind: 'usage', problem: { kind: 'invalid-value', command: COMMAND, argument: 'for', reason } }
    }
    const found = await findIncident(id, COMMAND, context)
    if (found.kind !== 'incident') return found
    const silencedUntil = now + seconds * 1000
    const changed = await askStored(context, () => found.incidents.change(found.incident.id, { silencedUntil }))
    if (changed.kind !== 'read') return changed
    const incident = changed.value ?? found.incident
    await showAtOnce(incident, context)
    const text = texts.alerts.silencedText(incidentTitle(incident, texts), silencedUntil)
    return {
      kind: 'ok',
      result: incidentResult(incident),
      card: {
        tone: 'info',
        title: texts.alerts.silencedTitle(incident.id),
        blocks: [{ kind: 'text', text }],
        actions: [],
      },
      audit: { ...incidentAudit(incident), seconds },
    }
  },
})
