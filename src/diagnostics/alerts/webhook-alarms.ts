import { QUARTER } from '../ports/event-figures.ts'
import type { Alarm } from './alarm.ts'
import { DAY, RHYTHM_DAYS, type WebhookEvidence } from './alert-evidence.ts'
import type { AlertRules } from './rules.ts'

/**
 * Webhooks have stopped. The app's own rhythm says whether that is much: on the days before, at this time of day and for as long,
 * something came in on more than half of them, on the same day of the week before too, and enough in the middle. So a
 * night or a weekend that is always silent is no alarm, and an app that hears of little has none; nor has one that has not
 * been here for a week.
 */
export function webhookAlarms(evidence: WebhookEvidence, rules: AlertRules, now: number): readonly Alarm[] {
  const { lastReceived, since } = evidence
  if (lastReceived === null || since === null) return []
  const silence = now - lastReceived
  if (silence < rules.silenceMinutes * 60_000) return []
  // More than a day of it says nothing more, and so what was found once is found until something comes.
  const length = Math.min(silence, DAY)
  const week = Array.from({ length: RHYTHM_DAYS }, (_, index) => lastReceived - (index + 1) * DAY)
  const sameWeekday = week.at(-1) ?? 0
  if (since > sameWeekday + QUARTER) return []
  const days = week.map((from) => receivedIn(evidence, from, from + length))
  const active = days.filter((count) => count > 0)
  if (active.length * 2 <= days.length || days.at(-1) === 0) return []
  const expected = Math.round(days.reduce((sum, count) => sum + count, 0) / days.length)
  return expected < rules.silenceEvents ? [] : [{ code: 'webhooks-silent', lastReceived, expected }]
}

/** Of the quarters that lie wholly in the span. */
const receivedIn = ({ quarters }: WebhookEvidence, from: number, to: number): number =>
  quarters
    .filter((quarter) => quarter.from >= from && quarter.from + QUARTER <= to)
    .reduce((sum, { count }) => sum + count, 0)
