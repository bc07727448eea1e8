import type { ApnsEnvironment } from '../../../diagnostics/vendors/credential.ts'
import type { VendorReply } from '../../../diagnostics/vendors/vendor-reply.ts'
import { askTwice } from '../ask-twice.ts'
import { deadline } from '../deadline.ts'
import type { Apns, ApnsOptions } from './apns.ts'
import { APNS_BOUNDS } from './apns-bounds.ts'
import { quietPush, testPush } from './apns-push.ts'
import { ApnsSessions } from './apns-sessions.ts'
import { askApple, type Order } from './ask-apple.ts'
import { createProviderTokens } from './provider-tokens.ts'

const APPLES: Readonly<Record<ApnsEnvironment, string>> = {
  production: 'https://api.push.apple.com',
  development: 'https://api.sandbox.push.apple.com',
}

/** No phone has it. That Apple judges the credential and the topic before the token is observed, not promised. */
const NOBODY = '0'.repeat(64)

/** Apple's push service, over HTTP/2. */
export function createApns({ now, bounds = {}, tls = {}, hosts = APPLES }: ApnsOptions): Apns {
  const limits = { ...APNS_BOUNDS, ...bounds }
  const sessions = new ApnsSessions(limits, tls)
  const deps = { sessions, providerToken: createProviderTokens(now), hosts, now }

  const ask = (order: Order, signal: AbortSignal) =>
    askTwice(() => askApple(deps, order, signal), mayPass, limits.pause, signal)

  async function inTime(
    asker: AbortSignal,
    work: (signal: AbortSignal) => Promise<VendorReply | null>,
  ): Promise<VendorReply> {
    const end = deadline(asker, limits.call)
    try {
      const reply = end.signal.aborted ? null : await work(end.signal)
      return end.cause() === 'cancelled' ? CANCELLED : (reply ?? TIMEOUT)
    } finally {
      end.release()
    }
  }

  async function knows(order: Order, signal: AbortSignal): Promise<VendorReply | null> {
    const reply = await ask(order, signal)
    const { credential, environment } = order
    const isStranger = reply?.kind === 'refused' && reply.code === 'BadDeviceToken' && reply.http !== null
    // A certificate is mostly for one of the hosts, and another base URL stands for both.
    if (!isStranger || credential.kind !== 'key' || credential.baseUrl !== null) return reply
    const other = await ask(
      { ...order, environment: environment === 'production' ? 'development' : 'production' },
      signal,
    )
    if (other?.kind === 'accepted') return { ...other, otherEnvironment: true }
    // It was a token there, once.
    return other?.kind === 'refused' && other.http === 410 ? other : reply
  }

  const driver: Apns['driver'] = {
    async probeCredential(credential, signal) {
      const { environment } = credential
      const order = { credential, environment, token: NOBODY, push: quietPush }
      const reply = await inTime(signal, (signal) => ask(order, signal))
      // Who hears of the token has come past the credential.
      if (reply.kind !== 'refused' || reply.about !== 'token') return reply
      return { kind: 'accepted', notifications: null, otherEnvironment: false, info: reply.info }
    },
    probeToken(credential, token, signal) {
      const { environment } = credential
      const order = { credential, environment, token: token.reveal(), push: quietPush }
      return inTime(signal, (signal) => knows(order, signal))
    },
    sendTest(credential, token, text, signal) {
      const { environment } = credential
      const order = { credential, environment, token: token.reveal(), push: testPush(text, now()) }
      return inTime(signal, (signal) => askApple(deps, order, signal))
    },
  }
  return { driver, close: () => sessions.close() }
}

const mayPass = (reply: VendorReply): boolean => reply.kind === 'unanswered' && reply.reason === 'broken'

const unanswered = (reason: 'timeout' | 'cancelled', info: string): VendorReply => ({
  kind: 'unanswered',
  reason,
  http: null,
  info,
  retryAfterMs: null,
})
const TIMEOUT = unanswered('timeout', 'no answer in time')
const CANCELLED = unanswered('cancelled', 'given up by the asker')
