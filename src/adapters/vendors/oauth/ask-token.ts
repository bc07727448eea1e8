import { z } from 'zod'
import type { Vendor } from '../../../diagnostics/codes/entry.ts'
import { Secret } from '../../../diagnostics/secret.ts'
import type { Login } from '../cached-login.ts'
import { withClockNote } from '../clock-note.ts'
import { judged, judgedByStatus } from '../judged.ts'
import { postForm } from '../post-form.ts'
import { readJson, scrubbed, unansweredBy } from '../read-reply.ts'
import type { VendorHttp } from '../vendor-http.ts'

export interface TokenRequest {
  url: string
  form: Readonly<Record<string, string>>
  /** What of the form no reply may repeat. */
  secrets: readonly string[]
}

/** A token outlives its cached copy by so much, so that none ends on its way. */
const MARGIN_MS = 300_000

const grantSchema = z.object({
  // It goes into a header.
  access_token: z.string().regex(/^[\x21-\x7e]+$/),
  expires_in: z.coerce.number().positive().optional().catch(undefined),
})

const word = z.union([z.string(), z.number()]).transform(String)

const refusalSchema = z.object({
  error: word,
  sub_error: word.optional().catch(undefined),
  error_description: z.string().catch(''),
})

/** Fetches an OAuth access token (RFC 6749, section 5), by Huawei's spelling of errors too: `1101/20003`. */
export async function askToken(
  { vendor, http, now }: { vendor: Vendor; http: VendorHttp; now: () => number },
  { url, form, secrets }: TokenRequest,
  signal: AbortSignal,
): Promise<Login<Secret>> {
  const answer = await http(postForm(url, form, 'read'), signal)
  if (answer.kind === 'unanswered') return { ok: false, reply: { ...answer, http: null, retryAfterMs: null } }
  const body = readJson(answer.text)
  const grant = answer.status === 200 ? grantSchema.safeParse(body).data : undefined
  if (grant !== undefined) {
    const { access_token: token, expires_in: seconds } = grant
    const lifetime = seconds === undefined ? {} : { lifetimeMs: Math.max(0, seconds * 1_000 - MARGIN_MS) }
    return { ok: true, value: new Secret(token), ...lifetime }
  }
  const refusal = refusalSchema.safeParse(body).data
  if (refusal === undefined) return { ok: false, reply: unansweredBy(answer) ?? judgedByStatus(vendor, answer) }
  const code = refusal.sub_error === undefined ? refusal.error : `${refusal.error}/${refusal.sub_error}`
  const reply = judged(vendor, scrubbed(code, secrets), answer, scrubbed(refusal.error_description, secrets))
  return { ok: false, reply: withClockNote(reply, answer, now()) }
}
