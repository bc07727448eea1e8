import { answerOf, arrivalOf, vendorTracks, type Arrival } from '../push/case-facts.ts'
import type { Cause } from '../push/cause.ts'
import type { Case } from '../push/evidence.ts'
import type { AnyPushFinding, VendorAnswer } from '../push/push-finding.ts'
import { refusals } from '../push/vendor-findings.ts'

/** How the last push to a user ended, as a diagnosis would judge it: so much of the two is one. */
export type LastPush =
  | { kind: 'arrived'; arrival: Arrival }
  /** `doubtful`: the phone used to confirm pushes, and did not confirm this one. */
  | { kind: 'accepted'; answer: VendorAnswer; doubtful: boolean }
  | { kind: 'failed'; cause: Cause; answer: VendorAnswer }
  /** By the device as the last push found it: whatever became of that one. */
  | { kind: 'blocked'; cause: Cause }

/** Null: none is known, or nothing that counts any more. */
export function lastPushOf(each: Case, findings: readonly AnyPushFinding[]): LastPush | null {
  const decisive = findings.filter(({ effect }) => effect === 'blocks' || effect === 'unlikely')
  const bySource = (kind: 'push-event' | 'trace') =>
    decisive.find(({ evidence }) => evidence.some((item) => item.kind === kind))
  const byAnswer = bySource('push-event')
  const refused = refusals(each).find(({ elsewhere }) => !elsewhere)
  if (byAnswer !== undefined && refused !== undefined)
    return { kind: 'failed', cause: byAnswer.code, answer: refused.answer }
  const byDevice = bySource('trace')
  if (byDevice !== undefined) return { kind: 'blocked', cause: byDevice.code }
  const newest = vendorTracks(each).find((track) => track.failure === null)
  if (newest === undefined) return null
  const arrival = arrivalOf(each)
  if (byAnswer === undefined && newest.delivered && arrival !== null) return { kind: 'arrived', arrival }
  return { kind: 'accepted', answer: answerOf(newest.last, null), doubtful: byAnswer !== undefined }
}
