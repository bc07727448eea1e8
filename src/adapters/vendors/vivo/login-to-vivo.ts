import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Secret } from '../../../diagnostics/secret.ts'
import type { VivoSecret } from '../../../diagnostics/vendors/credential.ts'
import type { Login } from '../cached-login.ts'
import { vivoWords } from './vivo-words.ts'
import { codeShape, failed, readAnswer, unreadable } from '../read-answer.ts'
import { scrubbed } from '../read-reply.ts'
import type { VendorHttp } from '../vendor-http.ts'

const Shape = z.object({
  result: codeShape,
  desc: z.string().nullish(),
  authToken: z.string().min(1).nullish(),
})

/** Fetches an auth token, which proves app id, key and secret. @param base without a slash at its end */
export function loginToVivo({
  http,
  now,
  base,
  credential,
}: {
  http: VendorHttp
  now: () => number
  base: string
  credential: VivoSecret
}) {
  return async (signal: AbortSignal): Promise<Login<Secret>> => {
    const { appId, appKey } = credential
    const secret = credential.appSecret.reveal()
    const timestamp = now()
    const sign = createHash('md5').update(`${appId}${appKey}${timestamp}${secret}`).digest('hex')
    const answer = await http(
      {
        method: 'POST',
        url: `${base}/message/auth`,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({ appId, appKey, timestamp, sign }),
        repeat: 'read',
      },
      signal,
    )
    const secrets = [secret, sign]
    const read = readAnswer(answer, Shape, secrets)
    if (!read.ok) return read
    const { result, desc, authToken } = read.value
    const { answered } = read
    if (result !== '0')
      return failed('vivo', result, answered, scrubbed(vivoWords(result, desc, answered, now()), secrets))
    if (authToken != null) return { ok: true, value: new Secret(authToken) }
    return unreadable(answered.status, 'a login without authToken')
  }
}
