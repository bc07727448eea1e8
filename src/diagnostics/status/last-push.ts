import type { PushEvent, StateEvent } from '../events/event.ts'
import type { ImApp } from '../im/im-app.ts'
import { vendorOfPlatform } from '../im/push-platform.ts'
import type { UserState } from '../im/user-state.ts'
import { answerOf, arrivalOf, vendorTracks, type Arrival } from '../push/case-facts.ts'
import type { Cause } from '../push/cause.ts'
import { conclude } from '../push/conclude.ts'
import type { Case } from '../push/evidence.ts'
import { NO_EVIDENCE } from '../push/no-evidence.ts'
import type { VendorAnswer } from '../push/push-finding.ts'
import { readVendorAnswer } from '../push/vendor-cause.ts'

/** How the last push to a user ended, as a diagnosis would judge it: so much of the two is one. */
export type LastPush =
  | { kind: 'arrived'; arrival: Arrival }
  /** `doubtful`: the phone used to confirm pushes, and did not confirm this one. */
  | { kind: 'accepted'; answer: VendorAnswer; doubtful: boolean }
  | { kind: 'failed'; cause: Cause; answer: VendorAnswer }

/** Null: none is known, or nothing that counts any more. @param pushes newest first */
export function lastPushOf(
  { app, state, last, pushes }: { app: ImApp; state: UserState; last: StateEvent | null; pushes: readonly PushEvent[] },
  now: number,
): LastPush | null {
  const events = [...pushes, ...(last === null ? [] : [last])].toSorted((one, other) => other.at - one.at)
  const each: Case = {
    question: { app, userId: state.userId, message: null, from: null, groupId: null, since: now },
    evidence: {
      ...NO_EVIDENCE,
      state: { kind: 'seen', value: state, ms: 0 },
      history: { kind: 'seen', value: { events, lastState: last, lastReceived: now, receipts: [] }, ms: 0 },
    },
    now,
  }
  const tracks = vendorTracks(each)
  const failure = tracks.find((track) => track.failure !== null)?.failure ?? null
  const lead = conclude(each).findings.find(({ effect }) => effect === 'blocks' || effect === 'unlikely')
  if (lead !== undefined && failure !== null) {
    const { code } = readVendorAnswer(vendorOfPlatform(failure.platform), String(failure.code), failure.info)
    return { kind: 'failed', cause: lead.code, answer: answerOf(failure, code) }
  }
  const newest = tracks.find((track) => track.failure === null)
  if (newest === undefined) return null
  const arrival = arrivalOf(each)
  if (lead === undefined && newest.delivered && arrival !== null) return { kind: 'arrived', arrival }
  return { kind: 'accepted', answer: answerOf(newest.last, null), doubtful: lead !== undefined }
}
