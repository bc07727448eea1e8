import type { Vendor } from '../../diagnostics/codes/entry.ts'
import type { VendorReply } from '../../diagnostics/vendors/vendor-reply.ts'
import { refused } from './read-reply.ts'
import type { HttpAnswer } from './vendor-http.ts'

export type Answered = Extract<HttpAnswer, { kind: 'answer' }>

/**
 * What a code other than success comes to: a refusal, or no answer where the vendor says that it is too busy, or that the fault
 * is its own.
 * @param info the vendor's words, already scrubbed
 */
export function judged(vendor: Vendor, code: string, { status, retryAfterMs }: Answered, info: string): VendorReply {
  const reply = refused(vendor, code, { http: status, info })
  const unanswered = {
    kind: 'unanswered',
    http: status,
    info: info === '' ? `HTTP ${status}` : info,
    retryAfterMs,
  } as const
  // Huawei's flow control comes as a 503.
  if (status === 429 || code === '429' || (status >= 500 && reply.about === 'quota'))
    return { ...unanswered, reason: 'busy' }
  if (status >= 500 || (status >= 300 && status < 400) || reply.about === 'server')
    return { ...unanswered, reason: 'broken' }
  return reply
}

/** An answer without a code of the vendor: a status that the vendor's table lists speaks for itself, unless on a gateway's page. */
export function judgedByStatus(vendor: Vendor, answer: Answered): VendorReply {
  const { status, text, retryAfterMs } = answer
  const info = `HTTP ${status}, and a body that cannot be read`
  const reply = judged(vendor, String(status), answer, info)
  const isUnlisted = reply.kind === 'refused' && reply.about === null
  return isUnlisted || (reply.kind === 'refused' && text.trimStart().startsWith('<'))
    ? { kind: 'unanswered', reason: 'broken', http: status, info, retryAfterMs }
    : reply
}
