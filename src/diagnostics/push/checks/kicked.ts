import { reachOf, stateItems } from '../case-facts.ts'
import type { Judge } from '../judge.ts'
import { pushFinding } from '../push-finding.ts'

export const kicked: Judge = (each) => {
  const reach = reachOf(each)?.reach
  if (reach?.reason !== 'kicked') return []
  const { at, kicked, by } = reach
  return [pushFinding('kicked', { effect: 'blocks', confidence: 'certain' }, { at, kicked, by }, stateItems(each))]
}
