import type { Logger } from 'pino'
import { onceInAWhile } from '../once-in-a-while.ts'

/** Most different troubles that are told apart, so that what is remembered of them stays small. */
const MOST_NAMES = 1_000

/** What went wrong in the work that nobody asked for, once a minute for the same. */
export function logTrouble(
  log: Logger,
  now: () => number,
): (what: string, facts: Readonly<Record<string, string | number>>) => void {
  let isNew = onceInAWhile(now)
  let told = 0
  return (what, facts) => {
    if (!isNew(`${what} ${JSON.stringify(facts)}`)) return
    log.warn({ trouble: what, ...facts }, 'work for the team did not go as it should')
    told++
    if (told < MOST_NAMES) return
    told = 0
    isNew = onceInAWhile(now)
  }
}
