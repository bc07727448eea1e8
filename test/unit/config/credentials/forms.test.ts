import { createPrivateKey } from 'node:crypto'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { VendorCredential } from '../../../../src/diagnostics/vendors/credential.ts'
import { certificate, certificateFor, ecKey, END, p12Of, pemOf, problems, rsaKey, TOPIC } from './material.ts'

const rsa = rsaKey()
const ec = ecKey()
const apple = certificateFor(rsa)

const firebase = {
  type: 'service_account',
  project_id: 'demo-1',
  private_key_id: 'abc123',
  private_key: pemOf(rsa),
  client_email: 'push@demo-1.iam.gserviceaccount.com',
  auth_uri: 'https://elsewhere.example/auth',
  token_uri: 'https://elsewhere.example/token',
}
const harmony = {
  project_id: 101_653_523,
  key_id: 'f0e1',
  sub_account: '1001',
  private_key: pemOf(rsa),
  auth_uri: 'https://elsewhere.example/auth',
  token_uri: 'https://elsewhere.example/token',
}

const files = {
  'AuthKey_ABC123DEFG.p8': pemOf(ec),
  'push.p12': p12Of(rsa, apple, 'word 1'),
  'push.pem': apple,
  'key.pem': pemOf(rsa),
  'firebase.json': JSON.stringify(firebase),
  'harmony.json': JSON.stringify(harmony),
  'secret.txt': ' s3cret-value \n',
}

/** Everything a credential holds, its secrets too. */
const plain = (credential: VendorCredential | null): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(credential ?? {}).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'object' && value !== null && 'reveal' in value
        ? (value as { reveal(): unknown }).reveal()
        : value,
    ]),
  )

describe('each form of credential', () => {
  test.each<[string, string, Readonly<Record<string, unknown>>]>([
    [
      'an APNs key',
      'vendor: apns, environment: production, baseUrl: https://proxy.example/, credential: { keyFile: AuthKey_ABC123DEFG.p8, keyId: ABC123DEFG, teamId: TEAM123456, topic: com.example.app }',
      {
        vendor: 'apns',
        kind: 'key',
        key: pemOf(ec),
        keyId: 'ABC123DEFG',
        teamId: 'TEAM123456',
        topic: TOPIC,
        environment: 'production',
        baseUrl: 'https://proxy.example',
      },
    ],
    [
      'an APNs .p12',
      'vendor: apns, environment: production, credential: { p12File: push.p12, password: ${P12_PASSWORD}, topic: com.example.app }',
      {
        vendor: 'apns',
        kind: 'certificate',
        certificate: apple.replaceAll('\r', ''),
        key: pemOf(rsa),
        topic: TOPIC,
        environment: 'production',
        baseUrl: null,
      },
    ],
    [
      'an APNs certificate and its key',
      'vendor: apns, environment: development, credential: { certificateFile: push.pem, keyFile: key.pem }',
      {
        vendor: 'apns',
        kind: 'certificate',
        certificate: apple.replaceAll('\r', ''),
        key: pemOf(rsa),
        topic: TOPIC,
        environment: 'development',
        baseUrl: null,
      },
    ],
    [
      'a Firebase service account, without the hosts in its file',
      'vendor: fcm, credential: { serviceAccountFile: firebase.json }',
      {
        vendor: 'fcm',
        kind: 'service-account',
        projectId: 'demo-1',
        clientEmail: firebase.client_email,
        privateKeyId: 'abc123',
        privateKey: pemOf(rsa),
        baseUrl: null,
      },
    ],
    [
      "Huawei's OAuth client",
      'vendor: huawei, credential: { appId: "1001", clientId: 1002, clientSecretFile: secret.txt }',
      {
        vendor: 'huawei',
        kind: 'oauth-client',
        appId: '1001',
        clientId: '1002',
        clientSecret: 's3cret-value',
        baseUrl: null,
      },
    ],
    [
      "Huawei's service account, without the hosts in its file",
      'vendor: huawei, credential: { serviceAccountFile: harmony.json }',
      {
        vendor: 'huawei',
        kind: 'service-account',
        projectId: '101653523',
        keyId: 'f0e1',
        subAccount: '1001',
        privateKey: pemOf(rsa),
        baseUrl: null,
      },
    ],
    [
      'Honor',
      'vendor: honor, credential: { appId: 104, clientId: c1, clientSecretFile: secret.txt }',
      {
        vendor: 'honor',
        kind: 'oauth-client',
        appId: '104',
        clientId: 'c1',
        clientSecret: 's3cret-value',
        baseUrl: null,
      },
    ],
    [
      'Xiaomi',
      'vendor: xiaomi, credential: { packageName: com.example.app, appSecretFile: secret.txt, region: india, channelId: 15001 }',
      {
        vendor: 'xiaomi',
        kind: 'app-secret',
        packageName: TOPIC,
        appSecret: 's3cret-value',
        region: 'india',
        channelId: '15001',
        baseUrl: null,
      },
    ],
    [
      'Xiaomi, in China unless said otherwise',
      'vendor: xiaomi, credential: { packageName: com.example.app, appSecret: s1 }',
      {
        vendor: 'xiaomi',
        kind: 'app-secret',
        packageName: TOPIC,
        appSecret: 's1',
        region: 'china',
        channelId: null,
        baseUrl: null,
      },
    ],
    [
      'OPPO',
      'vendor: oppo, credential: { appKey: k1, masterSecretFile: secret.txt }',
      {
        vendor: 'oppo',
        kind: 'master-secret',
        appKey: 'k1',
        masterSecret: 's3cret-value',
        channelId: null,
        baseUrl: null,
      },
    ],
    [
      'vivo',
      'vendor: vivo, credential: { appId: 10004, appKey: k1, appSecretFile: secret.txt }',
      { vendor: 'vivo', kind: 'app-secret', appId: '10004', appKey: 'k1', appSecret: 's3cret-value', baseUrl: null },
    ],
    [
      'Meizu',
      'vendor: meizu, credential: { appId: 110000, appSecretFile: secret.txt }',
      { vendor: 'meizu', kind: 'app-secret', appId: '110000', appSecret: 's3cret-value', baseUrl: null },
    ],
  ])('%s', (_, entry, expected) => {
    const { credential } = certificate(entry, files, { P12_PASSWORD: 'word 1' })
    expect(plain(credential)).toEqual(expected)
    const printed = inspect(credential, { depth: 9 }) + JSON.stringify(credential)
    expect(printed).not.toContain('s3cret-value')
    expect(printed).not.toContain('PRIVATE KEY')
  })

  test('an entry without one has none', () => {
    expect(certificate('vendor: apns')).toEqual({
      id: '1',
      vendor: 'apns',
      environment: null,
      expiresAt: null,
      credential: null,
    })
  })
})

describe('documents as values', () => {
  const key = (pem: string) =>
    certificate(
      'vendor: apns, environment: production, credential: { key: "${KEY}", keyId: ABC123DEFG, teamId: TEAM123456, topic: a.b }',
      {},
      { KEY: pem },
    ).credential

  test.each([
    ['with its line breaks', pemOf(ec)],
    ['with line breaks written as \\n', pemOf(ec).replaceAll('\n', '\\n')],
    ['as SEC1', ec.export({ type: 'sec1', format: 'pem' }).toString()],
  ])('a .p8 key %s', (_, pem) => {
    expect(createPrivateKey(String(plain(key(pem))['key'])).equals(ec)).toBe(true)
  })

  test('a .p12 in base64', () => {
    const read = certificate(
      'vendor: apns, environment: production, credential: { p12: ${P12}, password: word 1 }',
      {},
      { P12: files['push.p12'].toString('base64') },
    )
    expect(read.credential).toMatchObject({ kind: 'certificate', topic: TOPIC })
  })

  test('a service account', () => {
    const read = certificate(
      'vendor: fcm, credential: { serviceAccount: "${JSON}" }',
      {},
      { JSON: files['firebase.json'] },
    )
    expect(read.credential).toMatchObject({ projectId: 'demo-1' })
  })

  test('a variable that is not set is told once, and nothing else of it', () => {
    expect(problems('vendor: fcm, credential: { serviceAccount: ${NONE} }')).toEqual([
      'credential.serviceAccount takes the environment variable NONE, which is not set. Set it, or give a default: ${NONE:-default}.',
    ])
    expect(
      problems('vendor: apns, environment: production, credential: { p12File: push.p12, password: ${NONE} }', files),
    ).toEqual([expect.stringContaining('credential.password takes the environment variable NONE')])
    expect(problems('vendor: fcm, credential: ${NONE}')).toEqual([
      expect.stringContaining('credential takes the environment variable NONE'),
    ])
  })

  test('a file that is not there is told once', () => {
    expect(problems('vendor: apns, environment: production, credential: { p12File: no.p12 }')).toEqual([
      'credential.p12File names a file that cannot be read (ENOENT). Check the path and its permissions.',
    ])
  })
})

test('the certificate tells its end', () => {
  const { expiresAt } = certificate(
    'vendor: apns, environment: production, credential: { certificateFile: push.pem, keyFile: key.pem }',
    files,
  )
  expect(expiresAt).toBe(END)
})
