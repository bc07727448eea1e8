import type { ApnsCertificate, ApnsEnvironment, ApnsKey } from '../../../diagnostics/vendors/credential.ts'
import type { VendorReply } from '../../../diagnostics/vendors/vendor-reply.ts'
import { withClockNote } from '../clock-note.ts'
import type { ApnsAnswer } from './apns-answer.ts'
import type { ApnsPush } from './apns-push.ts'
import type { ApnsSessions } from './apns-sessions.ts'
import { judgeAnswer } from './judge-answer.ts'
import type { ProviderTokens } from './provider-tokens.ts'

export interface Order {
  credential: ApnsKey | ApnsCertificate
  environment: ApnsEnvironment
  token: string
  push: ApnsPush
}

export interface AppleDeps {
  sessions: ApnsSessions
  providerToken: ProviderTokens
  hosts: Readonly<Record<ApnsEnvironment, string>>
  /** UNIX milliseconds. */
  now: () => number
}

/** What may stand in a path and is not too long for it; whether it is a token is for Apple to say. */
const SENDABLE = /^[\x21-\x7e]{1,400}$/

/** One attempt at one push. Null: the signal ended it. Never rejects. */
export async function askApple(
  { sessions, providerToken, hosts, now }: AppleDeps,
  { credential, environment, token, push }: Order,
  signal: AbortSignal,
): Promise<VendorReply | null> {
  if (!SENDABLE.test(token)) return judgeAnswer(NO_TOKEN, [])
  const address = credential.baseUrl ?? hosts[environment]
  if (!URL.canParse(address)) return judgeAnswer(NO_ADDRESS, [])
  const jwt = credential.kind === 'key' ? await providerToken(credential) : ''
  if (jwt === null) return judgeAnswer(NO_KEY, [])
  const base = new URL(address)
  const opened = await sessions.get(credential, base, signal)
  if (opened === null) return null
  if ('failure' in opened) return judgeAnswer(opened.failure, [])
  const answer = await opened.session.ask(
    {
      path: `${base.pathname.replace(/\/$/, '')}/3/device/${encodeURIComponent(token)}`,
      headers: {
        ...(jwt === '' ? {} : { authorization: `bearer ${jwt}` }),
        'apns-topic': credential.topic,
        ...push.headers,
        'content-type': 'application/json',
      },
      body: push.body,
    },
    signal,
  )
  if (answer === null) return null
  const reply = judgeAnswer(answer, [token, jwt, credential.key.reveal()])
  return answer.kind === 'answer' ? withClockNote(reply, answer, now()) : reply
}

const NO_TOKEN: ApnsAnswer = { kind: 'rejected', reason: 'BadDeviceToken', info: 'not asked: it is no device token' }
const NO_KEY: ApnsAnswer = {
  kind: 'rejected',
  reason: 'InvalidProviderToken',
  info: 'not asked: nothing can be signed with the key, which must be a .p8 for P-256',
}
const NO_ADDRESS: ApnsAnswer = { kind: 'unanswered', reason: 'unreachable', info: 'the address is no URL' }
