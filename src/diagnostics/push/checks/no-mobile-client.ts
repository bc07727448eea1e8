import { reachOf, stateItems } from '../case-facts.ts'
import type { Judge } from '../judge.ts'
import { pushFinding } from '../push-finding.ts'

export const noMobileClient: Judge = (each) => {
  const reach = reachOf(each)?.reach
  if (reach?.reason !== 'no-mobile-client') return []
  return [
    pushFinding(
      'no-mobile-client',
      { effect: 'blocks', confidence: 'very-likely' },
      { platforms: reach.platforms },
      stateItems(each),
    ),
  ]
}
