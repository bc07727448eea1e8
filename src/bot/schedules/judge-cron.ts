import { Cron } from 'croner'

/** Reports that come more often are noise, and cost calls that are counted. */
const CLOSEST_MS = 5 * 60_000

/** More than come in an hour, so that the closest two are among them. */
const LOOKED_AT = 62

/** Any moment: that a date never comes does not depend on it. */
const FROM = new Date('2026-01-01T00:00:00Z')

/** Whether a schedule can be had: `never`, such as on 30 February; `too-often`, more than every five minutes. */
export function judgeCron(cron: string): 'good' | 'invalid' | 'never' | 'too-often' {
  let runs: readonly Date[]
  try {
    runs = new Cron(cron, { timezone: 'UTC', mode: '5-part' }).nextRuns(LOOKED_AT, FROM)
  } catch {
    return 'invalid'
  }
  if (runs.length === 0) return 'never'
  const close = runs.some((run, index) => index > 0 && run.getTime() - (runs[index - 1]?.getTime() ?? 0) < CLOSEST_MS)
  return close ? 'too-often' : 'good'
}
