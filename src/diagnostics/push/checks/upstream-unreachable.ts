import type { Judge } from '../judge.ts'
import { failuresOf, isUndecided, nothingSeen } from '../probe-failures.ts'
import { pushFinding } from '../push-finding.ts'

/** What could not be seen, and so counts for nothing. */
export const upstreamUnreachable: Judge = (each) => {
  const refusals = failuresOf(each, 'upstream-unreachable')
  if (refusals.length === 0) return []
  const blind = nothingSeen(each)
  return [
    pushFinding(
      'upstream-unreachable',
      isUndecided(each)
        ? { effect: 'undecided', confidence: 'possible', severity: blind ? 'error' : 'warning' }
        : { effect: 'none', confidence: 'possible', severity: 'warning' },
      { refusals, nothingSeen: blind },
      refusals.map((refusal) => ({ kind: 'refusal', refusal })),
    ),
  ]
}
