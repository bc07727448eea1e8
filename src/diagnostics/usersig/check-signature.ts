import { checkKeys, type KeyQuestion } from './check-keys.ts'
import type { UsersigFinding, UsersigFindingParams } from './finding.ts'
import type { KeyOutcome } from './key-outcome.ts'
import type { UsersigApp } from './keyring.ts'
import { hasKeyForm } from './looks-like-key.ts'
import { newFinding } from './new-finding.ts'

/** `unchecked`: no key that could tell. */
export type Standing = 'verified' | 'refuted' | 'unchecked'

/** Tries the keys on a version 2.0 signature and says what came of it. */
export function checkSignature(question: KeyQuestion, findings: UsersigFinding[]): Standing {
  const outcome = checkKeys(question)
  switch (outcome.kind) {
    case 'match':
      if (outcome.position > 0)
        findings.push(newFinding('old-key', { position: outcome.position, total: outcome.total }))
      return 'verified'
    case 'fits-other-app':
      // The asked app's own key: nothing is wrong with it but the SDKAppID, which is told as such.
      if (outcome.app !== question.expectedApp) findings.push(newFinding('wrong-key', { fits: outcome.app.name }))
      if (question.owner === undefined && question.expectedApp === undefined) {
        findings.push(notOurs(question.readings[0]?.sdkAppId ?? '', outcome.app))
      }
      return 'refuted'
    case 'mistake':
      if (isSlipOfConfiguration(outcome, question)) return notAKey(findings)
      findings.push(newFinding('wrong-key', mistakeParams(outcome, question)))
      return 'refuted'
    case 'altered':
      // A value that cannot be right was not altered on the way: the generator wrote another than it signed.
      if (!hasWrongValue(findings, outcome.field))
        findings.push(newFinding('tampered', { proof: 'original-found', field: outcome.field }))
      return 'refuted'
    case 'no-match':
      // What is configured is no SecretKey, so that a signature that does not fit it may well be right.
      if (question.owner !== undefined && !hasKeyForm(question.owner.secretKey)) {
        return notAKey(findings)
      }
      findings.push(newFinding('wrong-key', {}))
      return 'refuted'
    case 'no-key':
      return 'unchecked'
  }
}

/** A server that signs with the right key seems to have changed it where the configured one is what is odd. */
const isSlipOfConfiguration = (
  { mistakes, app, position }: Extract<KeyOutcome, { kind: 'mistake' }>,
  { owner }: KeyQuestion,
): boolean =>
  app === owner &&
  position === 0 &&
  !hasKeyForm(app.secretKey) &&
  mistakes.some((mistake) => mistake.startsWith('key-') && mistake !== 'key-and-content-swapped')

function notAKey(findings: UsersigFinding[]): Standing {
  findings.push(
    newFinding('wrong-key', { notAKey: true }, { severity: 'warning', owner: 'administrator', imErrorCodes: [] }),
  )
  return 'unchecked'
}

function mistakeParams(
  { mistakes, app, position }: Extract<KeyOutcome, { kind: 'mistake' }>,
  { owner, expectedApp }: KeyQuestion,
): UsersigFindingParams['wrong-key'] {
  return {
    mistakes,
    ...(app === owner || (owner === undefined && app === expectedApp) ? {} : { fits: app.name }),
    ...(position > 0 ? { previousKey: true } : {}),
  }
}

const hasWrongValue = (findings: readonly UsersigFinding[], field: string): boolean =>
  findings.some(
    (finding) => finding.code === 'missing-field' && finding.params.problems.some((each) => each.field === field),
  )

/** The key is one of ours, so the SDKAppID that is nobody's was mistyped in the signing code. */
function notOurs(actual: string, app: UsersigApp): UsersigFinding {
  return newFinding('wrong-sdkappid', { expected: String(app.sdkAppId), expectedApp: app.name, actual })
}
