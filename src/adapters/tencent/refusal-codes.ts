import { classifyRefusal } from '../../diagnostics/im/classify-refusal.ts'

/** Codes of the server API by what can be done about them. @see https://trtc.io/document/34348 */

/** Faults that pass by themselves. */
const PASSING = new Set([
  60008, 60014, 60018, 70169, 70202, 70500, 40006, 30006, 30007, 50004, 50005, 20004, 20005, 90992, 90994, 90995, 91000,
  10002,
])

/** May pass, but a second time would not help: the caller's account could not be checked. */
const PASSING_ONCE = new Set([60004, 60005])

const SIGNATURE = new Set([70001, 70002, 70003, 70005, 70009])

export const isTooMany = (code: number, info: string): boolean => classifyRefusal(code, info) === 'too-many'

export const isSignatureRefused = (code: number): boolean => SIGNATURE.has(code)

/** How often to ask again at most. */
export function repeatsAfter(code: number, info: string): number {
  // One more turn, which comes only when the endpoint has rested.
  if (PASSING_ONCE.has(code) || isTooMany(code, info)) return 1
  return PASSING.has(code) ? 2 : 0
}
