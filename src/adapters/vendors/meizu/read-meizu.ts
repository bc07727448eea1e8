import { z } from 'zod'
import { codeShape, failed, type NotRead, readAnswer } from '../read-answer.ts'
import { scrubbed } from '../read-reply.ts'
import { targetFault } from '../target-fault.ts'
import type { HttpAnswer } from '../vendor-http.ts'

const Shape = z.object({ code: codeShape, message: z.string().nullish(), value: z.unknown().optional() })

const Targets = z.object({ respTarget: z.unknown().optional() })

/** Of one phone; of the whole app the same number means too many calls. */
const SWITCHED_OFF = '110010'

export interface MeizuTaken {
  ok: true
  value: unknown
  info: string
}

/** Any answer of Meizu. 200 says that the call was taken; a phone that failed is listed under its code in `value`. */
export function readMeizu(answer: HttpAnswer, secrets: readonly string[]): MeizuTaken | NotRead {
  const read = readAnswer(answer, Shape, secrets)
  if (!read.ok) return read
  const { code, message, value } = read.value
  const info = scrubbed(message ?? '', secrets)
  if (code !== '200') return failed('meizu', code, read.answered, info)
  const fault = targetFault(value) ?? targetFault(Targets.safeParse(value).data?.respTarget)
  if (fault === null) return { ok: true, value, info }
  const words = fault === SWITCHED_OFF ? scrubbed(`the phone's switch is off; ${info}`, []) : info
  return failed('meizu', fault, read.answered, words)
}
