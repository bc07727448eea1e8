import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { jwtVerify } from 'jose'
import { Secret } from '../../../src/diagnostics/secret.ts'
import type { HuaweiClient, HuaweiServiceAccount } from '../../../src/diagnostics/vendors/credential.ts'
import { differs, FORM, formOf, type OauthCall, OauthVendorServer } from './oauth-vendor-server.ts'

export const HUAWEI_LOGIN = '/oauth2/v3/token'
export const HUAWEI_SEND = '/v1/101234567/messages:send'
export const HARMONY_SEND = '/v3/736430079244623456/messages:send'

const keys = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

export const huaweiClient = (baseUrl: string | null): HuaweiClient => ({
  vendor: 'huawei',
  kind: 'oauth-client',
  appId: '101234567',
  clientId: '101234567',
  clientSecret: new Secret('5f3c9d0e/secret+of&huawei=='),
  baseUrl,
})

export const harmonyAccount = (baseUrl: string | null): HuaweiServiceAccount => ({
  vendor: 'huawei',
  kind: 'service-account',
  projectId: '736430079244623456',
  keyId: 'b6c7d8e9f0a1',
  subAccount: '107654321',
  privateKey: new Secret(keys.privateKey),
  baseUrl,
})

export interface HuaweiExpectation {
  /** Null: any that is no token of a phone. */
  token: string | null
  /** Push Kit v1: whether it must be a dry run. */
  dryRun: boolean
  title: string | null
  text: string | null
}

/** Huawei's OAuth, and the `messages:send` of Push Kit v1 and v3. `expected` says which message may come. */
export class HuaweiServer extends OauthVendorServer {
  expected: HuaweiExpectation | null = null
  readonly logins: string[] = []

  /** @param now the clock that JWTs are judged by, UNIX milliseconds */
  constructor(now: () => number) {
    super(
      [
        {
          path: HUAWEI_LOGIN,
          check: checkLogin,
          good: () => {
            // Huawei's tokens hold slashes and plus signs.
            const token = `DQEBAMT/abc+def${'y'.repeat(80)}${this.logins.length}==`
            this.logins.push(token)
            return { access_token: token, expires_in: 3600, token_type: 'Bearer' }
          },
        },
        { path: HUAWEI_SEND, check: (call) => this.#checkSend(call), good: success },
        { path: HARMONY_SEND, check: (call) => this.#checkHarmony(call, now()), good: success },
      ],
      now,
    )
  }

  #checkSend({ headers, body }: OauthCall): readonly string[] {
    if (this.expected === null) return ['unexpected send']
    const sent = JSON.parse(body) as {
      validate_only: boolean
      message: {
        notification: { title: string; body: string }
        android: {
          category: string
          ttl: string
          target_user_type: number
          notification: { importance: string; click_action: { type: number } }
        }
        token: string[]
      }
    }
    const { android, notification, token } = sent.message
    return [
      ...differs('content-type', headers['content-type'], 'application/json; charset=utf-8'),
      ...differs('authorization', headers.authorization, `Bearer ${this.logins.at(-1)}`),
      ...differs('validate_only', sent.validate_only, this.expected.dryRun),
      ...differs('token', token, [this.expected.token]),
      ...differs('target_user_type', android.target_user_type, 1),
      ...differs('category', android.category, 'IM'),
      ...(/^\d+s$/.test(android.ttl) ? [] : ['ttl']),
      ...differs('android.notification', android.notification, { importance: 'NORMAL', click_action: { type: 3 } }),
      ...this.#checkText(notification),
    ]
  }

  async #checkHarmony({ headers, body }: OauthCall, now: number): Promise<readonly string[]> {
    if (this.expected === null) return ['unexpected send']
    const sent = JSON.parse(body) as {
      payload: { notification: { category: string; title: string; body: string; clickAction: { actionType: number } } }
      target: { token: string[] }
      pushOptions: { testMessage: boolean; ttl: number }
    }
    const { notification } = sent.payload
    const [token = ''] = sent.target.token
    return [
      ...(await checkJwt(headers.authorization ?? '', now)),
      ...differs('content-type', headers['content-type'], 'application/json; charset=utf-8'),
      ...differs('push-type', headers['push-type'], '0'),
      ...differs('tokens', sent.target.token.length, 1),
      ...(this.expected.token === null && /^(?:MA|IQ)/.test(token) ? ['a token of a phone'] : []),
      ...(this.expected.token === null ? [] : differs('token', token, this.expected.token)),
      ...differs('testMessage', sent.pushOptions.testMessage, true),
      ...differs('category', notification.category, 'IM'),
      ...differs('clickAction', notification.clickAction, { actionType: 0 }),
      ...this.#checkText(notification),
    ]
  }

  #checkText({ title, body }: { title: string; body: string }): readonly string[] {
    if (this.expected === null) return []
    return [
      ...(title === '' || body === '' ? ['an empty notification'] : []),
      ...(this.expected.title === null ? [] : differs('title', title, this.expected.title)),
      ...(this.expected.text === null ? [] : differs('body', body, this.expected.text)),
    ]
  }
}

const success = () => ({ code: '80000000', msg: 'Success', requestId: '157440955549500001002006' })

function checkLogin({ headers, body }: OauthCall): readonly string[] {
  const { clientId, clientSecret } = huaweiClient('')
  return [
    ...differs('content-type', headers['content-type'], FORM),
    ...differs('form', formOf(body), {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret.reveal(),
    }),
  ]
}

async function checkJwt(authorization: string, now: number): Promise<readonly string[]> {
  const [, jwt = ''] = /^Bearer (\S+)$/.exec(authorization) ?? []
  const verified = await jwtVerify(jwt, createPublicKey(keys.publicKey), {
    algorithms: ['PS256'],
    audience: 'https://oauth-login.cloud.huawei.com/oauth2/v3/token',
    issuer: harmonyAccount('').subAccount,
    currentDate: new Date(now),
    maxTokenAge: '1h',
    typ: 'JWT',
  }).catch((error: unknown) => String(error))
  if (typeof verified === 'string') return [verified]
  const { payload, protectedHeader } = verified
  return [
    ...differs('kid', protectedHeader.kid, harmonyAccount('').keyId),
    ...differs('lifetime', (payload.exp ?? 0) - (payload.iat ?? 0), 3600),
  ]
}
