import type { Vendor } from '../../../diagnostics/codes/entry.ts'
import type { Secret } from '../../../diagnostics/secret.ts'
import type { VendorReply } from '../../../diagnostics/vendors/vendor-reply.ts'
import { accepted } from '../accepted.ts'
import { createLoginCache, type Login } from '../cached-login.ts'
import { withClockNote } from '../clock-note.ts'
import { credentialKey } from '../credential-key.ts'
import type { Answered } from '../judged.ts'
import { UNUSABLE_KEY } from '../sign-jwt.ts'
import type { HttpCall, VendorHttp } from '../vendor-http.ts'
import { askToken, type TokenRequest } from './ask-token.ts'

/** Vendors grant an hour. */
const LIFETIME_MS = 55 * 60_000

export interface OauthSource<Credential> {
  vendor: Vendor
  http: VendorHttp
  /** UNIX milliseconds. */
  now: () => number
  /** All that an access token depends on. */
  partsOf(credential: Credential): readonly string[]
  /** Null: the credential's private key is not usable. */
  tokenRequest(credential: Credential): Promise<TokenRequest | null>
}

export interface Message {
  url: string
  /** Besides the usual ones. */
  headers?: Readonly<Record<string, string>>
  body: unknown
  /** `read` is asked once more with a new login where the vendor does not take the kept one. */
  repeat: HttpCall['repeat']
  /** What of the body no reply may repeat. */
  secrets: readonly string[]
  read(answer: Answered, secrets: readonly string[]): Reading
}

export interface Reading {
  reply: VendorReply
  /** The vendor did not take the access token. */
  isLoginRefused: boolean
}

export interface OauthCalls<Credential> {
  /** Whether the vendor grants an access token: always asked, never answered from memory. */
  probe(credential: Credential, signal: AbortSignal): Promise<VendorReply>
  send(credential: Credential, message: Message, signal: AbortSignal): Promise<VendorReply>
}

/** A vendor that wants an access token with each message. Tokens are kept for as long as they are good. */
export function createOauthCalls<Credential>(source: OauthSource<Credential>): OauthCalls<Credential> {
  const { http, now } = source
  const logins = createLoginCache<Secret>({ now, lifetimeMs: LIFETIME_MS })

  async function login(credential: Credential, signal: AbortSignal): Promise<Login<Secret>> {
    const request = await source.tokenRequest(credential)
    return request === null ? { ok: false, reply: UNUSABLE_KEY } : askToken(source, request, signal)
  }

  async function attempt(token: Secret, message: Message, signal: AbortSignal): Promise<Reading> {
    const access = token.reveal()
    const headers = {
      authorization: `Bearer ${access}`,
      'content-type': 'application/json; charset=utf-8',
      ...message.headers,
    }
    const { url, body, repeat } = message
    const answer = await http({ method: 'POST', url, headers, body: JSON.stringify(body), repeat }, signal)
    if (answer.kind === 'unanswered')
      return { reply: { ...answer, http: null, retryAfterMs: null }, isLoginRefused: false }
    const reading = message.read(answer, [access, ...message.secrets])
    const { reply, isLoginRefused } = reading
    // Other refusals of a credential are of one that the vendor keeps: the time has no part in them.
    return isLoginRefused ? { reply: withClockNote(reply, answer, now()), isLoginRefused } : reading
  }

  return {
    async probe(credential, signal) {
      const made = await login(credential, signal)
      return made.ok ? accepted('an access token was granted') : made.reply
    },
    async send(credential, message, signal) {
      const key = credentialKey(source.partsOf(credential))
      let isFresh = false
      const ask = async (): Promise<Reading> => {
        const made = await logins.get(key, signal, (shared) => {
          isFresh = true
          return login(credential, shared)
        })
        if (!made.ok) return { reply: made.reply, isLoginRefused: false }
        const reading = await attempt(made.value, message, signal)
        if (reading.isLoginRefused) logins.forget(key, made.value)
        return reading
      }
      const { reply, isLoginRefused } = await ask()
      // A new token that is refused is not a matter of its age.
      const isOver = !isLoginRefused || isFresh || message.repeat === 'once'
      return isOver ? reply : (await ask()).reply
    },
  }
}
