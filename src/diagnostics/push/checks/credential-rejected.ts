import type { Case } from '../evidence.ts'
import type { Judge } from '../judge.ts'
import { pushFinding } from '../push-finding.ts'
import { refusals, weightOf } from '../vendor-findings.ts'

/** The certificate or key in Tencent's console is expired, revoked or wrong. */
export const credentialRejected: Judge = (each) =>
  refusals(each)
    .filter(({ cause }) => cause === 'credential-rejected')
    .map((refused) => {
      const { answer, certificateId, evidence } = refused
      const expiredAt = expiryOf(each, certificateId)
      return pushFinding(
        'credential-rejected',
        weightOf(each, refused, 'blocks'),
        { ...answer, certificateId, expiredAt },
        [evidence],
      )
    })

/** By what the team says of the certificate: when it ended, if it has. */
function expiryOf({ question, now }: Case, certificateId: string | null): number | null {
  const { certificates } = question.app
  const known = certificates.find(({ id }) => id === certificateId)
  const expiresAt = known?.expiresAt ?? null
  return expiresAt !== null && expiresAt <= now ? expiresAt : null
}
