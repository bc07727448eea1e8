import { Cron } from 'croner'
import type { Schedule } from '../ports/schedules.ts'

type Timed = Pick<Schedule, 'cron' | 'timeZone'>

/** Most schedules that are read already; to read one takes longer than to ask it. */
const MOST = 500

const read = new Map<string, Cron>()

/**
 * When a schedule's report is due. Where clocks are put forward over it, it comes at the first moment after; where they are put
 * back, at the first of the two. What comes every hour comes every hour that passes, whatever clocks show.
 */
function cronOf({ cron, timeZone }: Timed): Cron {
  const key = `${timeZone} ${cron}`
  const known = read.get(key)
  if (known !== undefined) return known
  const made = new Cron(everyHour(cron), { timezone: timeZone, mode: '5-part', fixedTimeRule: 'no-wildcard' })
  if (read.size >= MOST) read.clear()
  read.set(key, made)
  return made
}

/** `0-23` means every hour, and must not count as 24 times of the day: one of them is there twice a year. */
const everyHour = (cron: string): string => cron.replace(/^(\S+\s+)0-23(?=\s)/, '$1*')

/** The newest slot at or before `now`; null: there was none in the years that are looked at. UNIX milliseconds. */
export function lastSlot(schedule: Timed, now: number): number | null {
  // The library looks for what lies before, in whole seconds.
  const before = Math.floor(now / 1000) * 1000 + 1000
  return cronOf(schedule).previousRuns(1, new Date(before))[0]?.getTime() ?? null
}

/** The first slot after `now`; null: there will be none. UNIX milliseconds. */
export const nextSlot = (schedule: Timed, now: number): number | null =>
  cronOf(schedule).nextRun(new Date(now))?.getTime() ?? null

/** What a slot is called: the same for everybody. */
export const slotName = (slot: number): string => new Date(slot).toISOString()
