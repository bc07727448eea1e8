import type { ImFailure } from '../im/im-failure.ts'
import type { Probed } from '../push/evidence.ts'

/** Why a question to Tencent brought nothing, also where it was given up without an answer. */
export function imFailureOf(probed: Exclude<Probed<unknown>, { kind: 'seen' }>, endpoint: string): ImFailure {
  if (probed.kind === 'absent') return probed.refusal
  if (probed.kind === 'failed' && probed.failure.source === 'im') return probed.failure.failure
  return { endpoint, kind: 'timeout', code: null, httpStatus: null, info: 'no answer in time', attempts: 1 }
}
