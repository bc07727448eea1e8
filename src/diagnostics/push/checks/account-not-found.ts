import { reachOf } from '../case-facts.ts'
import type { Judge } from '../judge.ts'
import { pushFinding } from '../push-finding.ts'

export const accountNotFound: Judge = (each) => {
  const known = reachOf(each)
  if (known?.reach.reason !== 'account-not-found') return []
  return [
    pushFinding(
      'account-not-found',
      { effect: 'blocks', confidence: known.certain ? 'certain' : 'very-likely' },
      { userId: each.question.userId },
      [{ kind: 'account', exists: false, at: each.now }],
    ),
  ]
}
