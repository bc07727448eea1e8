import { accepted } from '../accepted.ts'
import { type Answered, judged, judgedByStatus } from '../judged.ts'
import type { Reading } from '../oauth/create-oauth-calls.ts'
import { readJson, scrubbed } from '../read-reply.ts'
import { HUAWEI_SUCCESS, huaweiAnswerSchema } from './huawei-answer.ts'

/** Another app's token, an expired one, or one that Huawei's own login could not confirm. */
const LOGIN_REFUSED: ReadonlySet<string> = new Set(['80200001', '80200003', '80200005', '80600003'])

/** The answer of Push Kit v1. */
export function readHuawei(answer: Answered, secrets: readonly string[]): Reading {
  const body = huaweiAnswerSchema.safeParse(readJson(answer.text)).data
  if (body === undefined) return { reply: judgedByStatus('huawei', answer), isLoginRefused: answer.status === 401 }
  const { code, msg, requestId } = body
  if (code === HUAWEI_SUCCESS && answer.status === 200)
    return { reply: accepted(scrubbed(requestId, secrets)), isLoginRefused: false }
  return {
    reply: judged('huawei', code, answer, scrubbed(msg, secrets)),
    isLoginRefused: LOGIN_REFUSED.has(code),
  }
}
