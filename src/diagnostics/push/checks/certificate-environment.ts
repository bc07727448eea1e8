import { traceItem, tracedDevices, vendorTracks } from '../case-facts.ts'
import type { Certificate } from '../../im/im-app.ts'
import type { Case } from '../evidence.ts'
import { flawedTokens } from '../flawed-tokens.ts'
import type { Judge } from '../judge.ts'
import { pushFinding, type AnyPushFinding } from '../push-finding.ts'
import { isTaken, isTakenBeside, probeItem, tokenProbes } from '../token-probes.ts'
import { refusals, weightOf } from '../vendor-findings.ts'

/** The app's build and the certificate belong to different environments of APNs: told by Apple, or likely by the certificate. */
export const certificateEnvironment: Judge = (each) => {
  // A text that is no token is refused in either environment.
  const flawed = flawedTokens(each)
  const told = refusals(each)
    .filter(
      ({ cause, answer }) =>
        cause === 'certificate-environment' && !flawed.some(({ vendor }) => vendor === answer.vendor),
    )
    .map((refused) => {
      const { answer, certificateId, evidence } = refused
      const certificate = certificateOf(each, certificateId)
      return pushFinding(
        'certificate-environment',
        weightOf(each, refused, 'blocks'),
        { answer, certificateId, environment: certificate?.environment ?? null, proved: false },
        [evidence, ...(certificate === undefined ? [] : [certificateItem(certificate)])],
      )
    })
  const proved = takenElsewhere(each)
  if (proved.length > 0) return proved
  if (told.length > 0) return told
  // What APNs takes now is right, whatever an older push shows.
  const isRight = tokenProbes(each).some((probe) => probe.certificate.vendor === 'apns' && isTaken(probe))
  return isRight || flawed.length > 0 ? [] : development(each)
}

/** APNs itself took the token, but in the environment that the certificate is not for. */
const takenElsewhere = (each: Case): readonly AnyPushFinding[] =>
  tokenProbes(each).flatMap((probe) => {
    if (probe.reply?.kind !== 'accepted' || !probe.reply.otherEnvironment) return []
    const { id, environment } = probe.certificate
    return [
      pushFinding(
        'certificate-environment',
        isTakenBeside(each, probe)
          ? { effect: 'none', confidence: 'very-likely', severity: 'warning' }
          : { effect: 'blocks', confidence: 'very-likely' },
        { answer: null, certificateId: id, environment, proved: true },
        [probeItem(probe), certificateItem(probe.certificate)],
      ),
    ]
  })

/** A device that pushes with a development certificate: right for a debug build alone. Silent where APNs takes them. */
function development(each: Case): readonly AnyPushFinding[] {
  // APNs itself refuses the token of another environment, so what it accepts is right.
  if (vendorTracks(each).some(({ platform, failure }) => platform === 1 && failure === null)) return []
  return tracedDevices(each).flatMap((trace) => {
    if (trace.stages.vendor.ok === true) return []
    const certificate = certificateOf(each, trace.certificateId)
    if (certificate?.vendor !== 'apns' || certificate.environment !== 'development') return []
    return [
      pushFinding(
        'certificate-environment',
        { effect: 'undecided', confidence: 'possible' },
        { answer: null, certificateId: certificate.id, environment: 'development', proved: false },
        [traceItem(trace), certificateItem(certificate)],
      ),
    ]
  })
}

const certificateOf = ({ question }: Case, id: string | null): Certificate | undefined =>
  question.app.certificates.find((certificate) => certificate.id === id)

const certificateItem = ({ id, vendor, environment }: Certificate) =>
  ({ kind: 'certificate', id, vendor, environment }) as const
