import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ApnsBounds } from '../../../../src/adapters/vendors/apns/apns-bounds.ts'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import { ConnectProxy } from '../../../servers/vendors/connect-proxy.ts'
import { selfSigned } from '../../../servers/vendors/self-signed.ts'
import {
  apnsCertificate,
  apnsKey,
  type ApnsRig,
  MINUTE,
  NOBODY,
  pushCertificate,
  startApns,
  TOKEN,
} from './apns-rig.ts'

const token = new Secret(TOKEN)
const words = { title: 'Test', text: 'Hello' }
const { signal } = new AbortController()
const OK = { status: 200 }

let rig: ApnsRig
const start = async (bounds: Partial<ApnsBounds> = {}) => {
  rig = await startApns({ bounds })
  rig.production.answers(TOKEN, OK)
}
const probe = (asker: AbortSignal = signal) => rig.apns.driver.probeToken(apnsKey(), token, asker)
const send = () => rig.apns.driver.sendTest(apnsKey(), token, words, signal)
const used = () => rig.production.calls.map(({ connection }) => connection)

afterEach(async () => {
  vi.unstubAllEnvs()
  await rig.stop()
})

describe('a connection to Apple', () => {
  it('carries all questions of a credential, also those asked at the same time', async () => {
    await start()
    const replies = await Promise.all(Array.from({ length: 20 }, () => probe()))
    expect(new Set(replies.map(({ kind }) => kind))).toEqual(new Set(['accepted']))
    expect(await send()).toMatchObject({ kind: 'accepted' })
    expect(rig.production.connections).toBe(1)
    expect(new Set(rig.production.calls.map(({ authorization }) => authorization)).size).toBe(1)
  })

  it('is not shared with another key', async () => {
    await start()
    await probe()
    await rig.apns.driver.probeCredential(apnsCertificate(), signal)
    expect(rig.production.connections).toBe(2)
    // The server expects the key's sender and says so.
    expect(rig.production.objections.splice(0)).not.toEqual([])
  })

  it('is closed when nobody has used it for a while', async () => {
    await start({ idle: 1 })
    await probe()
    await rig.production.deserted()
    expect(rig.production.open).toBe(0)
    expect(await probe()).toMatchObject({ kind: 'accepted' })
    expect(rig.production.connections).toBe(2)
  })

  it('is asked whether it lives before a push after a quiet time', async () => {
    await start({ quiet: 0 })
    await probe()
    await send()
    expect([rig.production.pings, rig.production.connections]).toEqual([1, 1])
  })

  it('is replaced where it was cut in the quiet time, so that the test push arrives', async () => {
    await start({ quiet: 0 })
    await probe()
    rig.production.cut()
    await rig.production.deserted()
    expect(await send()).toMatchObject({ kind: 'accepted' })
    expect(used()).toEqual([0, 1])
  })

  it('is replaced after Apple has said goodbye', async () => {
    await start()
    rig.production.answers(TOKEN, { status: 200, thenGoaway: true }, OK)
    expect(await probe()).toMatchObject({ kind: 'accepted' })
    await rig.production.deserted()
    expect(await send()).toMatchObject({ kind: 'accepted' })
    expect(used()).toEqual([0, 1])
  })

  it('ends at close, and nothing is asked any more', async () => {
    await start()
    await probe()
    await rig.apns.close()
    await rig.production.deserted()
    expect(await probe()).toMatchObject({ kind: 'unanswered' })
    expect(rig.production.calls).toHaveLength(1)
  })
})

const BREAKS = [
  { name: 'GOAWAY', script: { goaway: 0 } },
  { name: 'GOAWAY with an error', script: { goaway: 11 } },
  { name: 'GOAWAY for maintenance', script: { goaway: 0, reason: 'Shutdown' } },
  { name: 'a reset', script: { reset: 2 } },
  { name: 'a refused stream', script: { reset: 7 } },
  { name: 'a cancelled stream', script: { reset: 8 } },
  { name: 'a stream closed without a word', script: { reset: 0 } },
  { name: 'a cut connection', script: 'cut' },
  { name: 'a 500', script: { status: 500, reason: 'InternalServerError' } },
  { name: 'a 503', script: { status: 503, reason: 'ServiceUnavailable' } },
  { name: 'an endless answer', script: { status: 400, raw: 'x'.repeat(2 * 1024 * 1024) } },
] as const

describe('after', () => {
  it.each(BREAKS)('$name the question is put once more', async ({ script }) => {
    await start()
    rig.production.answers(TOKEN, script, OK)
    expect(await probe()).toMatchObject({ kind: 'accepted' })
    expect(rig.production.calls).toHaveLength(2)
  })

  it.each(BREAKS)('$name for a second time it is not', async ({ script }) => {
    await start()
    rig.production.answers(TOKEN, script)
    expect(await probe()).toMatchObject({ kind: 'unanswered', reason: 'broken' })
    expect(rig.production.calls).toHaveLength(2)
  })

  it.each(BREAKS)('$name a test push is not sent again', async ({ script }) => {
    await start()
    rig.production.answers(TOKEN, script, OK)
    expect(await send()).toMatchObject({ kind: 'unanswered', reason: 'broken' })
    expect(rig.production.calls).toHaveLength(1)
  })

  it('GOAWAY with a reason about the credential, the credential is refused', async () => {
    await start()
    rig.production.answers(NOBODY, { goaway: 11, reason: 'BadCertificateEnvironment' })
    const reply = await rig.apns.driver.probeCredential(apnsKey(), signal)
    expect(reply).toMatchObject({ kind: 'refused', about: 'credential', code: 'BadCertificateEnvironment', http: null })
  })
})

describe('Apple that is not there', () => {
  it('is a time-out where it does not answer, and the next question takes another connection', async () => {
    await start({ call: 500 })
    rig.production.answers(TOKEN, 'hang', OK)
    expect(await probe()).toMatchObject({ kind: 'unanswered', reason: 'timeout', http: null })
    expect(await probe()).toMatchObject({ kind: 'accepted' })
    expect(used()).toEqual([0, 1])
  })

  it('is let go when the asker gives up', async () => {
    await start()
    rig.production.answers(TOKEN, 'hang')
    const asker = new AbortController()
    const asked = probe(asker.signal)
    await rig.production.received(1)
    asker.abort()
    expect(await asked).toMatchObject({ kind: 'unanswered', reason: 'cancelled' })
    expect(await probe(asker.signal)).toMatchObject({ kind: 'unanswered', reason: 'cancelled' })
    expect(rig.production.calls).toHaveLength(1)
  })

  it('is unreachable, and not asked again and again', async () => {
    await start()
    const reply = await rig.apns.driver.probeToken(apnsKey({ baseUrl: 'https://127.0.0.1:1' }), token, signal)
    expect(reply).toMatchObject({ kind: 'unanswered', reason: 'unreachable' })
  })

  it('is not believed with a certificate that nobody signed', async () => {
    const stranger = selfSigned('localhost')
    rig = await startApns({ serverTls: stranger })
    expect(await probe()).toMatchObject({ kind: 'unanswered', reason: 'unreachable' })
    expect(rig.production.calls).toEqual([])
  })
})

describe('the signature of a key', () => {
  it('is kept for more than 20 minutes, and made anew before 50', async () => {
    await start()
    await probe()
    rig.clock.now += 21 * MINUTE
    await probe()
    rig.clock.now += 29 * MINUTE
    await probe()
    const [first, second, third] = rig.production.calls.map(({ authorization }) => authorization)
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })

  it('is made anew when the clock was set back, since Apple takes none from the future', async () => {
    await start()
    await probe()
    rig.clock.now -= 10 * MINUTE
    await probe()
    const [first, second] = rig.production.calls.map(({ authorization }) => authorization)
    expect(second).not.toBe(first)
  })
})

describe('a push certificate', () => {
  const sender = { kind: 'certificate', certificate: pushCertificate.certificate } as const
  const ask = (credential = apnsCertificate()) => rig.apns.driver.probeCredential(credential, signal)

  it('is shown in TLS, with no signature beside it', async () => {
    rig = await startApns({ sender })
    expect(await ask()).toMatchObject({ kind: 'accepted' })
  })

  it('asks only its own host about a token', async () => {
    rig = await startApns({ sender })
    rig.development.answers(TOKEN, OK)
    const reply = await rig.apns.driver.probeToken(apnsCertificate(), token, signal)
    expect(reply).toMatchObject({ kind: 'refused', code: 'BadDeviceToken' })
    expect(rig.development.connections).toBe(0)
  })

  it.each([
    ['no PEM', { certificate: 'x', key: new Secret('y') }],
    ['the key of another', { key: new Secret(selfSigned('Another').key) }],
  ])('is refused before anybody is asked where it is %s', async (_name, changes) => {
    rig = await startApns({ sender })
    const reply = await ask(apnsCertificate(changes))
    expect(reply).toMatchObject({ kind: 'refused', about: 'credential', code: 'BadCertificate', http: null })
    expect(rig.production.connections).toBe(0)
  })
})

describe('the proxy of the environment', () => {
  it('is asked for a tunnel, with its login', async () => {
    await start()
    const proxy = await new ConnectProxy().start()
    vi.stubEnv('HTTPS_PROXY', proxy.url('me:p%40ss@'))
    vi.stubEnv('NO_PROXY', '')
    vi.stubEnv('no_proxy', '')
    expect(await probe()).toMatchObject({ kind: 'accepted' })
    const authorization = `Basic ${Buffer.from('me:p@ss').toString('base64')}`
    expect(proxy.tunnels).toEqual([{ target: new URL(rig.production.url).host, authorization }])
    proxy.refusal = 407
    expect(await rig.apns.driver.probeToken(apnsKey({ environment: 'development' }), token, signal)).toMatchObject({
      kind: 'unanswered',
      reason: 'unreachable',
      info: 'the proxy refused the tunnel with status 407',
    })
    await proxy.stop()
  })

  it.each(['127.0.0.1', '*', 'example.com, 127.0.0.1'])('is left aside for NO_PROXY=%s', async (direct) => {
    await start()
    vi.stubEnv('HTTPS_PROXY', 'http://127.0.0.1:1')
    vi.stubEnv('NO_PROXY', direct)
    vi.stubEnv('no_proxy', '')
    expect(await probe()).toMatchObject({ kind: 'accepted' })
  })
})
