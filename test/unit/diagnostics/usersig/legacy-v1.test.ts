import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ask, codes, DAY, ISSUED, KEY, makeApp, toSigText } from './craft.ts'
import { createHmac } from 'node:crypto'

interface Legacy {
  userId: string
  appIdAt3rd: string | undefined
  userbuf: string | undefined
  expire: string
  time: string
  members: Record<string, unknown>
}

const PLAIN: Legacy = {
  userId: 'alice',
  appIdAt3rd: '0',
  userbuf: undefined,
  expire: String(30 * DAY),
  time: String(ISSUED),
  members: {},
}

function document(privateKey: KeyObject | string, changes: Partial<Legacy> = {}): string {
  const { userId, appIdAt3rd, userbuf, expire, time, members } = { ...PLAIN, ...changes }
  const content = [
    ...(appIdAt3rd === undefined ? [] : [`TLS.appid_at_3rd:${appIdAt3rd}`]),
    'TLS.account_type:0',
    `TLS.identifier:${userId}`,
    'TLS.sdk_appid:1400000001',
    `TLS.time:${time}`,
    `TLS.expire_after:${expire}`,
    ...(userbuf === undefined ? [] : [`TLS.userbuf:${userbuf}`]),
    '',
  ].join('\n')
  const signature =
    typeof privateKey === 'string'
      ? createHmac('sha256', privateKey).update(content).digest('base64')
      : sign('sha256', Buffer.from(content), privateKey).toString('base64')
  return JSON.stringify({
    'TLS.account_type': '0',
    'TLS.identifier': userId,
    'TLS.appid_at_3rd': appIdAt3rd,
    'TLS.sdk_appid': '1400000001',
    'TLS.expire_after': expire,
    'TLS.version': '201512300000',
    'TLS.time': time,
    'TLS.userbuf': userbuf,
    'TLS.sig': signature,
    ...members,
  })
}

function craftLegacy(privateKey: KeyObject | string, changes: Partial<Legacy> = {}): string {
  return toSigText(deflateSync(document(privateKey, changes)))
}

const pem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }).toString()

describe.each(['prime256v1', 'secp256k1'])('version 1.0 with %s', (namedCurve) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve })
  const stranger = generateKeyPairSync('ec', { namedCurve })
  const app = makeApp({ publicKey: pem(publicKey) })
  const question = { apps: [app], expected: { userId: 'alice', app } }

  it.each<[string, Partial<Legacy>]>([
    ['plain', {}],
    ['without appid_at_3rd', { appIdAt3rd: undefined }],
    ['with an empty appid_at_3rd', { appIdAt3rd: '' }],
    ['with a userbuf', { userbuf: 'AAECAw==' }],
  ])('verifies, %s', (_, changes) => {
    const report = ask(craftLegacy(privateKey, changes), question)
    expect(report).toMatchObject({ verdict: 'valid', version: '1.0', sdkAppId: 1_400_000_001, ttlSeconds: 30 * DAY })
    expect(report.findings[0]).toMatchObject({
      code: 'legacy-v1',
      severity: 'warning',
      params: { publicKeyConfigured: true },
      imErrorCodes: [70_009, 70_016],
    })
  })

  it('checks user and time as ever', () => {
    const report = ask(craftLegacy(privateKey, { userId: 'bob', expire: '50' }), question)
    expect(report.verdict).toBe('invalid')
    expect(codes(report)).toEqual(['wrong-userid', 'expired', 'legacy-v1'])
  })

  it('refuses the signature of another pair, and names the app that has it', () => {
    const sig = craftLegacy(stranger.privateKey)
    expect(ask(sig, question).findings).toMatchObject([{ code: 'wrong-key', params: {} }, { code: 'legacy-v1' }])
    const other = makeApp({ name: 'old', sdkAppId: 1_400_000_009, publicKey: pem(stranger.publicKey) })
    expect(ask(sig, { ...question, apps: [app, other] }).findings).toMatchObject([
      { code: 'wrong-key', params: { fits: 'old' } },
      {},
    ])
  })

  it('proves that the user was changed', () => {
    const sig = craftLegacy(privateKey, { members: { 'TLS.identifier': 'administrator' } })
    expect(codes(ask(sig, question))).toEqual(['tampered', 'wrong-userid', 'legacy-v1', 'admin-account'])
  })

  it('reads the oldest form, which is the JSON itself', () => {
    const report = ask(document(privateKey, { time: '2026-11-24T10:00:00-08:00' }), {
      ...question,
      now: Date.parse('2026-11-25T00:00:00Z'),
    })
    expect(report).toMatchObject({ verdict: 'valid', version: '1.0', userId: 'alice' })
    const broken = ask(document(privateKey, { time: 'yesterday' }), question)
    expect(broken).toMatchObject({ verdict: 'invalid', issuedAt: null })
  })
})

describe('version 1.0 without a key that could tell', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  it.each([
    ['no public key', {}],
    ['a broken PEM', { publicKey: '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n' }],
    ['a key of another kind', { publicKey: pem(generateKeyPairSync('ed25519').publicKey) }],
  ])('is unverifiable with %s', (_, overrides) => {
    const app = makeApp(overrides)
    const report = ask(craftLegacy(privateKey), { apps: [app], expected: { userId: 'alice', app } })
    expect(report).toMatchObject({ verdict: 'unverifiable', version: '1.0' })
    expect(report.findings).toMatchObject([
      { code: 'legacy-v1', severity: 'error', params: { publicKeyConfigured: false } },
    ])
  })

  it('recognises the recipe that mixes the names with an HMAC', () => {
    const app = makeApp()
    const report = ask(craftLegacy(KEY), { apps: [app], expected: { userId: 'alice', app } })
    expect(report.findings).toMatchObject([
      { code: 'wrong-key', params: { mistakes: ['content-v1-names'] } },
      { code: 'legacy-v1' },
    ])
  })

  it('names what is missing', () => {
    const report = ask(craftLegacy(privateKey, { members: { 'TLS.time': undefined, 'TLS.sig': undefined } }))
    expect(report.findings[0]).toMatchObject({
      code: 'missing-field',
      params: { problems: [{ field: 'TLS.time' }, { field: 'TLS.sig' }] },
    })
  })
})
