import { alarmName, subjectOf, type Alarm } from '../../diagnostics/alerts/alarm.ts'
import { wasSeen, type AlertEvidence } from '../../diagnostics/alerts/alert-evidence.ts'
import { isNews } from '../../diagnostics/alerts/is-news.ts'
import type { AlertRules } from '../../diagnostics/alerts/rules.ts'
import { withoutTokens } from '../cards/push/without-tokens.ts'
import type { Incident, IncidentChange, Incidents } from '../ports/incidents.ts'
import { readAlarms } from './read-alarms.ts'

interface Found {
  app: string
  alarms: readonly Alarm[]
  evidence: AlertEvidence
}

interface Book {
  incidents: Incidents
  rules: AlertRules
  now: number
}

const MINUTE = 60_000

/**
 * Opens, changes and closes the incidents of one app by what was found. What was not seen leaves them as they are. What comes
 * back soon after it was over opens its old incident again, so that flapping makes one card and not many.
 *
 * @param known open and lately closed ones of the app, newest first
 * @returns the same as they are now, newest first
 */
export async function keepIncidents(
  known: readonly Incident[],
  { app, alarms, evidence }: Found,
  book: Book,
): Promise<readonly Incident[]> {
  const bySubject = grouped(alarms.map(withoutSecrets))
  const open = known.filter(({ closedAt }) => closedAt === null)
  const kept = await Promise.all(open.map((incident) => keepOpen(incident, bySubject, evidence, book)))
  const isOpen = new Set(open.map(({ subject }) => subject))
  const begun: Incident[] = []
  // One after the other, so that what weighs most comes first.
  for (const [subject, found] of bySubject)
    if (!isOpen.has(subject)) begun.push(await begin(app, subject, found, known, book))
  const changed = new Map([...kept, ...begun].map((incident) => [incident.id, incident]))
  const others = known.map((incident) => changed.get(incident.id) ?? incident)
  const isKnown = new Set(known.map(({ id }) => id))
  return [...begun.filter(({ id }) => !isKnown.has(id)).toReversed(), ...others]
}

function grouped(alarms: readonly Alarm[]): ReadonlyMap<string, readonly Alarm[]> {
  const groups = new Map<string, Alarm[]>()
  for (const alarm of alarms) {
    const subject = subjectOf(alarm)
    const group = groups.get(subject)
    if (group === undefined) groups.set(subject, [alarm])
    else group.push(alarm)
  }
  return groups
}

/** A vendor's words may hold a token. */
const withoutSecrets = (alarm: Alarm): Alarm => withoutTokens(alarm) as Alarm

async function keepOpen(
  incident: Incident,
  bySubject: ReadonlyMap<string, readonly Alarm[]>,
  evidence: AlertEvidence,
  { incidents, rules, now }: Book,
): Promise<Incident> {
  const before = readAlarms(incident.alarms)
  const found = bySubject.get(incident.subject) ?? []
  const names = new Set(found.map(alarmName))
  const unseen = before.filter((alarm) => !names.has(alarmName(alarm)) && !wasSeen(alarm, evidence))
  const after = [...found, ...unseen]
  const change = (to: IncidentChange) => incidents.change(incident.id, to).then((changed) => changed ?? incident)
  if (after.length > 0) {
    const alarms = isNews(before, after, now - incident.changedAt) ? { alarms: after, changedAt: now } : {}
    const quiet = incident.quietSince === null ? {} : { quietSince: null }
    const to = { ...alarms, ...quiet }
    return Object.keys(to).length === 0 ? incident : change(to)
  }
  if (incident.quietSince === null) return change({ quietSince: now })
  return now - incident.quietSince >= rules.closeAfterMinutes * MINUTE ? change({ closedAt: now }) : incident
}

async function begin(
  app: string,
  subject: string,
  alarms: readonly Alarm[],
  known: readonly Incident[],
  { incidents, rules, now }: Book,
): Promise<Incident> {
  const last = known.find((incident) => incident.subject === subject)
  const closedAt = last?.closedAt ?? null
  if (last !== undefined && closedAt !== null && now - closedAt <= rules.reopenMinutes * MINUTE) {
    const again = await incidents.change(last.id, { alarms, changedAt: now, quietSince: null, closedAt: null })
    if (again !== null) return again
  }
  const opened = await incidents.open(app, subject, alarms, now)
  // Whoever silenced it meant what it is about, not this one time.
  const until = last?.silencedUntil ?? null
  if (until === null || until <= now || opened.silencedUntil !== null) return opened
  return (await incidents.change(opened.id, { silencedUntil: until })) ?? opened
}
