import type { ImApp } from '../../im/im-app.ts'
import { hasKeyForm } from '../../usersig/looks-like-key.ts'
import type { Judge } from '../judge.ts'
import { failuresOf } from '../probe-failures.ts'
import { pushFinding } from '../push-finding.ts'

/**
 * Tencent does not take the administrator's UserSig: nothing can be asked until it does. A clock that is off will make it
 * refuse one, even where it still takes this one.
 */
export const adminSigRejected: Judge = (each) => {
  const administrator = each.question.app.administrators[0] ?? ''
  const [refusal] = failuresOf(each, 'admin-sig-rejected')
  if (refusal !== undefined)
    return [
      pushFinding(
        'admin-sig-rejected',
        { effect: 'undecided', confidence: 'certain', severity: 'error' },
        { ...refusal, administrator, ...oddKeyIn(each.question.app) },
        [{ kind: 'refusal', refusal }],
      ),
    ]
  const { state } = each.evidence
  if (state.kind !== 'seen' || state.skewMs === undefined) return []
  return [
    pushFinding(
      'admin-sig-rejected',
      { effect: 'none', confidence: 'possible', severity: 'warning' },
      { endpoint: '', code: null, info: '', skewMs: state.skewMs, administrator },
      [],
    ),
  ]
}

/** A key that is none makes signatures that nobody takes. */
export const oddKeyIn = ({ secretKey }: Pick<ImApp, 'secretKey'>): { oddKey?: true } =>
  hasKeyForm(secretKey) ? {} : { oddKey: true }
