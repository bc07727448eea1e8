import { Secret } from '../../../src/diagnostics/secret.ts'
import type { HonorClient } from '../../../src/diagnostics/vendors/credential.ts'
import { differs, FORM, formOf, type OauthCall, OauthVendorServer } from './oauth-vendor-server.ts'

export const HONOR_LOGIN = '/auth/token'
export const HONOR_SEND = '/api/v1/104400000/sendMessage'

export const honorClient = (baseUrl: string | null): HonorClient => ({
  vendor: 'honor',
  kind: 'oauth-client',
  appId: '104400000',
  clientId: '220012345678',
  clientSecret: new Secret('honor/secret+0123456789=='),
  baseUrl,
})

/** Honor's OAuth and its `sendMessage`. `expected` says which message may come. */
export class HonorServer extends OauthVendorServer {
  expected: { token: string; title: string; text: string } | null = null
  readonly logins: string[] = []

  /** @param now the clock that the `timestamp` header is judged by, UNIX milliseconds */
  constructor(now: () => number) {
    super(
      [
        {
          path: HONOR_LOGIN,
          check: checkLogin,
          good: () => {
            const token = `honor.access.${'z'.repeat(80)}${this.logins.length}`
            this.logins.push(token)
            return { access_token: token, expires_in: 3600, token_type: 'Bearer' }
          },
        },
        {
          path: HONOR_SEND,
          check: (call) => this.#checkSend(call, now()),
          good: () => ({ code: 200, message: 'success', data: { sendResult: true, requestId: '1', failTokens: [] } }),
        },
      ],
      now,
    )
  }

  #checkSend({ headers, body }: OauthCall, now: number): readonly string[] {
    if (this.expected === null) return ['unexpected send']
    const { token, title, text } = this.expected
    return [
      ...differs('content-type', headers['content-type'], 'application/json; charset=utf-8'),
      ...differs('authorization', headers.authorization, `Bearer ${this.logins.at(-1)}`),
      ...differs('timestamp', headers['timestamp'], String(now)),
      ...differs('body', JSON.parse(body), {
        token: [token],
        android: {
          ttl: '3600s',
          targetUserType: 1,
          notification: { title, body: text, clickAction: { type: 3 }, importance: 'NORMAL' },
        },
      }),
    ]
  }
}

function checkLogin({ headers, body }: OauthCall): readonly string[] {
  const { clientId, clientSecret } = honorClient('')
  return [
    ...differs('content-type', headers['content-type'], FORM),
    ...differs('form', formOf(body), {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret.reveal(),
    }),
  ]
}
