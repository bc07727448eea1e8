import { generateKeyPairSync } from 'node:crypto'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import type { VendorCredential } from '../../../../src/diagnostics/vendors/credential.ts'
import { fcmAccount } from '../../../servers/vendors/fcm-server.ts'
import { honorClient } from '../../../servers/vendors/honor-server.ts'
import { harmonyAccount, huaweiClient } from '../../../servers/vendors/huawei-server.ts'
import { apnsCertificate, apnsKey } from './apns-rig.ts'

export interface Kind {
  name: string
  credential: VendorCredential
  /** What of the credential nobody may read. */
  secrets: readonly string[]
  token: string
  /** Where its credential is tried, on a server that stands for all hosts of the vendor. */
  firstPath: string
}

const ownKey = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
}).privateKey

/** A PEM may be told line by line. */
const linesOf = (pem: Secret): readonly string[] =>
  pem
    .reveal()
    .split('\n')
    .filter((line) => /^[\w+/]{32,}/.test(line))

/** One of each of the ten kinds. @param url of a server that speaks HTTP/1.1 @param http2Url of one that speaks HTTP/2 */
export function everyCredential(url: string, http2Url: string): readonly Kind[] {
  const key = apnsKey({ key: new Secret(ownKey), baseUrl: http2Url })
  const certificate = apnsCertificate({ baseUrl: http2Url })
  const fcm = fcmAccount(url)
  const huawei = huaweiClient(url)
  const harmony = harmonyAccount(url)
  const honor = honorClient(url)
  const device = 'a1b2c3d4'.repeat(8)
  const phone = `IQAAAACy${'0aZ_-'.repeat(24)}`
  return [
    {
      name: 'APNs key',
      credential: key,
      secrets: linesOf(key.key),
      token: device,
      firstPath: `/3/device/${'0'.repeat(64)}`,
    },
    {
      name: 'APNs certificate',
      credential: certificate,
      secrets: linesOf(certificate.key),
      token: device,
      firstPath: `/3/device/${'0'.repeat(64)}`,
    },
    {
      name: 'FCM service account',
      credential: fcm,
      secrets: linesOf(fcm.privateKey),
      token: `fcm-device-1:APA91b${'tok_en-'.repeat(18)}`,
      firstPath: '/token',
    },
    {
      name: 'Huawei client',
      credential: huawei,
      secrets: [huawei.clientSecret.reveal()],
      token: phone,
      firstPath: '/oauth2/v3/token',
    },
    {
      name: 'Huawei service account',
      credential: harmony,
      secrets: linesOf(harmony.privateKey),
      token: `MAMzLg${'kPaQ-_x0'.repeat(10)}`,
      firstPath: `/v3/${harmony.projectId}/messages:send`,
    },
    {
      name: 'Honor client',
      credential: honor,
      secrets: [honor.clientSecret.reveal()],
      token: `BAEAAAAAB.${'jkPaQ-_x'.repeat(10)}`,
      firstPath: '/auth/token',
    },
    {
      name: 'Xiaomi secret',
      credential: {
        vendor: 'xiaomi',
        kind: 'app-secret',
        baseUrl: url,
        packageName: 'com.example.chat',
        appSecret: new Secret('xm+Secret/5Bq=='),
        region: 'china',
        channelId: null,
      },
      secrets: ['xm+Secret/5Bq=='],
      token: 'Qw+8d/Zk3mT0pR7vLx1yNc5bHs9fJg2aEuKo4iWtYzXqVrPnMlDhBjGkSfUeCwA=',
      firstPath: '/v1/channel/list',
    },
    {
      name: 'OPPO secret',
      credential: {
        vendor: 'oppo',
        kind: 'master-secret',
        baseUrl: url,
        appKey: 'oppo-app-key',
        masterSecret: new Secret('oppoMaster5ecret'),
        channelId: null,
      },
      secrets: ['oppoMaster5ecret'],
      token: 'OPPO_CN_0123456789abcdef0123456789abcdef',
      firstPath: '/server/v1/auth',
    },
    {
      name: 'vivo secret',
      credential: {
        vendor: 'vivo',
        kind: 'app-secret',
        baseUrl: url,
        appId: '10004',
        appKey: 'vivo-app-key',
        appSecret: new Secret('vivo-5ecret-of-app'),
      },
      secrets: ['vivo-5ecret-of-app'],
      token: 'v2-CRlnH2tW0aKq9Yb4mXe7uPz5sVd3fGj6hLo8iTcNrBkQwM1yEx',
      firstPath: '/message/auth',
    },
    {
      name: 'Meizu secret',
      credential: {
        vendor: 'meizu',
        kind: 'app-secret',
        baseUrl: url,
        appId: '100999',
        appSecret: new Secret('meizu-5ecret-of-app'),
      },
      secrets: ['meizu-5ecret-of-app'],
      token: 'RA50c6355620a7a5149040a4b7f647c5a6259780d0b',
      firstPath: '/garcia/api/server/message/getRegisterSwitch',
    },
  ]
}
