import { historyOf, reachOf, stateItems } from '../case-facts.ts'
import type { Judge } from '../judge.ts'
import { pushFinding } from '../push-finding.ts'

/** Offline, and no change of state was ever told: never logged in, or signed out before webhooks were taken. */
export const neverLoggedIn: Judge = (each) => {
  if (reachOf(each)?.reach.reason !== 'never-seen') return []
  const history = historyOf(each)
  const webhooks = history === null ? null : history.lastReceived !== null
  return [
    pushFinding(
      'never-logged-in',
      { effect: 'blocks', confidence: webhooks === true ? 'very-likely' : 'possible' },
      { webhooks },
      stateItems(each),
    ),
  ]
}
