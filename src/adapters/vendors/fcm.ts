import type { TestText } from '../../diagnostics/ports/push-vendors.ts'
import type { Secret } from '../../diagnostics/secret.ts'
import type { FcmServiceAccount } from '../../diagnostics/vendors/credential.ts'
import { readFcm } from './fcm/read-fcm.ts'
import { createOauthCalls, type Message } from './oauth/create-oauth-calls.ts'
import { CHECK_TEXT } from './check-text.ts'
import { signJwt } from './sign-jwt.ts'
import type { VendorDriver } from './vendor-driver.ts'
import type { VendorHttp } from './vendor-http.ts'

const HOST = 'https://fcm.googleapis.com'
const LOGIN_HOST = 'https://oauth2.googleapis.com'
const SCOPE = 'https://www.googleapis.com/auth/firebase.messaging'

/** Firebase Cloud Messaging, HTTP v1. A dry run judges the token of an Android app; of an iOS app only Google's half of it. */
export function createFcm({ http, now }: { http: VendorHttp; now: () => number }): VendorDriver<FcmServiceAccount> {
  const calls = createOauthCalls<FcmServiceAccount>({
    vendor: 'fcm',
    http,
    now,
    partsOf: ({ clientEmail, privateKeyId, privateKey, baseUrl }) => [
      clientEmail,
      privateKeyId,
      privateKey.reveal(),
      baseUrl ?? '',
    ],
    async tokenRequest({ clientEmail, privateKeyId, privateKey, baseUrl }) {
      const assertion = await signJwt({
        algorithm: 'RS256',
        keyId: privateKeyId,
        issuer: clientEmail,
        audience: `${LOGIN_HOST}/token`,
        claims: { scope: SCOPE },
        privateKey,
        now: now(),
      })
      if (assertion === null) return null
      const form = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }
      return { url: `${baseUrl ?? LOGIN_HOST}/token`, form, secrets: [assertion] }
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
  { baseUrl, projectId }: FcmServiceAccount,
  token: Secret,
  { title, text }: TestText,
  repeat: Message['repeat'],
): Message {
  const message = { token: token.reveal(), notification: { title, body: text } }
  return {
    url: `${baseUrl ?? HOST}/v1/projects/${encodeURIComponent(projectId)}/messages:send`,
    // The same shape either way, so that the dry run shows what is wrong with it too.
    body: repeat === 'read' ? { validate_only: true, message } : { message },
    repeat,
    secrets: [message.token],
    read: readFcm,
  }
}
