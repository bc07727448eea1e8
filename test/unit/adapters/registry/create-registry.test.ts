import type { Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { REGISTRY_LIMITS } from '../../../../src/adapters/registry/limits.ts'
import { deviceOf } from '../../../support/stored.ts'
import { APPS, NOW, PHONE, type Sending, startDesk, TOKEN } from './desk.ts'

const KIBIBYTES_64 = 64 * 1024

/** One device in exactly so many bytes. */
const bodyOf = (bytes: number) => JSON.stringify(PHONE).padEnd(bytes, ' ')

/** All that came on a connection until it was closed, however that went. */
function answerOn(socket: Socket): Promise<string> {
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', () => {})
  return new Promise((resolve) => socket.on('close', () => resolve(Buffer.concat(chunks).toString())))
}

describe('who may come in', () => {
  test.each<[string, Sending, number]>([
    ['the token of the app', {}, APPS[0].sdkAppId],
    ['the scheme in another case', { authorization: `bearer   ${TOKEN}` }, APPS[0].sdkAppId],
    [
      'a token of any characters, of an app of any name',
      { app: 'stage%202', authorization: `Bearer ${Buffer.from('tökèn of stage').toString('latin1')}` },
      APPS[1].sdkAppId,
    ],
  ])('is let in: %s', async (_, sending, sdkAppId) => {
    const desk = await startDesk()
    const answer = await desk.put(PHONE, sending)
    expect([answer.status, answer.body]).toEqual([204, ''])
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(await desk.known('alice', sdkAppId)).toHaveLength(1)
    expect([desk.counted, desk.logged()]).toEqual([
      [`${sdkAppId === APPS[0].sdkAppId ? 'prod' : 'stage 2'} stored`],
      '',
    ])
  })

  const guess = 'Bearer guess'
  test.each<[string, number, string, Sending]>([
    ['an app that is not configured', 404, 'other unknown-app', { app: 'nobody' }],
    ['an app with an odd name', 404, 'other unknown-app', { app: '__proto__' }],
    ['a name that is no UTF-8', 404, 'other unknown-app', { app: '%ff' }],
    ['GET', 405, 'prod wrong-method', { method: 'GET' }],
    ['POST', 405, 'prod wrong-method', { method: 'POST' }],
    ['PATCH', 405, 'prod wrong-method', { method: 'PATCH' }],
    ['an app without a token', 403, 'bare not-set-up', { app: 'bare' }],
    ['an app without a token, with none', 403, 'bare not-set-up', { app: 'bare', authorization: null }],
    ['no token', 401, 'prod no-token', { authorization: null }],
    ['an empty token', 401, 'prod no-token', { authorization: 'Bearer ' }],
    ['another scheme', 401, 'prod no-token', { authorization: `Basic ${TOKEN}` }],
    ['a token without a scheme', 401, 'prod no-token', { authorization: TOKEN }],
    ['a guess', 401, 'prod wrong-token', { authorization: guess }],
    ['half the token', 401, 'prod wrong-token', { authorization: `Bearer ${TOKEN.slice(0, 9)}` }],
    ['the token and more', 401, 'prod wrong-token', { authorization: `Bearer ${TOKEN}x` }],
    ["another app's token", 401, 'stage 2 wrong-token', { app: 'stage%202' }],
    ['a guess, before the body is read', 401, 'prod wrong-token', { authorization: guess, text: bodyOf(80_000) }],
    ['a guess, to forget', 401, 'prod wrong-token', { authorization: guess, method: 'DELETE' }],
  ])('is refused, and nothing is changed: %s', async (_, status, count, sending) => {
    const desk = await startDesk()
    const before = deviceOf('alice', NOW, { source: 'registry' })
    for (const { sdkAppId } of APPS) await desk.store.devices.remember(sdkAppId, [before])
    const answer = await desk.send({ text: bodyOf(200), ...sending })
    expect([answer.status, JSON.parse(answer.body)]).toMatchObject([status, { message: expect.stringMatching(/./) }])
    expect(answer.headers['allow']).toBe(status === 405 ? 'PUT, DELETE' : undefined)
    expect(String(answer.headers['www-authenticate'])).toMatch(status === 401 ? /^Bearer realm=/ : /^undefined$/)
    expect(desk.counted).toEqual([count])
    for (const { sdkAppId } of APPS) expect(await desk.known('alice', sdkAppId)).toEqual([before])
  })

  test('an app without a token is told what to configure, in the answer and in the log', async () => {
    const desk = await startDesk()
    const answer = await desk.put(PHONE, { app: 'bare' })
    expect(JSON.parse(answer.body)).toMatchObject({ remedy: expect.stringContaining('apps.bare.registry') })
    expect(desk.logged()).toContain('apps.bare.registry')
  })

  test('a wrong token is told apart from none', async () => {
    const desk = await startDesk()
    const challenge = async (authorization: string | null) =>
      (await desk.put(PHONE, { authorization })).headers['www-authenticate']
    expect(await challenge(null)).not.toContain('invalid_token')
    expect(await challenge(guess)).toContain('error="invalid_token"')
  })
})

describe('what is logged', () => {
  test('what someone can mend: with its remedy, at most once a minute, and nothing that was sent', async () => {
    let now = NOW
    const desk = await startDesk({ now: () => now })
    const guess = () => desk.put(PHONE, { authorization: 'Bearer private-guess' })
    await guess()
    await guess()
    await desk.put(PHONE, { authorization: null })
    await desk.put({ ...PHONE, model: 7 })
    now += 60_000
    await guess()
    const lines = desk.logged().trim().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject(
      ['wrong-token', 'wrong-shape', 'wrong-token'].map((reason) => ({
        app: 'prod',
        reason,
        remedy: expect.stringMatching(/./),
      })),
    )
    for (const unsaid of [TOKEN, 'private', 'alice']) expect(desk.logged()).not.toContain(unsaid)
  })
})

describe('what is kept', () => {
  test('a device with everything, as it is told', async () => {
    const desk = await startDesk()
    const told = {
      ...PHONE,
      certificateId: '678',
      registrationId: 'private-registration',
      model: 'Xiaomi 14 小米',
      system: 'HyperOS 2',
      sdkVersion: '8.3.6498',
      notifications: false,
      seenAt: '2026-11-25T08:00:00+08:00',
    }
    expect((await desk.put({ devices: [told] })).status).toBe(204)
    expect(await desk.known()).toEqual([
      {
        userId: 'alice',
        instanceId: 'phone-1',
        platform: 'Android',
        vendor: 'xiaomi',
        certificateId: '678',
        token: 'private-device-token',
        registrationId: 'private-registration',
        model: 'Xiaomi 14 小米',
        system: 'HyperOS 2',
        sdkVersion: '8.3.6498',
        notifications: 'off',
        seenAt: Date.UTC(2026, 10, 25),
        source: 'registry',
      },
    ])
  })

  test.each<[string, object, object]>([
    ['what is left out is unknown, and seen now', {}, { model: null, notifications: 'unknown', seenAt: NOW }],
    ['null is left out', { model: null, notifications: null, seenAt: null, id: null }, { model: null, seenAt: NOW }],
    ['a certificate ID may be a number', { certificateId: 7 }, { certificateId: '7' }],
    ['notifications are on', { notifications: true }, { notifications: 'on' }],
    ['a time that lies ahead is now', { seenAt: '2027-01-01T00:00:00Z' }, { seenAt: NOW }],
    ['an iPhone', { platform: 'ios', vendor: 'apns' }, { platform: 'iOS', vendor: 'apns' }],
    ['a HarmonyOS phone', { platform: 'harmony', vendor: 'huawei' }, { platform: 'HarmonyOS', vendor: 'huawei' }],
  ])('%s', async (_, changes, expected) => {
    const desk = await startDesk()
    expect((await desk.put({ ...PHONE, ...changes })).status).toBe(204)
    expect(await desk.known()).toMatchObject([expected])
  })

  test('a list takes the place of what the registry knew, and of nothing else', async () => {
    const desk = await startDesk()
    const traced = deviceOf('alice', NOW - 5)
    await desk.store.devices.remember(APPS[0].sdkAppId, [traced])
    await desk.put({ devices: [PHONE, { ...PHONE, id: 'phone-2' }] })
    await desk.put(PHONE, { user: 'bob' })
    await desk.put({ devices: [{ ...PHONE, id: 'phone-3', seenAt: '2026-11-01T00:00:00Z' }] })
    expect((await desk.known()).map(({ instanceId }) => instanceId)).toEqual(['instance-1', 'phone-3'])
    await desk.put({ devices: [] })
    expect(await desk.known()).toEqual([traced])
    expect(await desk.known('bob')).toHaveLength(1)
  })

  test('devices without an id are told apart by their token, which their name does not give away', async () => {
    const desk = await startDesk()
    const nameless = (token: string) => ({ ...PHONE, id: undefined, token })
    await desk.put({ devices: [nameless('one-token'), nameless('other-token'), nameless('one-token')] })
    const known = await desk.known()
    expect(new Set(known.map(({ token }) => token))).toEqual(new Set(['one-token', 'other-token']))
    expect(known).toHaveLength(2)
    for (const { instanceId } of known) expect(instanceId).not.toContain('one-token')
  })

  test.each([
    ['Chinese', '李雷'],
    ['a slash, a space and a question mark', 'a/b c?d'],
    ['a percent sign', '100%25'],
    ['a plus', 'a+b'],
    ['256 bytes', 'é'.repeat(128)],
  ])('a user whose id is of %s', async (_, userId) => {
    const desk = await startDesk()
    expect((await desk.put(PHONE, { user: encodeURIComponent(userId) })).status).toBe(204)
    expect(await desk.known(userId)).toHaveLength(1)
    expect((await desk.forget('', { user: encodeURIComponent(userId) })).status).toBe(204)
    expect(await desk.known(userId)).toEqual([])
  })
})

describe('what is forgotten', () => {
  test.each([
    ['all', '', ['instance-1']],
    ['one', '?id=phone%202', ['instance-1', 'phone-1']],
    ['one that nobody knows', '?id=phone-9', ['instance-1', 'phone 2', 'phone-1']],
    ['one of the other source', '?id=instance-1', ['instance-1', 'phone 2', 'phone-1']],
  ])('%s', async (_, query, left) => {
    const desk = await startDesk()
    await desk.store.devices.remember(APPS[0].sdkAppId, [deviceOf('alice', NOW)])
    await desk.put({ devices: [PHONE, { ...PHONE, id: 'phone 2' }] })
    await desk.put(PHONE, { user: 'bob' })
    const answer = await desk.forget(query)
    expect([answer.status, answer.body, desk.counted.at(-1)]).toEqual([204, '', 'prod forgotten'])
    expect((await desk.known()).map(({ instanceId }) => instanceId).toSorted()).toEqual(left)
    expect(await desk.known('bob')).toHaveLength(1)
  })

  test.each([
    ['another word than id', '?ID=phone-1', ''],
    ['an empty id', '?id=', 'id'],
    ['two ids', '?id=phone-1&id=phone-2', 'id'],
    ['an id that is too long', `?id=${'x'.repeat(129)}`, 'id'],
  ])('%s forgets nothing', async (_, query, path) => {
    const desk = await startDesk()
    await desk.put(PHONE)
    const answer = await desk.forget(query)
    expect([answer.status, JSON.parse(answer.body)]).toMatchObject([422, { problems: [{ path }] }])
    expect(await desk.known()).toHaveLength(1)
  })
})

describe('bodies', () => {
  test.each<[string, number, string, Sending]>([
    ['nothing', 400, 'not-json', { text: '' }],
    ['no JSON', 400, 'not-json', { text: 'devices=1' }],
    ['half of it', 400, 'not-json', { text: bodyOf(1).slice(0, -1) }],
    ['brackets', 400, 'not-json', { text: '['.repeat(60_000) }],
    ['another encoding than UTF-8', 400, 'not-json', { text: Buffer.from('{"model":"é"}', 'latin1') }],
    ['gzip', 415, 'encoded', { text: gzipSync(bodyOf(1)), headers: { 'content-encoding': 'gzip' } }],
    ['64 KiB and a byte', 413, 'too-large', { text: bodyOf(KIBIBYTES_64 + 1) }],
    ['64 KiB and a byte in chunks', 413, 'too-large', { text: bodyOf(KIBIBYTES_64 + 1), chunked: true }],
  ])('%s: refused', async (_, status, outcome, sending) => {
    const desk = await startDesk()
    const answer = await desk.send(sending)
    expect([answer.status, JSON.parse(answer.body)]).toMatchObject([status, { error: outcome }])
    expect([desk.counted, await desk.known()]).toEqual([[`prod ${outcome}`], []])
  })

  test.each<[string, Sending]>([
    ['64 KiB', { text: bodyOf(KIBIBYTES_64) }],
    ['64 KiB in chunks', { text: bodyOf(KIBIBYTES_64), chunked: true }],
    [
      'a byte order mark, and a type that is none',
      { text: `\ufeff${bodyOf(1)}`, headers: { 'content-type': 'no/nse' } },
    ],
  ])('%s: taken', async (_, sending) => {
    const desk = await startDesk()
    expect((await desk.send(sending)).status).toBe(204)
    expect(await desk.known()).toHaveLength(1)
  })

  test('a body that never ends is refused as soon as it is too large, and cut off', async () => {
    const desk = await startDesk()
    const socket = await desk.begin('transfer-encoding: chunked')
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`
    const pump = () => {
      while (!socket.destroyed && socket.write(chunk));
    }
    socket.on('drain', pump)
    pump()
    expect(await answerOn(socket)).toMatch(/^HTTP\/1\.1 413 /)
  })

  test('a body that does not arrive in time is refused, and its connection closed', async () => {
    const desk = await startDesk({ limits: { bodyTime: 30 } })
    const socket = await desk.begin('content-length: 100')
    socket.write('{"devices":')
    expect(await answerOn(socket)).toMatch(/^HTTP\/1\.1 408 /)
    expect([desk.counted, await desk.known()]).toEqual([['prod too-slow'], []])
  })

  test('a sender that goes away while it sends changes nothing', async () => {
    const desk = await startDesk()
    await desk.put(PHONE)
    const socket = await desk.begin('content-length: 100')
    await new Promise<void>((resolve) => socket.write('{"devices":[]', () => resolve()))
    socket.destroy()
    await expect.poll(() => desk.counted).toEqual(['prod stored', 'prod aborted'])
    expect([await desk.known(), desk.logged()]).toMatchObject([[{ instanceId: 'phone-1' }], ''])
  })
})

describe('the store', () => {
  test('nothing is answered before it is durable', async () => {
    let makeDurable = () => {}
    const steps: string[] = []
    const replace = () =>
      new Promise<void>((resolve) => {
        steps.push('replace')
        makeDurable = resolve
      })
    const desk = await startDesk({ devices: { replace, forget: () => Promise.resolve(0) } })
    const answer = desk.put(PHONE).then(({ status }) => steps.push(String(status)))
    await expect.poll(() => steps).toEqual(['replace'])
    makeDurable()
    await answer
    expect(steps).toEqual(['replace', '204'])
  })

  const failures: [string, () => Promise<never>, string][] = [
    ['refuses', () => Promise.reject(Object.assign(new Error(`row of ${PHONE.token}`), { code: '23502' })), '23502'],
    [
      'throws',
      () => {
        throw new TypeError(`row of ${PHONE.token}`)
      },
      'TypeError',
    ],
    ['hangs', () => new Promise(() => {}), 'late'],
  ]
  test.each(failures)('%s: 503 for both methods, and told in the log without what it quotes', async (_, work, word) => {
    const desk = await startDesk({ devices: { replace: work, forget: work }, limits: { storeTime: 30 } })
    const answers = [await desk.put(PHONE), await desk.forget()]
    expect(answers.map(({ status }) => status)).toEqual([503, 503])
    expect(answers[0]?.headers['retry-after']).toBe('1')
    expect(desk.counted).toEqual(['prod unavailable', 'prod unavailable'])
    expect(desk.logged()).toContain(word)
    expect(desk.logged()).not.toContain(PHONE.token)
  })

  test('is given two seconds', () => {
    expect(REGISTRY_LIMITS.storeTime).toBe(2_000)
  })

  test('hangs: what piles up is bounded, also after the senders were told, and it is well again', async () => {
    const waiting: (() => void)[] = []
    const replace = () => new Promise<void>((resolve) => void waiting.push(resolve))
    const desk = await startDesk({
      devices: { replace, forget: () => Promise.resolve(0) },
      limits: { inFlight: 2, storeTime: 30 },
    })
    expect((await Promise.all([desk.put(PHONE), desk.put(PHONE)])).map(({ status }) => status)).toEqual([503, 503])
    expect((await desk.put(PHONE)).status).toBe(503)
    expect((await desk.forget()).status).toBe(503)
    expect(desk.counted.slice(2)).toEqual(['prod busy', 'prod busy'])
    for (const release of waiting.splice(0)) release()
    await expect.poll(async () => (await desk.forget()).status).toBe(204)
  })

  test('takes 64 at a time', async () => {
    const waiting: (() => void)[] = []
    const replace = () => new Promise<void>((resolve) => void waiting.push(resolve))
    const desk = await startDesk({ devices: { replace, forget: () => Promise.resolve(0) } })
    const answers = Array.from({ length: 64 }, (_, index) => desk.put(PHONE, { user: `user-${index}` }))
    await expect.poll(() => waiting.length).toBe(64)
    expect((await desk.put(PHONE)).status).toBe(503)
    for (const release of waiting) release()
    expect(new Set((await Promise.all(answers)).map(({ status }) => status))).toEqual(new Set([204]))
  })
})

describe('a token that no vendor will take', () => {
  const BASE64 = Buffer.alloc(32, 7).toString('base64')

  test.each([
    ['{"token":"7f3a9c0d1e2b4f5a6c7d8e9f0a1b2c3d4e5f60718293a4b5c6d7e8f901234567"}', 'apns', 'JSON'],
    [BASE64, 'apns', 'Base64'],
    ['NaN', 'xiaomi', 'empty value'],
  ])('is stored, and the answer says so: %s', async (token, vendor, said) => {
    const desk = await startDesk()
    const answer = await desk.put({ devices: [PHONE, { ...PHONE, id: 'phone-2', vendor, token }] })
    expect(answer.status).toBe(200)
    const { warnings } = JSON.parse(answer.body) as { warnings: { path: string; problem: string }[] }
    expect(warnings).toMatchObject([{ path: 'devices[1].token', problem: expect.stringContaining(said) }])
    expect(answer.body).not.toContain(token)
    expect(await desk.known()).toHaveLength(2)
    expect(desk.counted).toEqual(['prod stored'])
  })

  test('Base64 is right for Xiaomi', async () => {
    const desk = await startDesk()
    expect((await desk.put({ ...PHONE, token: BASE64 })).status).toBe(204)
  })
})
