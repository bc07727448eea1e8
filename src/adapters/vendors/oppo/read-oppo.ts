import { z } from 'zod'
import type { Answered } from '../judged.ts'
import { codeShape, failed, type NotRead, readAnswer } from '../read-answer.ts'
import { scrubbed } from '../read-reply.ts'
import { targetFault } from '../target-fault.ts'
import type { HttpAnswer } from '../vendor-http.ts'

const Shape = z.object({ code: codeShape, message: z.string().nullish(), data: z.unknown().optional() })

const Fault = z.object({ errorCode: codeShape, errorMessage: z.string().nullish() })

export interface OppoTaken {
  ok: true
  http: number
  data: unknown
  info: string
}

/**
 * Any answer of OPPO. 0 says that the call was taken; what is wrong with the phone stands in `data`, as an error of its own
 * or under its code.
 * @param note goes before the vendor's words in a refusal
 */
export function readOppo(
  answer: HttpAnswer,
  secrets: readonly string[],
  note: (answered: Answered) => string = () => '',
): OppoTaken | NotRead {
  const read = readAnswer(answer, Shape, secrets)
  if (!read.ok) return read
  const { answered, value } = read
  const { code, message, data } = value
  const refuse = (code: string, words: string) =>
    failed('oppo', code, answered, scrubbed([note(answered), words].filter(Boolean).join('; '), secrets))
  if (code !== '0') return refuse(code, message ?? '')
  const own = Fault.safeParse(Array.isArray(data) ? data[0] : data).data
  if (own !== undefined && own.errorCode !== '0') return refuse(own.errorCode, own.errorMessage ?? message ?? '')
  const fault = targetFault(data)
  if (fault !== null) return refuse(fault, message ?? '')
  return { ok: true, http: answered.status, data, info: scrubbed(message ?? '', secrets) }
}
