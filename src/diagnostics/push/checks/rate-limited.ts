import type { Judge } from '../judge.ts'
import { failuresOf, isUndecided, nothingSeen } from '../probe-failures.ts'
import { pushFinding } from '../push-finding.ts'

/** Tencent answers no more questions for the moment. */
export const rateLimited: Judge = (each) => {
  const refusals = failuresOf(each, 'rate-limited')
  if (refusals.length === 0) return []
  const blind = nothingSeen(each)
  return [
    pushFinding(
      'rate-limited',
      isUndecided(each)
        ? { effect: 'undecided', confidence: 'possible', severity: blind ? 'error' : 'warning' }
        : { effect: 'none', confidence: 'possible', severity: 'warning' },
      { refusals, nothingSeen: blind },
      refusals.map((refusal) => ({ kind: 'refusal', refusal })),
    ),
  ]
}
