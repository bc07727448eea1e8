import type { Judge } from '../judge.ts'
import { failuresOf } from '../probe-failures.ts'
import { pushFinding } from '../push-finding.ts'

/** Tencent does not take the administrator's UserSig: nothing can be asked until it does. */
export const adminSigRejected: Judge = (each) => {
  const [refusal] = failuresOf(each, 'admin-sig-rejected')
  if (refusal === undefined) return []
  return [
    pushFinding(
      'admin-sig-rejected',
      { effect: 'undecided', confidence: 'certain', severity: 'error' },
      { ...refusal, administrator: each.question.app.administrators[0] ?? '' },
      [{ kind: 'refusal', refusal }],
    ),
  ]
}
