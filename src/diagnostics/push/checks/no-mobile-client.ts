import { isWebPush } from '../../im/web-push.ts'
import { historyOf, reachOf, stateItems } from '../case-facts.ts'
import { NEWS_FOR, type Case } from '../evidence.ts'
import type { Judge } from '../judge.ts'
import { pushFinding } from '../push-finding.ts'

/** No phone is logged in. Outside China that leaves web pushes, of which no state tells. */
export const noMobileClient: Judge = (each) => {
  const reach = reachOf(each)?.reach
  if (reach?.reason !== 'no-mobile-client') return []
  const webPush = reach.can === 'unlikely'
  const lastWebPush = lastTaken(each)
  return [
    pushFinding(
      'no-mobile-client',
      webPush
        ? { effect: lastWebPush === null ? 'unlikely' : 'undecided', confidence: 'possible' }
        : { effect: 'blocks', confidence: 'very-likely' },
      { platforms: reach.platforms, webPush, lastWebPush, closedAt: reach.closedAt },
      stateItems(each),
    ),
  ]
}

/** When a push to the user's browser was last taken. */
function lastTaken(each: Case): number | null {
  const taken = (historyOf(each)?.events ?? []).find(
    (event) => event.kind === 'push' && isWebPush(event) && event.code === 0 && event.at > each.now - NEWS_FOR,
  )
  return taken?.at ?? null
}
