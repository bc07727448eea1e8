import type { HonorClient } from '../../diagnostics/vendors/credential.ts'
import { readHonor } from './honor/read-honor.ts'
import { NO_QUIET_WAY } from './no-quiet-way.ts'
import { createOauthCalls } from './oauth/create-oauth-calls.ts'
import type { VendorDriver } from './vendor-driver.ts'
import type { VendorHttp } from './vendor-http.ts'

const HOST = 'https://push-api.cloud.honor.com'
const LOGIN_HOST = 'https://iam.developer.honor.com'

/** Honor Push. Known from other services' documents and from clients at work; Honor's own tables could not be had. */
export function createHonor({ http, now }: { http: VendorHttp; now: () => number }): VendorDriver<HonorClient> {
  const calls = createOauthCalls<HonorClient>({
    vendor: 'honor',
    http,
    now,
    partsOf: ({ clientId, clientSecret, baseUrl }) => [clientId, clientSecret.reveal(), baseUrl ?? ''],
    async tokenRequest({ clientId, clientSecret, baseUrl }) {
      const secret = clientSecret.reveal()
      return {
        url: `${baseUrl ?? LOGIN_HOST}/auth/token`,
        form: { grant_type: 'client_credentials', client_id: clientId, client_secret: secret },
        secrets: [secret],
      }
    },
  })

  return {
    probeCredential: (credential, signal) => calls.probe(credential, signal),
    probeToken: () => Promise.resolve(NO_QUIET_WAY),
    sendTest(credential, token, { title, text }, signal) {
      const { baseUrl, appId, clientSecret } = credential
      const plain = token.reveal()
      return calls.send(
        credential,
        {
          url: `${baseUrl ?? HOST}/api/v1/${encodeURIComponent(appId)}/sendMessage`,
          headers: { timestamp: String(now()) },
          body: {
            token: [plain],
            android: {
              ttl: '3600s',
              // A test message: outside the device's daily cap.
              targetUserType: 1,
              notification: { title, body: text, clickAction: { type: 3 }, importance: 'NORMAL' },
            },
          },
          repeat: 'once',
          secrets: [plain, clientSecret.reveal()],
          read: (answer, secrets) => readHonor(answer, plain, secrets),
        },
        signal,
      )
    },
  }
}
