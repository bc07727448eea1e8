/** Codes of the server API by what can be done about them. @see https://trtc.io/document/34348 */

const TOO_MANY = new Set([60007, 60011, 60019, 90024, 90051, 10006, 10023])

/** Faults that pass by themselves. */
const PASSING = new Set([
  60008, 60014, 60018, 70169, 70202, 70500, 40006, 30006, 30007, 50004, 50005, 20004, 20005, 90992, 90994, 90995, 91000,
  10002,
])

/** May pass, but a second time would not help: the caller's account could not be checked. */
const PASSING_ONCE = new Set([60004, 60005])

const SIGNATURE = new Set([70001, 70002, 70003, 70005, 70009])

export const isTooMany = (code: number): boolean => TOO_MANY.has(code)

export const isSignatureRefused = (code: number): boolean => SIGNATURE.has(code)

/** How often to ask again at most. */
export function repeatsAfter(code: number): number {
  // One more turn, which comes only when the endpoint has rested.
  if (PASSING_ONCE.has(code) || TOO_MANY.has(code)) return 1
  return PASSING.has(code) ? 2 : 0
}
