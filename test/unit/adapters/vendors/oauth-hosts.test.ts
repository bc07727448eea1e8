import { expect, it } from 'vitest'
import { createFcm } from '../../../../src/adapters/vendors/fcm.ts'
import { createHonor } from '../../../../src/adapters/vendors/honor.ts'
import { createHuawei } from '../../../../src/adapters/vendors/huawei.ts'
import { createHuaweiHarmony } from '../../../../src/adapters/vendors/huawei-harmony.ts'
import type { VendorDriver } from '../../../../src/adapters/vendors/vendor-driver.ts'
import type { HttpCall, VendorHttp } from '../../../../src/adapters/vendors/vendor-http.ts'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import type { VendorCredential } from '../../../../src/diagnostics/vendors/credential.ts'
import { fcmAccount } from '../../../servers/vendors/fcm-server.ts'
import { honorClient } from '../../../servers/vendors/honor-server.ts'
import { harmonyAccount, huaweiClient } from '../../../servers/vendors/huawei-server.ts'
import { START, TEST_TEXT } from '../../../servers/vendors/oauth-rig.ts'

const never = new AbortController().signal

/** The vendors' own hosts cannot be had here: a network that grants every login, and keeps what it was asked. */
function network(): { http: VendorHttp; calls: HttpCall[] } {
  const calls: HttpCall[] = []
  const text = JSON.stringify({ access_token: 'granted', expires_in: 3_600 })
  const http: VendorHttp = async (call) => {
    calls.push(call)
    return { kind: 'answer', status: 200, text, retryAfterMs: null, date: START }
  }
  return { http, calls }
}

async function sends<Credential extends VendorCredential>(
  create: (deps: { http: VendorHttp; now: () => number }) => VendorDriver<Credential>,
  credential: Credential,
): Promise<HttpCall[]> {
  const { http, calls } = network()
  await create({ http, now: () => START }).sendTest(credential, new Secret('token'), TEST_TEXT, never)
  return calls
}

const urls = (calls: readonly HttpCall[]) => calls.map(({ url }) => url)
const OWN = null

it.each([
  [
    'FCM',
    () => sends(createFcm, fcmAccount(OWN)),
    ['https://oauth2.googleapis.com/token', 'https://fcm.googleapis.com/v1/projects/chat-prod/messages:send'],
  ],
  [
    'Huawei',
    () => sends(createHuawei, huaweiClient(OWN)),
    [
      'https://oauth-login.cloud.huawei.com/oauth2/v3/token',
      'https://push-api.cloud.huawei.com/v1/101234567/messages:send',
    ],
  ],
  [
    'HarmonyOS',
    () => sends(createHuaweiHarmony, harmonyAccount(OWN)),
    ['https://push-api.cloud.huawei.com/v3/736430079244623456/messages:send'],
  ],
  [
    'Honor',
    () => sends(createHonor, honorClient(OWN)),
    ['https://iam.developer.honor.com/auth/token', 'https://push-api.cloud.honor.com/api/v1/104400000/sendMessage'],
  ],
] as const)('%s is asked at its own hosts, and sent to once', async (_, send, expected) => {
  const calls = await send()
  expect(urls(calls)).toEqual(expected)
  expect(calls.at(-1)?.repeat).toBe('once')
  expect(calls.slice(0, -1).every(({ repeat }) => repeat === 'read')).toBe(true)
})

it('keeps a project ID that is none inside the path', async () => {
  const calls = await sends(createFcm, { ...fcmAccount(OWN), projectId: '../../x?y=' })
  expect(urls(calls).at(-1)).toBe('https://fcm.googleapis.com/v1/projects/..%2F..%2Fx%3Fy%3D/messages:send')
})

it('does not use a login of one key, or one proxy, for another', async () => {
  const { http, calls } = network()
  const driver = createHuawei({ http, now: () => START })
  const credentials = [
    huaweiClient(OWN),
    huaweiClient('http://127.0.0.1:9'),
    { ...huaweiClient(OWN), clientSecret: new Secret('another') },
    huaweiClient(OWN),
  ]
  for (const credential of credentials) await driver.sendTest(credential, new Secret('token'), TEST_TEXT, never)
  expect(urls(calls).filter((url) => url.endsWith('/token'))).toHaveLength(3)
})
