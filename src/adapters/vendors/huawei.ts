import type { TestText } from '../../diagnostics/ports/push-vendors.ts'
import type { Secret } from '../../diagnostics/secret.ts'
import type { HuaweiClient } from '../../diagnostics/vendors/credential.ts'
import { CHECK_TEXT } from './check-text.ts'
import { readHuawei } from './huawei/read-huawei.ts'
import { createOauthCalls, type Message } from './oauth/create-oauth-calls.ts'
import type { VendorDriver } from './vendor-driver.ts'
import type { VendorHttp } from './vendor-http.ts'

const HOST = 'https://push-api.cloud.huawei.com'
const LOGIN_HOST = 'https://oauth-login.cloud.huawei.com'

/**
 * Huawei Push Kit v1: Android, and HarmonyOS up to 4. `validate_only` is documented to judge the message; how deep it looks at
 * the token is not, hence a hint.
 */
export function createHuawei({ http, now }: { http: VendorHttp; now: () => number }): VendorDriver<HuaweiClient> {
  const calls = createOauthCalls<HuaweiClient>({
    vendor: 'huawei',
    http,
    now,
    partsOf: ({ clientId, clientSecret, baseUrl }) => [clientId, clientSecret.reveal(), baseUrl ?? ''],
    async tokenRequest({ clientId, clientSecret, baseUrl }) {
      const secret = clientSecret.reveal()
      return {
        url: `${baseUrl ?? LOGIN_HOST}/oauth2/v3/token`,
        form: { grant_type: 'client_credentials', client_id: clientId, client_secret: secret },
        secrets: [secret],
      }
    },
  })

  return {
    probeCredential: (credential, signal) => calls.probe(credential, signal),
    probeToken: (credential, token, signal) =>
      calls.send(credential, messageTo(credential, token, CHECK_TEXT, 'read'), signal),
    sendTest: (credential, token, text, signal) =>
      calls.send(credential, messageTo(credential, token, text, 'once'), signal),
  }
}

function messageTo(
  { baseUrl, appId, clientSecret }: HuaweiClient,
  token: Secret,
  { title, text }: TestText,
  repeat: Message['repeat'],
): Message {
  const plain = token.reveal()
  return {
    url: `${baseUrl ?? HOST}/v1/${encodeURIComponent(appId)}/messages:send`,
    body: {
      validate_only: repeat === 'read',
      message: {
        notification: { title, body: text },
        android: {
          category: 'IM',
          ttl: '3600s',
          // A test message: outside the device's daily cap.
          target_user_type: 1,
          notification: { importance: 'NORMAL', click_action: { type: 3 } },
        },
        token: [plain],
      },
    },
    repeat,
    secrets: [plain, clientSecret.reveal()],
    read: readHuawei,
  }
}
