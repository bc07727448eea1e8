import { seen, type Case } from './evidence.ts'
import type { DeviceProbe } from './probes/device-tokens.ts'
import type { EvidenceItem, Refusal, VendorAnswer } from './push-finding.ts'

/** What vendors said of the user's tokens just now. */
export const tokenProbes = ({ evidence }: Case): readonly DeviceProbe[] => seen(evidence.tokens) ?? []

export const probeAnswer = ({ certificate, reply, at }: DeviceProbe): VendorAnswer => ({
  vendor: certificate.vendor,
  code: reply?.kind === 'refused' ? reply.code : null,
  info: reply?.info ?? '',
  at,
})

export const probeItem = (probe: DeviceProbe): EvidenceItem => ({
  kind: 'token-probe',
  device: { vendor: probe.certificate.vendor, model: probe.device.model, certificateId: probe.certificate.id },
  outcome: probe.reply?.kind ?? 'unanswered',
  answer: probeAnswer(probe),
  certainty: probe.way?.certainty ?? 'hint',
  deadSince: probe.reply?.kind === 'refused' ? probe.reply.deadSince : null,
})

/** What it says of the token is a hint only. */
export const isHint = ({ way }: DeviceProbe): boolean => way === null || way.certainty === 'hint'

/** The vendor takes the token as its certificate sends to it; a mere hint proves nothing. */
export const isTaken = (probe: DeviceProbe): boolean =>
  probe.reply?.kind === 'accepted' && !probe.reply.otherEnvironment && !isHint(probe)

/** Another device of the user is known to its vendor, so what is wrong with this one holds back no push to that. */
export const isTakenBeside = (each: Case, probe: DeviceProbe): boolean =>
  tokenProbes(each).some((other) => other !== probe && isTaken(other))

/** Its server answers our own question with a failure of its own. */
export const isFailing = ({ reply }: DeviceProbe): boolean =>
  reply?.kind === 'unanswered' && reply.reason !== 'busy' && (reply.http ?? 0) >= 500

/** Vendors that gave no answer, as a person reads what could not be seen. */
export const silentVendors = (each: Case, wanted: 'busy' | 'silent'): readonly Refusal[] =>
  tokenProbes(each).flatMap((probe) => {
    const { certificate, reply } = probe
    // Of a failure of its own the vendor is told to have an outage.
    if (reply?.kind !== 'unanswered' || (reply.reason === 'busy') !== (wanted === 'busy') || isFailing(probe)) return []
    return [{ endpoint: certificate.vendor, code: reply.http, info: reply.info === '' ? reply.reason : reply.info }]
  })
