import { reachOf, stateItems } from '../case-facts.ts'
import type { Judge } from '../judge.ts'
import { pushFinding } from '../push-finding.ts'
import { unreadWhileOnline } from './no-background-report.ts'

/** A phone with a live connection: in the foreground it is not pushed, in the background only if the app says so. */
export const foreground: Judge = (each) => {
  const reach = reachOf(each)?.reach
  if ((reach?.reason !== 'online' && reach?.reason !== 'no-detail') || unreadWhileOnline(each) !== null) return []
  return [
    pushFinding(
      'foreground',
      { effect: 'undecided', confidence: 'possible' },
      // On what, the server may not say: it can be a phone.
      { platforms: reach.reason === 'online' ? reach.platforms : [] },
      stateItems(each),
    ),
  ]
}
