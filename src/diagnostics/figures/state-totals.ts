import type { Count } from '../ports/event-figures.ts'
import type { StateTotals } from './report-figures.ts'

/** Changes of states, over all users; null where none was counted, as without the webhook for states. */
export function stateTotals(counts: readonly Count[]): StateTotals | null {
  const totals: StateTotals = { logins: 0, logouts: 0, disconnects: 0, kicks: 0 }
  let any = false
  for (const { of, count } of counts) {
    if (of.kind !== 'state') continue
    any = true
    if (of.action === 'login') totals.logins += count
    if (of.action === 'logout') totals.logouts += count
    if (of.action === 'disconnect') totals.disconnects += count
    if (of.kicked) totals.kicks += count
  }
  return any ? totals : null
}
