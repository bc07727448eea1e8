import { z } from 'zod'
import type { VendorReply } from '../../../diagnostics/vendors/vendor-reply.ts'
import { accepted } from '../accepted.ts'
import { type Answered, judged, judgedByStatus } from '../judged.ts'
import { readJson, scrubbed } from '../read-reply.ts'
import { HUAWEI_SUCCESS, huaweiAnswerSchema } from './huawei-answer.ts'

/** Some tokens were refused, and all of them were. */
const WITH_REASONS: ReadonlySet<string> = new Set(['80100000', '80300007'])

const reasonsSchema = z.object({ illegalTokens: z.record(z.string().regex(/^[A-Za-z]{1,60}$/), z.unknown()) })

/** The answer of Push Kit v3. Its reason for one token tells more than the code: `80100000/noRight`. */
export function readHarmony(answer: Answered, secrets: readonly string[]): VendorReply {
  const body = huaweiAnswerSchema.safeParse(readJson(answer.text)).data
  if (body === undefined) return judgedByStatus('huawei', answer)
  const { code, msg, requestId } = body
  if (code === HUAWEI_SUCCESS && answer.status === 200) return accepted(scrubbed(requestId, secrets))
  const reply = judged('huawei', code, answer, scrubbed(msg, secrets))
  const [reason] = WITH_REASONS.has(code) ? reasonsOf(msg) : []
  if (reason === undefined || reply.kind !== 'refused') return reply
  const finer = judged('huawei', `80100000/${reason}`, answer, scrubbed(`${code} ${msg}`, secrets))
  return finer.kind === 'refused' && finer.about === null ? reply : finer
}

/** Those that name a token, in the vendor's order. */
function reasonsOf(msg: string): readonly string[] {
  const { illegalTokens = {} } = reasonsSchema.safeParse(readJson(msg)).data ?? {}
  return Object.entries(illegalTokens).flatMap(([reason, tokens]) =>
    Array.isArray(tokens) && tokens.length === 0 ? [] : [reason],
  )
}
