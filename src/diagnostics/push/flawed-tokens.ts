import type { Vendor } from '../codes/entry.ts'
import type { InstanceTrace } from '../im/instance-trace.ts'
import { readToken, type TokenFlaw } from '../vendors/read-token.ts'
import { traceItem, tracedDevices, vendorTracks, type VendorTrack } from './case-facts.ts'
import type { Case } from './evidence.ts'
import type { EvidenceItem } from './push-finding.ts'

/** A device whose app registered something else than the bare token. */
export interface FlawedToken {
  vendor: Vendor | null
  /** Raw `PushPlatform`. */
  platform: number
  flaws: readonly TokenFlaw[]
  /** When it was registered at the latest, UNIX milliseconds; null: not known. */
  at: number | null
  /** Another device of the user has a token that can be right. */
  hasSoundSibling: boolean
  evidence: EvidenceItem
}

const flawsOf = ({ token, vendor }: InstanceTrace): readonly TokenFlaw[] =>
  token === null ? [] : readToken(token.reveal(), vendor).flaws

/** Of the devices of the last push. What a vendor took is a token, whatever it looks like. */
export function flawedTokens(each: Case): readonly FlawedToken[] {
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
    return [{ vendor, platform, flaws, at: pushedAt, hasSoundSibling, evidence: traceItem(trace) }]
  })
}
