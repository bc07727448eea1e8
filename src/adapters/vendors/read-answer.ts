import { z } from 'zod'
import type { Vendor } from '../../diagnostics/codes/entry.ts'
import type { VendorReply } from '../../diagnostics/vendors/vendor-reply.ts'
import { type Answered, judged } from './judged.ts'
import { readJson, scrubbed, unansweredBy } from './read-reply.ts'
import type { HttpAnswer } from './vendor-http.ts'

export interface NotRead {
  ok: false
  reply: VendorReply
}

/** Vendors write the same code as a number here and as text there. Other text is none, and might repeat a secret. */
export const codeShape = z
  .union([z.number(), z.string()])
  .transform(String)
  .pipe(z.string().regex(/^-?\d{1,10}$/))

/** A login that came in a shape we do not know is still one. */
const TOKENS = /("\w*token"\s*:\s*")(?:[^"\\]|\\.)*/gi

/**
 * The answer as its vendor writes it, or the reply that says why there is nothing to read. A page of a proxy in between, say
 * with 403, is no refusal of the vendor.
 * @param secrets what must not stand in the reply
 */
export function readAnswer<Shape>(
  answer: HttpAnswer,
  shape: z.ZodType<Shape>,
  secrets: readonly string[],
): { ok: true; value: Shape; answered: Answered } | NotRead {
  const silence = unansweredBy(answer)
  if (silence !== null) return { ok: false, reply: { ...silence, info: scrubbed(silence.info, secrets) } }
  if (answer.kind !== 'answer') return unreadable(null, '')
  const read = shape.safeParse(readJson(answer.text))
  if (read.success) return { ok: true, value: read.data, answered: answer }
  return unreadable(
    answer.status,
    scrubbed(`HTTP ${answer.status}: ${answer.text.replaceAll(TOKENS, '$1[secret]')}`, secrets),
  )
}

/** An answer that lacks what was asked for. @param info scrubbed */
export const unreadable = (http: number | null, info: string): NotRead => ({
  ok: false,
  reply: { kind: 'unanswered', reason: 'broken', http, info, retryAfterMs: null },
})

/** What a code other than success comes to. @param info the vendor's words, scrubbed */
export function failed(vendor: Vendor, code: string, answered: Answered, info: string): NotRead {
  const reply = judged(vendor, code, answered, info)
  // A fault of the vendor's own has no other place for its code.
  return {
    ok: false,
    reply: reply.kind === 'unanswered' ? { ...reply, info: scrubbed(`${code}: ${info}`, []) } : reply,
  }
}
