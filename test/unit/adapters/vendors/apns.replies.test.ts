import { generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { apns as apnsCodes } from '../../../../src/diagnostics/codes/catalogue/apns.ts'
import { apnsRequest } from '../../../../src/diagnostics/codes/catalogue/apns-request.ts'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import { apnsKey, type ApnsRig, NOBODY, NOW, startApns, TOKEN } from './apns-rig.ts'

// One comes without a status: of those that only clients know.
const CODES = [...apnsCodes, ...apnsRequest].map(({ code, kind, http = 403 }) => ({ code, kind, http }))
const token = new Secret(TOKEN)
const { signal } = new AbortController()

/** A vendor that is busy or out of order has not answered; all else is a refusal. */
function expectedOf(
  { code, kind, http }: Pick<(typeof CODES)[number], 'code' | 'kind' | 'http'>,
  ofSilence: object,
  ofRefusal: object,
): object {
  if (http === 429) return { kind: 'unanswered', reason: 'busy', http, ...ofSilence }
  if (kind === 'server') return { kind: 'unanswered', reason: 'broken', http, ...ofSilence }
  return { kind: 'refused', about: kind, code, http, ...ofRefusal }
}

describe('what Apple says', () => {
  let rig: ApnsRig
  beforeEach(async () => {
    rig = await startApns()
  })
  afterEach(() => rig.stop())

  it.each(CODES)('$http $code about a credential', async ({ code, kind, http }) => {
    rig.production.answers(NOBODY, { status: http, reason: code })
    const reply = await rig.apns.driver.probeCredential(apnsKey(), signal)
    expect(reply).toMatchObject(
      kind === 'token' ? { kind: 'accepted' } : expectedOf({ code, kind, http }, { info: code }, { deadSince: null }),
    )
  })

  it.each(CODES)('$http $code about a token', async ({ code, kind, http }) => {
    rig.production.answers(TOKEN, { status: http, reason: code })
    const reply = await rig.apns.driver.probeToken(apnsKey(), token, signal)
    expect(reply).toMatchObject(expectedOf({ code, kind, http }, {}, {}))
  })

  it('takes a reason that is not listed as Apple wrote it, without knowing what it is about', async () => {
    rig.production.answers(NOBODY, { status: 403, reason: 'SomethingNew' })
    const reply = await rig.apns.driver.probeCredential(apnsKey(), signal)
    expect(reply).toMatchObject({ kind: 'refused', about: null, code: 'SomethingNew', http: 403 })
  })

  it('says that a token is known, and by which id Apple knows the push', async () => {
    rig.production.answers(TOKEN, { status: 200 })
    expect(await rig.apns.driver.probeToken(apnsKey(), token, signal)).toEqual({
      kind: 'accepted',
      notifications: null,
      otherEnvironment: false,
      info: 'apns-id 7e9dfdc8-6c6f-4d38-a3c2-0b2d1a6f3e10',
    })
    expect(rig.production.calls).toMatchObject([{ token: TOKEN, pushType: 'background' }])
  })

  it('says since when a token is dead', async () => {
    const timestamp = NOW - 86_400_000
    rig.production.answers(TOKEN, { status: 410, reason: 'Unregistered', timestamp })
    const reply = await rig.apns.driver.probeToken(apnsKey(), token, signal)
    expect(reply).toMatchObject({ kind: 'refused', about: 'token', code: 'Unregistered', deadSince: timestamp })
    expect(rig.development.calls).toEqual([])
  })

  describe('about a token of the other environment', () => {
    it('finds it there, once, with the same key', async () => {
      rig.development.answers(TOKEN, { status: 200 })
      const reply = await rig.apns.driver.probeToken(apnsKey(), token, signal)
      expect(reply).toMatchObject({ kind: 'accepted', otherEnvironment: true })
      expect([rig.production.calls.length, rig.development.calls.length]).toEqual([1, 1])
    })

    it('finds it in production where the certificate is for development', async () => {
      rig.production.answers(TOKEN, { status: 200 })
      const reply = await rig.apns.driver.probeToken(apnsKey({ environment: 'development' }), token, signal)
      expect(reply).toMatchObject({ kind: 'accepted', otherEnvironment: true })
    })

    it('says that it died there', async () => {
      rig.development.answers(TOKEN, { status: 410, reason: 'Unregistered', timestamp: NOW })
      const reply = await rig.apns.driver.probeToken(apnsKey(), token, signal)
      expect(reply).toMatchObject({ kind: 'refused', code: 'Unregistered', deadSince: NOW })
    })

    it.each([
      { name: 'neither knows it', script: { status: 400, reason: 'BadDeviceToken' } },
      { name: 'the key is limited to one', script: { status: 403, reason: 'BadEnvironmentKeyInToken' } },
      { name: 'the other is out of order', script: { status: 503, reason: 'ServiceUnavailable' } },
    ])('keeps to the first answer where $name', async ({ script }) => {
      rig.development.answers(TOKEN, script)
      const reply = await rig.apns.driver.probeToken(apnsKey(), token, signal)
      expect(reply).toMatchObject({ kind: 'refused', code: 'BadDeviceToken', http: 400 })
    })

    it('asks nobody else where one address stands for both', async () => {
      const reply = await rig.apns.driver.probeToken(apnsKey({ baseUrl: rig.production.url }), token, signal)
      expect(reply).toMatchObject({ kind: 'refused', code: 'BadDeviceToken' })
      expect([rig.production.calls.length, rig.development.calls.length]).toEqual([1, 0])
    })
  })

  it('shows a test push with its words, once', async () => {
    rig.production.answers(TOKEN, { status: 200 })
    const words = { title: '测试', text: 'Hello from "im-doctor"' }
    const reply = await rig.apns.driver.sendTest(apnsKey(), token, words, signal)
    expect(reply).toMatchObject({ kind: 'accepted' })
    const [call] = rig.production.calls
    expect(call?.pushType).toBe('alert')
    expect(JSON.parse(call?.body ?? '')).toMatchObject({ aps: { alert: { title: words.title, body: words.text } } })
    expect(rig.production.calls).toHaveLength(1)
  })

  it('waits as long as Apple asks', async () => {
    rig.production.answers(TOKEN, { status: 429, reason: 'TooManyRequests', headers: { 'retry-after': '30' } })
    const reply = await rig.apns.driver.probeToken(apnsKey(), token, signal)
    expect(reply).toMatchObject({ reason: 'busy', retryAfterMs: 30_000, info: 'TooManyRequests' })
  })

  it('does not take the page of a gateway for a word of Apple', async () => {
    rig.production.answers(NOBODY, { status: 403, raw: '<html>Forbidden</html>' })
    const reply = await rig.apns.driver.probeCredential(apnsKey(), signal)
    expect(reply).toMatchObject({ kind: 'unanswered', reason: 'broken', http: 403 })
  })

  it('repeats neither token nor key nor signature, even where the server does', async () => {
    const key = apnsKey()
    rig.production.answers(TOKEN, { status: 200 })
    await rig.apns.driver.probeToken(key, token, signal)
    const jwt = rig.production.calls[0]?.authorization?.slice('bearer '.length) ?? ''
    for (const said of [TOKEN, TOKEN.toUpperCase(), jwt]) {
      rig.production.answers(TOKEN, { status: 400, reason: said })
      const reply = await rig.apns.driver.probeToken(key, token, signal)
      expect(reply).toMatchObject({ http: 400 })
      expect(JSON.stringify(reply).toLowerCase()).not.toContain(said.toLowerCase())
    }
    expect(jwt.split('.')).toHaveLength(3)
  })

  it.each(['<a1b2 c3d4>', 'a'.repeat(401), '\ud800', '', 'a\nb'])(
    'asks nobody about %j, which is no token',
    async (text) => {
      const reply = await rig.apns.driver.probeToken(apnsKey(), new Secret(text), signal)
      expect(reply).toMatchObject({ kind: 'refused', about: 'token', code: 'BadDeviceToken', http: null })
      expect(rig.production.calls).toEqual([])
    },
  )

  it.each([
    ['no PEM', 'AuthKey'],
    [
      'another kind of key',
      generateKeyPairSync('rsa', { modulusLength: 2048 })
        .privateKey.export({ type: 'pkcs8', format: 'pem' })
        .toString(),
    ],
    [
      'another curve',
      generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ],
  ])('says that nothing can be signed with %s', async (_name, pem) => {
    const reply = await rig.apns.driver.probeCredential(apnsKey({ key: new Secret(pem) }), signal)
    expect(reply).toMatchObject({ kind: 'refused', about: 'credential', code: 'InvalidProviderToken', http: null })
    expect(rig.production.connections).toBe(0)
  })
})
