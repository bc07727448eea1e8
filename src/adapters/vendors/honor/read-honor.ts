import { z } from 'zod'
import { accepted } from '../accepted.ts'
import { type Answered, judged, judgedByStatus } from '../judged.ts'
import type { Reading } from '../oauth/create-oauth-calls.ts'
import { readJson, scrubbed } from '../read-reply.ts'

const tokens = z.array(z.string()).catch([])

const answerSchema = z.object({
  code: z
    .union([z.string(), z.number()])
    .transform(String)
    .pipe(z.string().regex(/^\d{1,10}$/)),
  message: z.string().catch(''),
  data: z
    .object({
      sendResult: z.boolean().optional().catch(undefined),
      requestId: z.string().catch(''),
      failTokens: tokens,
      expireTokens: tokens,
    })
    .catch({ sendResult: undefined, requestId: '', failTokens: [], expireTokens: [] }),
})

/** Production clients have seen the first; others take the second, Huawei's, as well. */
const SUCCESS: ReadonlySet<string> = new Set(['200', '80000000'])
const LOGIN_REFUSED: ReadonlySet<string> = new Set(['401', '80200001', '80200003', '80600003'])

/** The answer of `sendMessage`: a good code is not enough, the token may be among those that failed. */
export function readHonor(answer: Answered, token: string, secrets: readonly string[]): Reading {
  const body = answerSchema.safeParse(readJson(answer.text)).data
  if (body === undefined) return { reply: judgedByStatus('honor', answer), isLoginRefused: answer.status === 401 }
  const { code, message, data } = body
  const info = scrubbed(message, secrets)
  if (!SUCCESS.has(code) || answer.status !== 200)
    return { reply: judged('honor', code, answer, info), isLoginRefused: LOGIN_REFUSED.has(code) }
  const failure = failureOf(token, data)
  const reply =
    failure === null ? accepted(scrubbed(data.requestId, secrets)) : judged('honor', `200/${failure}`, answer, info)
  return { reply, isLoginRefused: false }
}

function failureOf(
  token: string,
  { sendResult, failTokens, expireTokens }: z.infer<typeof answerSchema>['data'],
): 'expireTokens' | 'failTokens' | 'sendResult=false' | null {
  if (expireTokens.includes(token)) return 'expireTokens'
  if (failTokens.includes(token)) return 'failTokens'
  return sendResult === false ? 'sendResult=false' : null
}
