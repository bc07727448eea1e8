import type { InstanceTrace } from '../im/instance-trace.ts'
import {
  acceptedSince,
  answerOf,
  deviceName,
  reachOf,
  reachedElsewhere,
  stepItem,
  traceItem,
  tracedDevices,
  vendorTracks,
} from './case-facts.ts'
import { vendorOfPlatform } from '../im/push-platform.ts'
import { seen, type Case } from './evidence.ts'
import { askedMessage, askedPushes } from './message-item.ts'
import { isOfOtherPhone } from './other-phone.ts'
import { pushFinding, type AnyPushFinding } from './push-finding.ts'

interface Missing {
  cause: 'certificate-missing' | 'token-missing'
  /** The code of the loss statistics and of callbacks. */
  code: -1 | -2
  lacks: (trace: InstanceTrace) => boolean
}

/** A device that did not report one of the two things a push needs: by its trace, a callback, or the app's losses. */
export function missingRegistration(each: Case, { cause, code, lacks }: Missing): readonly AnyPushFinding[] {
  const devices = tracedDevices(each)
  // What came over the app's own connection needs neither; and where pushes went through since, neither lacks.
  const lacking = devices.find(
    (trace) =>
      trace.delivery !== 'online' &&
      lacks(trace) &&
      !isOfOtherPhone(each, trace.vendor, trace.pushedAt) &&
      !acceptedSince(each, trace.pushedAt) &&
      !wasAccepted(each, trace),
  )
  if (lacking !== undefined) {
    const others = devices.some((device) => device.token !== null && device.certificateId !== null)
    return [
      pushFinding(
        cause,
        { effect: others ? 'none' : 'blocks', confidence: 'very-likely', severity: others ? 'warning' : 'error' },
        { device: deviceName(lacking), losses: null },
        [traceItem(lacking)],
      ),
    ]
  }
  const tracks = vendorTracks(each)
  const track = tracks.find(
    ({ failure, platform }) => failure?.code === code && !isOfOtherPhone(each, vendorOfPlatform(platform), failure.at),
  )
  if (track?.failure != null) {
    const others = reachedElsewhere(tracks, track)
    const { vendor } = answerOf(track.failure, null)
    return [
      pushFinding(
        cause,
        { effect: others ? 'none' : 'blocks', confidence: 'very-likely', severity: others ? 'warning' : 'error' },
        { device: { vendor, model: null, certificateId: null }, losses: null },
        [stepItem(track.failure)],
      ),
    ]
  }
  return byLosses(each, cause, code)
}

/** The vendor took that very push, so it had what it needs. */
const wasAccepted = (each: Case, { stages, platform, pushedAt }: InstanceTrace): boolean =>
  stages.vendor.ok === true ||
  vendorTracks(each).some(
    ({ failure, last, platform: by }) =>
      failure === null && by === platform && (pushedAt === null || last.at >= pushedAt),
  )

/** A message of which no push was tried, although the state allows it, while the app loses pushes for this very reason: possible, no more. */
function byLosses(each: Case, cause: Missing['cause'], code: Missing['code']): readonly AnyPushFinding[] {
  const message = askedMessage(each)
  if (message === null || askedPushes(each).length > 0 || reachOf(each)?.reach.can !== 'yes') return []
  if (message.onlineOnly || message.result !== 0 || vendorTracks(each).length > 0) return []
  const losses = (seen(each.evidence.loss) ?? [])
    .filter((loss) => loss.platform === null && loss.code === String(code))
    .reduce((sum, { count }) => sum + count, 0)
  if (losses === 0) return []
  return [
    pushFinding(cause, { effect: 'undecided', confidence: 'possible' }, { device: null, losses }, [
      { kind: 'losses', code: String(code), count: losses },
    ]),
  ]
}
