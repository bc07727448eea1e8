import type { Vendor } from '../codes/entry.ts'
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
import type { Case } from './evidence.ts'
import { pushFinding, type AnyPushFinding, type EvidenceItem, type VendorAnswer } from './push-finding.ts'
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
  evidence: EvidenceItem
  certificateId: string | null
  /** Another device is reached all the same, or the pushes that are asked about came through. */
  elsewhere: boolean
}

/** By callbacks, and where those are silent by the traces of the same pushes. */
export function refusals(each: Case): readonly Refused[] {
  const tracks = vendorTracks(each)
  const devices = tracedDevices(each)
  const ofTrack = (all: readonly VendorTrack[], aside: boolean) => (track: VendorTrack) => {
    const { failure, platform } = track
    if (failure === null) return []
    const vendor = vendorOfPlatform(platform)
    const { cause, code } = readVendorAnswer(vendor, String(failure.code), failure.info)
    const certificateId = devices.find((trace) => trace.platform === platform)?.certificateId ?? null
    const elsewhere = aside || reachedElsewhere(all, track)
    return [{ answer: answerOf(failure, code), cause, evidence: stepItem(failure), certificateId, elsewhere }]
  }
  const told = tracks.flatMap(ofTrack(tracks, false))
  const all = otherTracks(each)
  // Of other messages: of weight for the next push, but not for the one that is asked about.
  const aside = all.filter(({ failure, platform }) => {
    const asked = tracks.find((track) => track.platform === platform)
    return failure !== null && asked?.failure == null
  })
  return [...told, ...aside.flatMap(ofTrack(all, true)), ...tracedRefusals(each, tracks, devices)]
}

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
        evidence: traceItem(trace),
        certificateId: trace.certificateId,
        elsewhere:
          acceptedSince(each, trace.pushedAt === null ? null : trace.pushedAt - 1) ||
          devices.some(
            (other) => other !== trace && other.stages.vendor.ok === true && other.stages.device.ok !== false,
          ),
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
      return wanted === 'notification-off'
        ? pushFinding(wanted, weight, { device: { vendor: answer.vendor, model: null, certificateId } }, [evidence])
        : pushFinding(wanted, weight, answer, [evidence])
    })

/** A login after the refusal has reported a token anew, so the refusal tells less. */
export function weightOf(each: Case, { answer, cause, elsewhere }: Refused, effect: 'blocks' | 'unlikely') {
  if (elsewhere) return { effect: 'none', confidence: 'very-likely', severity: 'warning' } as const
  const renewed = cause === 'token-invalid' && stateEvents(each).some((event) => isLaterLogin(event, answer))
  return renewed
    ? ({ effect: 'unlikely', confidence: 'possible' } as const)
    : ({ effect, confidence: 'very-likely' } as const)
}

/** On a phone of the vendor's kind, where the login says on which. */
function isLaterLogin(event: StateEvent, { at, vendor }: { at: number | null; vendor: Vendor | null }): boolean {
  if (event.action !== 'login' || at === null || event.at <= at) return false
  const { platform } = event
  if (platform === null) return true
  return ['iPhone', 'iPad'].some((name) => samePlatform(platform, name)) === (vendor === 'apns')
}
