import { reachOf, stateItems } from '../case-facts.ts'
import type { Judge } from '../judge.ts'
import { pushFinding } from '../push-finding.ts'

export const offlineStale: Judge = (each) => {
  const reach = reachOf(each)?.reach
  if (reach?.reason !== 'stale') return []
  // The push service reaches users for 30 days by one page, the state ends after 7 by another.
  const mayStillArrive = reach.can === 'unlikely'
  return [
    pushFinding(
      'offline-stale',
      mayStillArrive ? { effect: 'unlikely', confidence: 'possible' } : { effect: 'blocks', confidence: 'very-likely' },
      { since: reach.at, mayStillArrive },
      stateItems(each),
    ),
  ]
}
