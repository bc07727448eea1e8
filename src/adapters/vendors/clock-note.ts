import type { VendorReply } from '../../diagnostics/vendors/vendor-reply.ts'
import { clockSkew, SKEW_TOLERANCE_MS } from '../clock-skew.ts'
import { scrubbed } from './scrubbed.ts'

const MINUTE_MS = 60 * 1000

/**
 * That this machine's clock is off, by the `Date` of the answer, which vendors call a wrong signature. Empty: it is not, or
 * the vendor does not tell.
 * @param now UNIX milliseconds
 * @param toleranceMs how far off the vendor grants
 */
export function clockNote({ date }: { date: number | null }, now: number, toleranceMs: number): string {
  const ahead = clockSkew(date, now, toleranceMs)
  if (ahead === null) return ''
  const minutes = Math.round(Math.abs(ahead) / MINUTE_MS)
  return `the clock of this machine is ${minutes} min ${ahead > 0 ? 'ahead' : 'behind'}`
}

/** A refusal of the credential, with the reason that lies in this machine's clock before the vendor's words. */
export function withClockNote(reply: VendorReply, answer: { date: number | null }, now: number): VendorReply {
  if (reply.kind !== 'refused' || reply.about !== 'credential') return reply
  const note = clockNote(answer, now, SKEW_TOLERANCE_MS)
  return note === '' ? reply : { ...reply, info: scrubbed(`${note}; ${reply.info}`, []) }
}
