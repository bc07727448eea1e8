import type { Certificate } from '../../im/im-app.ts'
import type { InstanceTrace } from '../../im/instance-trace.ts'
import { traceItem, tracedDevices, vendorTracks } from '../case-facts.ts'
import type { Case } from '../evidence.ts'
import type { Judge } from '../judge.ts'
import { isOfOtherPhone } from '../other-phone.ts'
import { pushFinding, type EvidenceItem, type FindingParams, type PushFinding, type Weight } from '../push-finding.ts'
import { vendorOfToken } from '../../vendors/read-token.ts'
import { refusals, weightOf } from '../vendor-findings.ts'

/** The device reports a certificate that the console does not have, or that is not of the vendor of its token. */
export const certificateMismatch: Judge = (each) => {
  const told = refusals(each)
    .filter(({ cause }) => cause === 'certificate-mismatch')
    .map((refused) => {
      const { answer, certificateId, evidence } = refused
      const isUnlisted = certificateId !== null && isMissingIn(each.question.app.certificates, certificateId)
      return mismatch(
        weightOf(each, refused, 'blocks'),
        { answer, certificateId, reason: isUnlisted ? 'unknown-id' : 'refused', vendors: [null, answer.vendor] },
        [evidence],
      )
    })
  const isOther = ({ vendor, pushedAt }: InstanceTrace) => isOfOtherPhone(each, vendor, pushedAt)
  const isTold = ({ certificateId }: InstanceTrace) => told.some(({ params }) => params.certificateId === certificateId)
  return [
    ...told,
    ...tracedDevices(each).flatMap((trace) => (isTold(trace) || isOther(trace) ? [] : byList(each, trace))),
  ]
}

const isMissingIn = (certificates: readonly Certificate[], id: string): boolean =>
  certificates.length > 0 && certificates.every((certificate) => certificate.id !== id)

const mismatch = (
  weight: Weight,
  params: FindingParams['certificate-mismatch'],
  evidence: readonly EvidenceItem[],
): PushFinding<'certificate-mismatch'> => pushFinding('certificate-mismatch', weight, params, evidence)

function byList(each: Case, trace: InstanceTrace): readonly PushFinding<'certificate-mismatch'>[] {
  const { certificateId } = trace
  const { certificates } = each.question.app
  if (certificateId === null) return []
  const listed = certificates.find(({ id }) => id === certificateId)
  const ofDevice = (trace.token === null ? null : vendorOfToken(trace.token.reveal())) ?? trace.vendor
  // Without a list, the vendor that the push went to is the certificate's.
  const ofCertificate = certificates.length === 0 ? trace.vendor : (listed?.vendor ?? null)
  const wrongVendor = ofCertificate !== null && ofDevice !== null && ofCertificate !== ofDevice
  if (!wrongVendor && !isMissingIn(certificates, certificateId)) return []
  return [
    mismatch(
      isNotContradicted(each, trace)
        ? { effect: 'blocks', confidence: 'very-likely' }
        : { effect: 'none', confidence: 'possible', severity: 'warning' },
      {
        answer: null,
        certificateId,
        reason: wrongVendor ? 'wrong-vendor' : 'unknown-id',
        vendors: [ofCertificate, ofDevice],
      },
      [
        traceItem(trace),
        ...(listed === undefined
          ? []
          : [{ kind: 'certificate' as const, id: listed.id, vendor: listed.vendor, environment: listed.environment }]),
      ],
    ),
  ]
}

/** The team's list may lack a certificate: pushes the vendor takes, or refuses for a reason of their own, speak against it. */
const isNotContradicted = (each: Case, { platform, vendor, stages }: InstanceTrace): boolean =>
  stages.vendor.ok !== true &&
  !vendorTracks(each).some((track) => track.platform === platform && track.failure === null) &&
  refusals(each).every(({ answer }) => answer.vendor !== vendor)
