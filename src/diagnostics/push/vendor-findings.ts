import type { Vendor } from '../codes/entry.ts'
import type { Owner } from '../finding.ts'
import type { StateEvent } from '../events/event.ts'
import { samePlatform } from '../im/platform-class.ts'
import { vendorOfPlatform } from '../im/push-platform.ts'
import type { InstanceTrace } from '../im/instance-trace.ts'
import {
  acceptedSince,
  answerOf,
  otherTracks,
  reachedElsewhere,
  stateEvents,
  stepItem,
  traceItem,
  tracedDevices,
  vendorTracks,
  type VendorTrack,
} from './case-facts.ts'
import { DAY, type Case } from './evidence.ts'
import { askedPushes } from './message-item.ts'
import { isOfOtherPhone } from './other-phone.ts'
import { pushFinding, type AnyPushFinding, type EvidenceItem, type VendorAnswer, type Weight } from './push-finding.ts'
import { isHint, isTaken, isTakenBeside, probeAnswer, probeItem, tokenProbes } from './token-probes.ts'
import { readVendorAnswer, type VendorCause } from './vendor-cause.ts'

/** Causes whose parameters are the vendor's answer alone. */
type PlainCause = Extract<
  VendorCause,
  'token-invalid' | 'quota' | 'message-category' | 'content-rejected' | 'vendor-outage'
>

const EFFECT: Readonly<Record<PlainCause | 'notification-off', 'blocks' | 'unlikely'>> = {
  'token-invalid': 'blocks',
  quota: 'blocks',
  'message-category': 'blocks',
  'content-rejected': 'blocks',
  'notification-off': 'blocks',
  // Over as suddenly as it came.
  'vendor-outage': 'unlikely',
}

/** A refusal that is the last word of its vendor, with what it means. */
export interface Refused {
  answer: VendorAnswer
  cause: VendorCause
  owner: Owner
  evidence: EvidenceItem
  certificateId: string | null
  /** Another device is reached all the same, or the pushes that are asked about came through. */
  elsewhere: boolean
  /** The vendor's word is a hint only. */
  hint: boolean
  /** A login after this moment may have brought another token; UNIX milliseconds, null: not known. */
  tokenFrom: number | null
}

/** By callbacks, and where those are silent by the traces of the same pushes. */
export function refusals(each: Case): readonly Refused[] {
  const tracks = vendorTracks(each)
  const devices = tracedDevices(each)
  const ofTrack = (all: readonly VendorTrack[], aside: boolean) => (track: VendorTrack) => {
    const { failure, platform } = track
    if (failure === null) return []
    const vendor = vendorOfPlatform(platform)
    const { cause, code, owner } = readVendorAnswer(vendor, String(failure.code), failure.info)
    const certificateId = devices.find((trace) => trace.platform === platform)?.certificateId ?? null
    const elsewhere = aside || reachedElsewhere(all, track)
    const told = {
      answer: answerOf(failure, code),
      cause,
      owner,
      evidence: stepItem(failure),
      certificateId,
      elsewhere,
    }
    return [{ ...told, hint: false, tokenFrom: failure.at }]
  }
  const told = tracks.flatMap(ofTrack(tracks, false))
  const all = otherTracks(each)
  // Of other messages: of weight for the next push, but not for the one that is asked about.
  const aside = all.filter(({ failure, platform }) => {
    const asked = tracks.find((track) => track.platform === platform)
    return failure !== null && asked?.failure == null
  })
  const past = [...told, ...aside.flatMap(ofTrack(all, true)), ...tracedRefusals(each, tracks, devices)]
  const probed = probedRefusals(each)
  // What the vendor says of the token now goes before what it said to an older push.
  return [
    ...probed,
    ...past
      .filter(({ answer, cause }) =>
        probed.every((now) => now.hint || now.answer.vendor !== answer.vendor || now.cause !== cause),
      )
      .map((refused) => (isAnswered(each, refused) ? { ...refused, elsewhere: true } : refused)),
  ]
}

/** Causes that lie in the token or in the credential, which a quiet question shows to be good. */
const OF_REGISTRATION: ReadonlySet<VendorCause> = new Set([
  'token-invalid',
  'certificate-environment',
  'certificate-mismatch',
  'credential-rejected',
])

function isAnswered(each: Case, { answer, cause }: Refused): boolean {
  const own = tokenProbes(each).filter(({ certificate }) => certificate.vendor === answer.vendor)
  // Whoever answers has no outage any more.
  if (cause === 'vendor-outage') return own.some(({ reply }) => reply?.kind === 'accepted')
  return OF_REGISTRATION.has(cause) && own.some(isTaken)
}

/** What vendors refused just now, asked with the team's own credentials. */
const probedRefusals = (each: Case): readonly Refused[] =>
  tokenProbes(each).flatMap((probe) => {
    const { reply, certificate, way, device } = probe
    if (reply?.kind !== 'refused') return []
    const read = readVendorAnswer(certificate.vendor, reply.code, reply.info)
    const { credential } = certificate
    // A test push asks as the certificate says; so does anything that is sent to another host than Apple's.
    const askedBoth = credential?.kind === 'key' && credential.baseUrl === null && way?.onPhone !== 'notification'
    // A key is good in both environments: then the token is good in neither.
    const inNeither = askedBoth && reply.code === 'BadDeviceToken'
    return [
      {
        answer: probeAnswer(probe),
        cause: inNeither ? 'token-invalid' : read.cause,
        owner: inNeither ? 'user' : read.owner,
        evidence: probeItem(probe),
        certificateId: certificate.id,
        // Of the text of a quiet question it says nothing about anybody's pushes.
        elsewhere: isTakenBeside(each, probe) || (read.cause === 'content-rejected' && way?.onPhone !== 'notification'),
        hint: isHint(probe),
        // The app's own records follow the token; a trace knows the one of its push.
        tokenFrom: device.source === 'registry' ? (reply.deadSince ?? probe.at) : device.seenAt,
      },
    ]
  })

/** Where no callback tells of the push, or only of older ones. */
const tracedRefusals = (
  each: Case,
  tracks: readonly VendorTrack[],
  devices: readonly InstanceTrace[],
): readonly Refused[] =>
  devices.flatMap((trace) => {
    const stage = [trace.stages.vendor, trace.stages.device].find(({ ok }) => ok === false)
    const track = tracks.find(({ platform }) => platform === trace.platform)
    const isNewer = track?.failure === null && trace.pushedAt !== null && trace.pushedAt > track.last.at
    if (stage === undefined || (track !== undefined && !isNewer)) return []
    const { code, info } = stage
    const read = readVendorAnswer(trace.vendor, code ?? '', info)
    return [
      {
        answer: { vendor: trace.vendor, code: code === null ? null : read.code, info, at: trace.pushedAt },
        cause: read.cause,
        owner: read.owner,
        evidence: traceItem(trace),
        certificateId: trace.certificateId,
        elsewhere:
          acceptedSince(each, trace.pushedAt === null ? null : trace.pushedAt - 1) ||
          devices.some(
            (other) => other !== trace && other.stages.vendor.ok === true && other.stages.device.ok !== false,
          ),
        hint: false,
        tokenFrom: trace.pushedAt,
      },
    ]
  })

/** Findings of one cause for which the vendor's answer says all. */
export const vendorFindings = (each: Case, wanted: PlainCause | 'notification-off'): readonly AnyPushFinding[] =>
  refusals(each)
    .filter(({ cause }) => cause === wanted)
    .map((refused) => {
      const { answer, certificateId, evidence } = refused
      const weight = weightOf(each, refused, EFFECT[wanted])
      if (wanted === 'notification-off')
        return pushFinding(wanted, weight, { device: { vendor: answer.vendor, model: null, certificateId } }, [
          evidence,
        ])
      return wanted === 'token-invalid'
        ? pushFinding(wanted, weight, { ...answer, flaws: [] }, [evidence])
        : pushFinding(wanted, weight, answer, [evidence])
    })

/** Of a day, of one text, or of an hour: what follows a day later need not meet it. */
const PASSING: ReadonlySet<VendorCause> = new Set(['quota', 'content-rejected', 'vendor-outage'])

/** A login after the refusal has reported a token anew, so the refusal tells less. */
export function weightOf(each: Case, refused: Refused, effect: 'blocks' | 'unlikely'): Weight {
  const { answer, cause, owner, elsewhere, hint, tokenFrom } = refused
  const isAsked = askedPushes(each).some(({ at, code }) => code !== 0 && at === answer.at)
  if (!isAsked && isOfOtherPhone(each, answer.vendor, answer.at))
    return { effect: 'none', confidence: 'possible', severity: 'note', owner }
  if (elsewhere) return { effect: 'none', confidence: 'very-likely', severity: 'warning', owner }
  const isOver = !isAsked && PASSING.has(cause) && answer.at !== null && answer.at < each.now - DAY
  const renewed =
    cause === 'token-invalid' &&
    stateEvents(each).some((event) => isLaterLogin(event, { at: tokenFrom, vendor: answer.vendor }))
  // Whether the credential is good has nothing to do with how well the vendor tells of tokens.
  const doubted = hint && cause !== 'credential-rejected'
  return renewed || doubted || isOver
    ? { effect: 'unlikely', confidence: 'possible', owner }
    : { effect, confidence: 'very-likely', owner }
}

/** On a phone of the vendor's kind, where the login says on which. */
function isLaterLogin(event: StateEvent, { at, vendor }: { at: number | null; vendor: Vendor | null }): boolean {
  if (event.action !== 'login' || at === null || event.at <= at) return false
  const { platform } = event
  if (platform === null) return true
  return ['iPhone', 'iPad'].some((name) => samePlatform(platform, name)) === (vendor === 'apns')
}
