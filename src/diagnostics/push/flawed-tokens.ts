import type { Vendor } from '../codes/entry.ts'
import type { InstanceTrace } from '../im/instance-trace.ts'
import { readToken, type TokenFlaw } from '../vendors/read-token.ts'
import { traceItem, tracedDevices, vendorTracks, type VendorTrack } from './case-facts.ts'
import { seen, type Case } from './evidence.ts'
import type { EvidenceItem } from './push-finding.ts'

/** A device whose app registered something else than the bare token. */
export interface FlawedToken {
  vendor: Vendor | null
  flaws: readonly TokenFlaw[]
  /** When it was registered at the latest, UNIX milliseconds; null: not known. */
  at: number | null
  /** Another device of the user has a token that can be right. */
  hasSoundSibling: boolean
  evidence: EvidenceItem
}

const flawsOf = ({ token, vendor }: Pick<InstanceTrace, 'token' | 'vendor'>): readonly TokenFlaw[] =>
  token === null ? [] : readToken(token.reveal(), vendor).flaws

/** Of the devices of the last push; where the app integrates the vendors itself, of those that its backend told of. */
export const flawedTokens = (each: Case): readonly FlawedToken[] =>
  each.question.app.push === 'timpush' ? tracedFlaws(each) : registeredFlaws(each)

/** Where pushes go past Tencent, the registry is the one that knows the tokens. */
function registeredFlaws({ evidence }: Case): readonly FlawedToken[] {
  const devices = (seen(evidence.devices) ?? []).filter(({ source }) => source === 'registry')
  return devices.flatMap((device) => {
    const { vendor, model, certificateId, seenAt: at } = device
    const flaws = flawsOf(device)
    if (flaws.length === 0) return []
    const hasSoundSibling = devices.some((other) => other.token !== null && flawsOf(other).length === 0)
    return [
      {
        vendor,
        flaws,
        at,
        hasSoundSibling,
        evidence: { kind: 'registered', device: { vendor, model, certificateId }, at },
      },
    ]
  })
}

/** What a vendor took is a token, whatever it looks like. */
function tracedFlaws(each: Case): readonly FlawedToken[] {
  const tracks = vendorTracks(each)
  const devices = tracedDevices(each).filter(({ delivery }) => delivery !== 'online')
  return devices.flatMap((trace) => {
    const { vendor, platform, pushedAt, stages } = trace
    const flaws = flawsOf(trace)
    const took = ({ platform: by, failure, last }: VendorTrack) =>
      failure === null && by === platform && pushedAt !== null && last.at > pushedAt
    if (flaws.length === 0 || stages.vendor.ok === true || tracks.some(took)) return []
    const reached = tracks.some((track) => track.platform !== platform && track.failure === null)
    const hasSoundSibling =
      reached ||
      devices.some(
        (other) =>
          other !== trace && other.token !== null && other.certificateId !== null && flawsOf(other).length === 0,
      )
    return [{ vendor, flaws, at: pushedAt, hasSoundSibling, evidence: traceItem(trace) }]
  })
}
