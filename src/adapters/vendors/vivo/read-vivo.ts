import { z } from 'zod'
import type { VendorReply } from '../../../diagnostics/vendors/vendor-reply.ts'
import { accepted } from '../accepted.ts'
import { codeShape, failed, readAnswer } from '../read-answer.ts'
import { scrubbed } from '../read-reply.ts'
import type { HttpAnswer } from '../vendor-http.ts'
import { LOGIN_REFUSED, vivoWords } from './vivo-words.ts'

const Shape = z.object({
  result: codeShape,
  desc: z.string().nullish(),
  invalidUser: z.object({ status: codeShape }).nullish().catch(null),
})

/** Of a push in test mode: vivo knows the phone, and it is none of the team's test devices. */
export const NOT_A_TEST_DEVICE = 'invalidUser.status=4'

export const isLoginRefusal = (reply: VendorReply): boolean => reply.kind === 'refused' && reply.code === LOGIN_REFUSED

/**
 * The answer to a push. The call may be taken and the phone refused.
 * @param now UNIX milliseconds
 */
export function readVivo(answer: HttpAnswer, secrets: readonly string[], now: number): VendorReply {
  const read = readAnswer(answer, Shape, secrets)
  if (!read.ok) return read.reply
  const { answered, value } = read
  const { result, desc, invalidUser } = value
  const status = invalidUser == null ? null : `invalidUser.status=${invalidUser.status}`
  // Which number stands in front when vivo does not know a test device is not documented.
  const code = result === '0' || status === NOT_A_TEST_DEVICE ? status : result
  if (code === null) return accepted(scrubbed(desc ?? '', secrets))
  return failed('vivo', code, answered, scrubbed(vivoWords(code, desc, answered, now), secrets)).reply
}
