import { reachOf, stateItems } from '../case-facts.ts'
import type { Judge } from '../judge.ts'
import { pushFinding } from '../push-finding.ts'

export const loggedOut: Judge = (each) => {
  const known = reachOf(each)
  if (known?.reach.reason !== 'logged-out') return []
  const { at, platform, lastSeen, lastPush } = known.reach
  // Offline too early for a lost connection, with no logout told: by elimination.
  const confidence = at === null ? 'possible' : known.certain ? 'certain' : 'very-likely'
  return [
    pushFinding('logged-out', { effect: 'blocks', confidence }, { at, platform, lastSeen, lastPush }, stateItems(each)),
  ]
}
