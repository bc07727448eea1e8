import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Secret } from '../../../diagnostics/secret.ts'
import type { OppoSecret } from '../../../diagnostics/vendors/credential.ts'
import type { Login } from '../cached-login.ts'
import { clockNote } from '../clock-note.ts'
import { postForm } from '../post-form.ts'
import { unreadable } from '../read-answer.ts'
import type { VendorHttp } from '../vendor-http.ts'
import { readOppo } from './read-oppo.ts'

/** What OPPO grants. */
const TOLERANCE_MS = 10 * 60 * 1000

const Given = z.object({ auth_token: z.string().min(1) })

/** Fetches an auth token, which proves app key and master secret. @param base without a slash at its end */
export function loginToOppo({
  http,
  now,
  base,
  credential,
}: {
  http: VendorHttp
  now: () => number
  base: string
  credential: OppoSecret
}) {
  return async (signal: AbortSignal): Promise<Login<Secret>> => {
    const { appKey } = credential
    const secret = credential.masterSecret.reveal()
    const timestamp = String(now())
    const sign = createHash('sha256').update(`${appKey}${timestamp}${secret}`).digest('hex')
    const answer = await http(postForm(`${base}/server/v1/auth`, { app_key: appKey, timestamp, sign }, 'read'), signal)
    const read = readOppo(answer, [secret, sign], (answered) => clockNote(answered, now(), TOLERANCE_MS))
    if (!read.ok) return read
    const given = Given.safeParse(read.data)
    if (given.success) return { ok: true, value: new Secret(given.data.auth_token) }
    return unreadable(read.http, 'a login without auth_token')
  }
}
