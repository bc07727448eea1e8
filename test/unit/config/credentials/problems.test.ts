import { describe, expect, test } from 'vitest'
import { certificateFor, ecKey, load, p12Of, pemOf, rsaKey, told } from './material.ts'

const rsa = rsaKey()
const other = rsaKey()
const apple = certificateFor(rsa)
const account = { type: 'service_account', project_id: 'demo-1', private_key_id: 'a1', client_email: 'a@b.example' }
const harmony = { project_id: '101', key_id: 'f0', sub_account: '1001', private_key: pemOf(rsa) }

/** Stands in every secret below that is no key. */
const PLANTED = '5ec2e7Planted'

const files = {
  'AuthKey_ABC123DEFG.p8': pemOf(ecKey()),
  'p384.p8': pemOf(ecKey('secp384r1')),
  'rsa.p8': pemOf(rsa),
  'cut.p8': pemOf(ecKey()).slice(0, 90),
  'push.p12': p12Of(rsa, apple, `${PLANTED} word`),
  'open.p12': p12Of(rsa, apple, ''),
  'mixed.p12': p12Of(other, apple, ''),
  'no-key.p12': p12Of(null, apple, ''),
  'no-certificate.p12': p12Of(rsa, null, ''),
  'cut.p12': p12Of(rsa, apple, '').subarray(0, 900),
  'push.pem': apple,
  'both.pem': `${apple}${pemOf(rsa)}`,
  'development.pem': certificateFor(rsa, { environments: [1] }),
  'signs.pem': certificateFor(rsa, { name: 'Apple Distribution: Team (TEAM123456)', environments: [] }),
  'plain.pem': certificateFor(rsa, { topic: null, environments: [] }),
  'key.pem': pemOf(rsa),
  'other.pem': pemOf(other),
  'locked.pem': rsa.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'word' }).toString(),
  'text.txt': 'nothing of this kind',
  'google-services.json': JSON.stringify({ project_info: { project_id: 'demo-1' }, client: [] }),
  'agconnect-services.json': JSON.stringify({ agcgw: { url: 'x' }, client: { client_id: '1' } }),
  'client.json': JSON.stringify({ ...account, type: 'authorized_user' }),
  'no-key.json': JSON.stringify(account),
  'ec.json': JSON.stringify({ ...account, private_key: pemOf(ecKey()) }),
  'path.json': JSON.stringify({ ...account, project_id: '../x', private_key: pemOf(rsa) }),
  'firebase.json': JSON.stringify({ ...account, private_key: pemOf(rsa) }),
  'harmony.json': JSON.stringify(harmony),
  'no-account.json': JSON.stringify({ ...harmony, sub_account: '', key_id: undefined }),
}

const p8 = (changes: string, environment = 'environment: production, ') =>
  `vendor: apns, ${environment}credential: { teamId: TEAM123456, topic: a.b, ${changes} }`
const p12 = (changes: string) => `vendor: apns, environment: production, credential: { ${changes} }`
const pem = (changes: string, entry = 'environment: production, ') => `vendor: apns, ${entry}credential: { ${changes} }`
const PUSH = 'certificateFile: push.pem, keyFile: key.pem'

/** Entry, the key that is named, and what is said of it in both languages. */
const ROWS: readonly (readonly [entry: string, key: string, en: string, zh: string])[] = [
  // .p8
  [p8('keyFile: cut.p8, keyId: ABC123DEFG'), 'credential.keyFile', 'does not hold a key of Apple', '不是 Apple 的密钥'],
  [p8('keyFile: p384.p8, keyId: ABC123DEFG'), 'credential.keyFile', 'P-256', 'P-256'],
  [p8('keyFile: rsa.p8, keyId: ABC123DEFG'), 'credential.keyFile', 'P-256', 'P-256'],
  [p8('keyFile: AuthKey_ABC123DEFG.p8, keyId: abc'), 'credential.keyId', 'ten capital letters', '10 位大写字母'],
  [p8('keyFile: AuthKey_ABC123DEFG.p8, keyId: TEAM123456'), 'credential.keyId', 'ABC123DEFG', 'ABC123DEFG'],
  [p8('keyFile: AuthKey_ABC123DEFG.p8'), 'credential.keyId', 'is missing', '缺失'],
  [p8('keyId: ABC123DEFG'), 'credential.key', 'is missing. Set it, or name a file', '缺失'],
  [p8('keyFile: AuthKey_ABC123DEFG.p8, keyId: ABC123DEFG', ''), 'environment', 'is missing, and neither', '缺失'],
  [
    p8('keyFile: AuthKey_ABC123DEFG.p8, keyId: ABC123DEFG, keyID: x'),
    'credential.keyID',
    'Did you mean keyId?',
    'keyId',
  ],
  // .p12
  [p12('p12File: push.p12'), 'credential.password', 'is missing, and the .p12 needs one', '缺失，而 .p12 有密码'],
  [p12(`p12File: push.p12, password: ${PLANTED}`), 'credential.password', 'does not open the .p12', '打不开 .p12'],
  [p12('p12File: push.p12, password: 12345'), 'credential.password', 'Put it in quotes', '请加引号'],
  [p12('p12File: mixed.p12'), 'credential.p12File', 'does not belong to the certificate', '与证书不匹配'],
  [p12('p12File: no-key.p12'), 'credential.p12File', 'holds no private key', '没有可读取的私钥'],
  [p12('p12File: no-certificate.p12'), 'credential.p12File', 'holds no certificate', '没有证书'],
  [p12('p12File: cut.p12'), 'credential.p12File', 'does not hold a .p12', '不是可读取的 .p12'],
  [p12('p12File: text.txt'), 'credential.p12File', 'does not hold a .p12', '不是可读取的 .p12'],
  [p12(`p12: ${PLANTED}`), 'credential.p12', 'does not hold a .p12', '不是可读取的 .p12'],
  [
    p12(`p12File: open.p12, keyId: ABC123DEFG`),
    'credential.keyId',
    'has no place in this credential',
    '不属于这个凭证',
  ],
  // PEM
  [pem('certificateFile: push.pem'), 'credential.key', 'is missing', '缺失'],
  [pem('certificateFile: text.txt, keyFile: key.pem'), 'credential.certificateFile', 'PEM certificate', 'PEM 证书'],
  [pem('certificateFile: push.pem, keyFile: text.txt'), 'credential.keyFile', 'PEM private key', 'PEM 私钥'],
  [pem('certificateFile: push.pem, keyFile: other.pem'), 'credential.keyFile', 'does not belong', '与证书不匹配'],
  [pem('certificateFile: push.pem, keyFile: locked.pem'), 'credential.password', 'private key needs one', '私钥有密码'],
  [
    pem(`certificateFile: push.pem, keyFile: locked.pem, password: ${PLANTED}`),
    'credential.password',
    'does not open',
    '打不开',
  ],
  [pem('certificateFile: signs.pem, keyFile: key.pem'), 'credential.certificateFile', 'signs apps', '应用签名证书'],
  [pem(`${PUSH}, topic: com.example.other`), 'credential.topic', 'com.example.app', 'com.example.app'],
  [pem('certificateFile: plain.pem, keyFile: key.pem'), 'credential.topic', 'names no app', 'Bundle ID'],
  [pem(PUSH, ''), 'environment', 'certificate for both', '通用证书'],
  [pem('certificateFile: development.pem, keyFile: key.pem'), 'environment', 'is for development', 'development'],
  [pem(PUSH, 'environment: production, expiresAt: 2028-01-01, '), 'expiresAt', 'ends on 2027-01-01', '2027-01-01'],
  // service accounts
  ['vendor: fcm, credential: { serviceAccountFile: text.txt }', 'credential.serviceAccountFile', 'JSON', 'JSON'],
  [
    'vendor: fcm, credential: { serviceAccountFile: google-services.json }',
    'credential.serviceAccountFile',
    'is google-services.json',
    '是 google-services.json',
  ],
  [
    'vendor: fcm, credential: { serviceAccountFile: client.json }',
    'credential.serviceAccountFile',
    'no key file of a service account',
    '不是该厂商',
  ],
  [
    'vendor: fcm, credential: { serviceAccountFile: harmony.json }',
    'credential.serviceAccountFile',
    'of this vendor',
    '不是该厂商',
  ],
  [
    'vendor: fcm, credential: { serviceAccountFile: no-key.json }',
    'credential.serviceAccountFile',
    'private_key',
    'private_key',
  ],
  ['vendor: fcm, credential: { serviceAccountFile: ec.json }', 'credential.serviceAccountFile', 'RSA', 'RSA'],
  [
    'vendor: fcm, credential: { serviceAccountFile: path.json }',
    'credential.serviceAccountFile',
    'project_id',
    'project_id',
  ],
  ['vendor: fcm, credential: { serviceAccount: {} }', 'credential.serviceAccount', 'must be a text', '必须是文本'],
  [
    'vendor: huawei, credential: { serviceAccountFile: agconnect-services.json }',
    'credential.serviceAccountFile',
    'is agconnect-services.json',
    '是 agconnect-services.json',
  ],
  [
    'vendor: huawei, credential: { serviceAccountFile: firebase.json }',
    'credential.serviceAccountFile',
    'of this vendor',
    '不是该厂商',
  ],
  [
    'vendor: huawei, credential: { serviceAccountFile: no-account.json }',
    'credential.serviceAccountFile',
    'key_id, sub_account',
    'key_id, sub_account',
  ],
  // ids and secrets
  [
    `vendor: huawei, credential: { appId: a1, clientId: "1", clientSecret: ${PLANTED} }`,
    'credential.appId',
    'digits only',
    '只能是数字',
  ],
  [
    `vendor: honor, credential: { appId: a/b, clientId: "1", clientSecret: ${PLANTED} }`,
    'credential.appId',
    'must be an id',
    'ID',
  ],
  [
    `vendor: honor, credential: { appId: "1", clientId: ${PLANTED}, clientSecret: ${PLANTED} }`,
    'credential.clientSecret',
    'is the same as clientId',
    '与 clientId 相同',
  ],
  [
    `vendor: xiaomi, credential: { packageName: a.b, appSecret: "${PLANTED} x" }`,
    'credential.appSecret',
    'has blanks',
    '空格',
  ],
  [
    `vendor: xiaomi, credential: { packageName: a.b, appSecret: s, region: ${PLANTED} }`,
    'credential.region',
    'must be one of: china,',
    'china, global',
  ],
  [
    `vendor: xiaomi, credential: { packageName: a.b, appSecret: 12345 }`,
    'credential.appSecret',
    'Put it in quotes',
    '请加引号',
  ],
  [
    `vendor: oppo, credential: { appKey: ${PLANTED}, masterSecret: ${PLANTED} }`,
    'credential.masterSecret',
    'same as appKey',
    '与 appKey 相同',
  ],
  [
    `vendor: vivo, credential: { appId: 1, appKey: k, appSecret: k }`,
    'credential.appSecret',
    'same as appKey',
    '与 appKey 相同',
  ],
  [`vendor: meizu, credential: { appId: 1 }`, 'credential.appSecret', 'is missing', '缺失'],
  [`vendor: meizu, credential: { appId: 1, appSecret: "" }`, 'credential.appSecret', 'is empty', '是空的'],
  // the wrong shape
  [
    `vendor: apns, credential: { serviceAccount: ${PLANTED} }`,
    'credential',
    '{ keyFile, keyId, teamId, topic } / {',
    '{ keyFile, keyId',
  ],
  [
    `vendor: fcm, credential: { serverKey: ${PLANTED} }`,
    'credential',
    '{ serviceAccountFile }.',
    '{ serviceAccountFile }',
  ],
  [
    `vendor: oppo, credential: { appId: "1", appSecret: ${PLANTED} }`,
    'credential',
    '{ appKey, masterSecret, channelId }',
    '{ appKey',
  ],
  [
    `vendor: meizu, credential: { appId: 1, appSecret: s, region: china }`,
    'credential.region',
    '{ appId, appSecret }',
    '{ appId',
  ],
  [`vendor: meizu, credential: ${PLANTED}`, 'credential', 'must be a mapping', '“键: 值”'],
  [
    `vendor: meizu, credential: { appId: 1, appSecret: s, "${PLANTED}${PLANTED}${PLANTED}": x }`,
    'credential.5ec2e7…',
    'has no place',
    '不属于',
  ],
  [`vendor: fcm, baseUrl: ${PLANTED}`, 'baseUrl', 'must be a URL', 'URL'],
]

describe('what is wrong with a credential', () => {
  test.each(ROWS)('%s', (entry, key, en, zh) => {
    const loaded = load([entry], files)
    const sentences = { en: told(loaded, 'en'), zh: told(loaded, 'zh') }
    const place = `apps.prod.certificates.0.${key} `
    expect(sentences.en).toEqual([expect.stringContaining(en)])
    expect(sentences.en[0]).toMatch(new RegExp(`^${place.replaceAll('.', String.raw`\.`)}`))
    expect(sentences.zh).toEqual([expect.stringContaining(zh)])
    expect(sentences.zh[0]).toMatch(/[\u4e00-\u9fff]/)
    const all = [...sentences.en, ...sentences.zh].join('\n')
    expect(all).not.toContain(PLANTED)
    expect(all).not.toMatch(/[A-Za-z0-9+/]{40,}/)
  })

  test('is told all at once, of every entry', () => {
    const entries = [
      p8('keyFile: cut.p8, keyId: abc, topic: "a b", wrong: 1')
        .replace('topic: a.b, ', '')
        .replace('environment: production, ', ''),
      pem(
        'certificateFile: development.pem, keyFile: key.pem, topic: a.b',
        'environment: production, expiresAt: 2026-01-01, ',
      ),
      'vendor: nokia, credential: { a: 1 }',
      'vendor: honor, expiresAt: soon, credential: { appId: "1" }',
    ]
    expect(
      told(load(entries, files), 'en').map((sentence) => /^apps\.prod\.certificates\.(\S+)/.exec(sentence)?.[1]),
    ).toEqual([
      '2.vendor',
      '3.expiresAt',
      '0.credential.keyFile',
      '0.credential.keyId',
      '0.credential.topic',
      '0.credential.wrong',
      '0.environment',
      '1.credential.topic',
      '1.environment',
      '1.expiresAt',
      '3.credential.clientId',
      '3.credential.clientSecret',
    ])
  })

  test('an environment that is no environment is told once', () => {
    const entry = p8('keyFile: AuthKey_ABC123DEFG.p8, keyId: ABC123DEFG').replace('production', 'prod')
    expect(told(load([entry], files), 'en')).toEqual([
      'apps.prod.certificates.0.environment must be one of: production, development.',
    ])
  })
})
