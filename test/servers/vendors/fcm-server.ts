import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { jwtVerify } from 'jose'
import { Secret } from '../../../src/diagnostics/secret.ts'
import type { FcmServiceAccount } from '../../../src/diagnostics/vendors/credential.ts'
import { differs, FORM, formOf, type OauthCall, OauthVendorServer } from './oauth-vendor-server.ts'

export const FCM_LOGIN = '/token'
export const FCM_SEND = '/v1/projects/chat-prod/messages:send'
const SCOPE = 'https://www.googleapis.com/auth/firebase.messaging'

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

/** A service account that the server knows, and another one's key. */
export const fcmAccount = (baseUrl: string | null): FcmServiceAccount => ({
  vendor: 'fcm',
  kind: 'service-account',
  projectId: 'chat-prod',
  clientEmail: 'push@chat-prod.iam.gserviceaccount.com',
  privateKeyId: '0123456789abcdef0123456789abcdef01234567',
  privateKey: new Secret(keys.privateKey),
  baseUrl,
})

export interface FcmExpectation {
  token: string
  /** Whether the send must be a dry run. */
  dryRun: boolean
  title: string | null
  text: string | null
}

/** Google's OAuth and FCM's `messages:send` in one. `expected` says which message may come. */
export class FcmServer extends OauthVendorServer {
  expected: FcmExpectation | null = null
  readonly logins: string[] = []

  /** @param now the clock that assertions are judged by, UNIX milliseconds */
  constructor(now: () => number) {
    super(
      [
        {
          path: FCM_LOGIN,
          check: (call) => checkLogin(call, now()),
          good: () => {
            const token = `ya29.a0${'x'.repeat(100)}${this.logins.length}`
            this.logins.push(token)
            return { access_token: token, expires_in: 3599, token_type: 'Bearer' }
          },
        },
        {
          path: FCM_SEND,
          check: (call) => this.#checkSend(call),
          good: () => ({ name: 'projects/chat-prod/messages/1' }),
        },
      ],
      now,
    )
  }

  #checkSend({ headers, body }: OauthCall): readonly string[] {
    if (this.expected === null) return ['unexpected send']
    const { token, dryRun, title, text } = this.expected
    const { validate_only: flag, message } = JSON.parse(body) as {
      validate_only?: boolean
      message: { token: string; notification: { title: string; body: string } }
    }
    return [
      ...differs('content-type', headers['content-type'], 'application/json; charset=utf-8'),
      ...differs('authorization', headers.authorization, `Bearer ${this.logins.at(-1)}`),
      ...differs('validate_only', flag, dryRun ? true : undefined),
      ...differs('token', message.token, token),
      ...(message.notification.title === '' || message.notification.body === '' ? ['an empty notification'] : []),
      ...(title === null ? [] : differs('title', message.notification.title, title)),
      ...(text === null ? [] : differs('body', message.notification.body, text)),
    ]
  }
}

async function checkLogin({ headers, body }: OauthCall, now: number): Promise<readonly string[]> {
  const { grant_type: grant, assertion = '', ...rest } = formOf(body)
  const verified = await jwtVerify(assertion, createPublicKey(keys.publicKey), {
    algorithms: ['RS256'],
    audience: 'https://oauth2.googleapis.com/token',
    issuer: fcmAccount('').clientEmail,
    currentDate: new Date(now),
    maxTokenAge: '1h',
  }).catch((error: unknown) => String(error))
  if (typeof verified === 'string') return [verified]
  const { payload, protectedHeader } = verified
  return [
    ...differs('content-type', headers['content-type'], FORM),
    ...differs('grant_type', grant, 'urn:ietf:params:oauth:grant-type:jwt-bearer'),
    ...differs('other fields', rest, {}),
    ...differs('scope', payload['scope'], SCOPE),
    ...differs('kid', protectedHeader.kid, fcmAccount('').privateKeyId),
    ...((payload.exp ?? 0) - (payload.iat ?? 0) > 3600 ? ['lives over an hour'] : []),
  ]
}
