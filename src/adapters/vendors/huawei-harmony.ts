import type { TestText } from '../../diagnostics/ports/push-vendors.ts'
import type { HuaweiServiceAccount } from '../../diagnostics/vendors/credential.ts'
import type { VendorReply } from '../../diagnostics/vendors/vendor-reply.ts'
import { accepted } from './accepted.ts'
import { CHECK_TEXT } from './check-text.ts'
import { withClockNote } from './clock-note.ts'
import { readHarmony } from './huawei/read-harmony.ts'
import { NO_QUIET_WAY } from './no-quiet-way.ts'
import { signJwt, UNUSABLE_KEY } from './sign-jwt.ts'
import type { VendorDriver } from './vendor-driver.ts'
import type { HttpCall, VendorHttp } from './vendor-http.ts'

const HOST = 'https://push-api.cloud.huawei.com'
const AUDIENCE = 'https://oauth-login.cloud.huawei.com/oauth2/v3/token'

/** Too short and of the wrong letters: no phone has it. */
const NO_TOKEN = 'no-such-token'

/**
 * Huawei Push Kit v3: HarmonyOS 5 and later. There is no login to ask, so that a credential is judged by a message to a token
 * that no phone has: documented codes refuse the JWT, and that a complaint about the token clears it is inferred.
 */
export function createHuaweiHarmony({
  http,
  now,
}: {
  http: VendorHttp
  now: () => number
}): VendorDriver<HuaweiServiceAccount> {
  async function send(
    credential: HuaweiServiceAccount,
    token: string,
    { title, text }: TestText,
    repeat: HttpCall['repeat'],
    signal: AbortSignal,
  ): Promise<VendorReply> {
    const { projectId, keyId, subAccount, privateKey, baseUrl } = credential
    const facts = { algorithm: 'PS256', keyId, issuer: subAccount, audience: AUDIENCE, claims: {}, privateKey } as const
    const jwt = await signJwt({ ...facts, now: now() })
    if (jwt === null) return UNUSABLE_KEY
    const answer = await http(
      {
        method: 'POST',
        url: `${baseUrl ?? HOST}/v3/${encodeURIComponent(projectId)}/messages:send`,
        headers: {
          authorization: `Bearer ${jwt}`,
          'content-type': 'application/json; charset=utf-8',
          'push-type': '0',
        },
        body: JSON.stringify({
          payload: { notification: { category: 'IM', title, body: text, clickAction: { actionType: 0 } } },
          target: { token: [token] },
          pushOptions: { testMessage: true, ttl: 3_600 },
        }),
        repeat,
      },
      signal,
    )
    if (answer.kind === 'unanswered') return { ...answer, http: null, retryAfterMs: null }
    return withClockNote(readHarmony(answer, [jwt, token]), answer, now())
  }

  return {
    async probeCredential(credential, signal) {
      const reply = await send(credential, NO_TOKEN, CHECK_TEXT, 'read', signal)
      return reply.kind === 'refused' && reply.about === 'token'
        ? accepted(`only the token is refused: ${reply.code}`)
        : reply
    },
    probeToken: () => Promise.resolve(NO_QUIET_WAY),
    sendTest: (credential, token, text, signal) => send(credential, token.reveal(), text, 'once', signal),
  }
}
