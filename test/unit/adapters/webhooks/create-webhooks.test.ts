import type { Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { WEBHOOK_LIMITS } from '../../../../src/adapters/webhooks/limits.ts'
import { ACKNOWLEDGED, NOW, type Sending, signed, signOf, startDoor, TIME, TOKEN } from './door.ts'

const LOGIN = {
  CallbackCommand: 'State.StateChange',
  EventTime: NOW,
  Info: { Action: 'Login', To_Account: 'alice', Reason: 'Register' },
}
const MEBIBYTE = 1024 * 1024

const ours = (more: Record<string, string> = {}) => ({ SdkAppid: '1400000000', ...signed(), ...more })

/** A login of exactly so many bytes. */
function loginOf(bytes: number): string {
  const empty = JSON.stringify({ ...LOGIN, padding: '' })
  return JSON.stringify({ ...LOGIN, padding: 'x'.repeat(bytes - empty.length) })
}

/** All that came on a connection until it was closed, however that went. */
function answerOn(socket: Socket): Promise<string> {
  const chunks: Buffer[] = []
  socket.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', () => {})
  return new Promise((resolve) => socket.on('close', () => resolve(Buffer.concat(chunks).toString())))
}

describe('who may come in', () => {
  test('the documented example of a signature is the one that is computed', () => {
    expect(signOf(TIME)).toBe('17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061')
  })

  const { Sign, RequestTime } = signed()
  test.each<[string, Record<string, string>]>([
    ['as documented', ours()],
    ['a signature in capitals', ours({ Sign: Sign.toUpperCase() })],
    ['names in another case', { sdkappid: '1400000000', SIGN: Sign, requesttime: RequestTime }],
    ['300 s ago', ours(signed(TIME - 300))],
    ['300 s ahead', ours(signed(TIME + 300))],
  ])('is let in: %s', async (_, query) => {
    const door = await startDoor()
    const answer = await door.sendText(JSON.stringify(LOGIN), { query })
    expect([answer.status, answer.body]).toEqual([200, ACKNOWLEDGED])
    expect(answer.headers).toMatchObject({
      'content-type': expect.stringMatching(/^application\/json/),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(door.stored).toMatchObject([{ sdkAppId: 1_400_000_000, events: [{ userId: 'alice' }], receivedAt: NOW }])
    expect(door.counted).toEqual(['prod State.StateChange stored'])
  })

  const without = (name: string) => Object.fromEntries(Object.entries(ours()).filter(([each]) => each !== name))
  test.each<[string, number, string, Sending]>([
    ['an app that is not configured', 404, 'other none unknown-app', { app: 'nobody' }],
    ['an app that is not configured, by GET', 404, 'other none unknown-app', { app: 'nobody', method: 'GET' }],
    ['an app with an odd name', 404, 'other none unknown-app', { app: '__proto__' }],
    ['a name that is no UTF-8', 404, 'other none unknown-app', { app: '%ff' }],
    ['GET', 405, 'prod none not-post', { method: 'GET' }],
    ['PUT', 405, 'prod none not-post', { method: 'PUT' }],
    ['no SdkAppid', 403, 'prod none wrong-app', { query: without('SdkAppid') }],
    ["another app's SdkAppid", 403, 'prod none wrong-app', { query: ours({ SdkAppid: '1400000001' }) }],
    ['an SdkAppid that only counts as ours', 403, 'prod none wrong-app', { query: ours({ SdkAppid: '1.4e9' }) }],
    ['no Sign', 401, 'prod none wrong-sign', { query: without('Sign') }],
    ['no RequestTime', 401, 'prod none wrong-sign', { query: without('RequestTime') }],
    ['a Sign of another token', 401, 'prod none wrong-sign', { query: ours(signed(TIME, 'guess')) }],
    ['a Sign of another time', 401, 'prod none wrong-sign', { query: ours({ Sign: signOf(TIME - 1) }) }],
    ['half a Sign', 401, 'prod none wrong-sign', { query: ours({ Sign: Sign.slice(0, 32) }) }],
    ['a Sign that is no hex', 401, 'prod none wrong-sign', { query: ours({ Sign: 'z'.repeat(64) }) }],
    ['a RequestTime that is no integer', 401, 'prod none wrong-sign', { query: ours(signed(`${TIME}.5`)) }],
    ['a RequestTime with a sign', 401, 'prod none wrong-sign', { query: ours(signed(`+${TIME}`)) }],
    ['a request of 301 s ago, sent again', 401, 'prod none stale', { query: ours(signed(TIME - 301)) }],
    ['a request of 301 s ahead', 401, 'prod none stale', { query: ours(signed(TIME + 301)) }],
    ['a RequestTime in milliseconds', 401, 'prod none wrong-sign', { query: ours(signed(NOW)) }],
    ['an app without a token', 403, 'bare none no-token', { app: 'bare', query: ours({ SdkAppid: '1400000002' }) }],
    ['gzip', 415, 'prod none encoded', { headers: { 'content-encoding': 'gzip' } }],
  ])('is refused, and nothing is kept: %s', async (_, status, count, sending) => {
    const door = await startDoor()
    const answer = await door.sendText(JSON.stringify(LOGIN), sending)
    expect([answer.status, JSON.parse(answer.body)]).toEqual([
      status,
      { ActionStatus: 'FAIL', ErrorInfo: expect.stringMatching(/./), ErrorCode: 1 },
    ])
    expect(answer.headers['allow']).toBe(status === 405 ? 'POST' : undefined)
    expect([door.stored, door.counted]).toEqual([[], [count]])
  })

  test('the sender is checked before the body', async () => {
    const door = await startDoor()
    const query = ours(signed(TIME, 'guess'))
    expect((await door.sendText('no json', { query })).status).toBe(401)
    expect((await door.sendText(loginOf(MEBIBYTE + 1), { query })).status).toBe(401)
  })

  test("each app has its own token, and one's signature opens no other", async () => {
    const door = await startDoor()
    const send = (token: string) =>
      door.sendText(JSON.stringify(LOGIN), {
        app: 'stage',
        query: { SdkAppid: '1400000001', ...signed(TIME, token) },
      })
    expect((await send(TOKEN)).status).toBe(401)
    expect((await send('another token')).status).toBe(200)
    expect(door.stored).toMatchObject([{ sdkAppId: 1_400_000_001 }])
  })
})

describe('what is logged', () => {
  const lines = (logged: string) =>
    logged
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>)

  test('an app without a token: once, with what to configure', async () => {
    const door = await startDoor()
    for (let times = 0; times < 3; times++) await door.sendText('{}', { app: 'bare' })
    expect(lines(door.logged())).toMatchObject([
      { app: 'bare', remedy: expect.stringContaining('apps.bare.webhook.token') },
    ])
  })

  test('a refusal: with its reason and its remedy, at most once a minute', async () => {
    let now = NOW
    const door = await startDoor({ now: () => now })
    const stale = () => door.sendText('{}', { query: ours(signed(TIME - 400)) })
    await stale()
    await stale()
    now += 60_000
    await stale()
    const line = { app: 'prod', reason: 'stale', remedy: expect.stringContaining('clock') }
    expect(lines(door.logged())).toMatchObject([line, line])
  })

  test('neither the token nor a signature nor anything that was sent', async () => {
    const door = await startDoor({ append: () => Promise.reject(new Error('the disk is full')) })
    const secret = { Info: { To_Account: ['private-value'], Action: 'private-value' }, KickedDevice: 'private-value' }
    await door.send('State.StateChange', secret, { OptPlatform: 'private-value' })
    await door.send('State.StateChange', LOGIN)
    await door.sendText('private-value')
    for (const changed of [{ Sign: signOf(TIME, 'guess') }, { SdkAppid: '1400000009' }, signed(TIME - 400)])
      await door.sendText('"private-value"', { query: ours(changed) })
    expect(lines(door.logged())).toHaveLength(6)
    for (const unsaid of [TOKEN, signOf(TIME), signOf(TIME, 'guess'), signOf(TIME - 400), 'private-value', 'alice'])
      expect(door.logged()).not.toContain(unsaid)
  })
})

describe('bodies', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', 'CallbackCommand=State.StateChange'],
    ['half of it', JSON.stringify(LOGIN).slice(0, -1)],
    ['a list', '[{}]'],
    ['null', 'null'],
    ['a text', '"State.StateChange"'],
    ['a million brackets', '['.repeat(1_000_000)],
    ['a compressed one that does not say so', gzipSync(JSON.stringify(LOGIN)).toString('latin1')],
  ])('%s is no callback', async (_, text) => {
    const door = await startDoor()
    expect((await door.sendText(text)).status).toBe(400)
    expect([door.stored, door.counted]).toEqual([[], ['prod none not-json']])
  })

  test('a byte order mark and a content type that is none do no harm', async () => {
    const door = await startDoor()
    const headers = { 'content-type': 'nonsense', 'content-encoding': 'identity' }
    expect((await door.sendText(`\ufeff${JSON.stringify(LOGIN)}`, { headers })).status).toBe(200)
    expect(door.events()).toHaveLength(1)
  })

  test.each([
    ['announced', false],
    ['in chunks', true],
  ])('1 MiB is taken, one byte more is not, %s', async (_, chunked) => {
    const door = await startDoor()
    expect((await door.sendText(loginOf(MEBIBYTE), { chunked })).status).toBe(200)
    expect((await door.sendText(loginOf(MEBIBYTE + 1), { chunked })).status).toBe(413)
    expect(door.counted).toEqual(['prod State.StateChange stored', 'prod none too-large'])
    expect(door.stored).toHaveLength(1)
  })

  test('a body that never ends is refused as soon as it is too large, and cut off', async () => {
    const door = await startDoor()
    const socket = await door.begin('transfer-encoding: chunked')
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`
    const pump = () => {
      while (!socket.destroyed && socket.write(chunk));
    }
    socket.on('drain', pump)
    pump()
    expect(await answerOn(socket)).toMatch(/^HTTP\/1\.1 413 /)
  })

  test('a body that does not arrive in time is refused, and its connection closed', async () => {
    const door = await startDoor({ limits: { bodyTime: 30 } })
    const socket = await door.begin('content-length: 100')
    socket.write('{"CallbackCommand":')
    const answer = await answerOn(socket)
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    expect(answer).toMatch(/^connection: close\r$/im)
    expect([door.stored, door.counted]).toEqual([[], ['prod none too-slow']])
  })

  test('a sender that goes away while it sends leaves nothing behind', async () => {
    const door = await startDoor()
    const socket = await door.begin('content-length: 100')
    await new Promise<void>((resolve) => socket.write('{"CallbackCommand":', () => resolve()))
    socket.destroy()
    await expect.poll(() => door.counted).toEqual(['prod none aborted'])
    expect([door.stored, door.logged()]).toEqual([[], ''])
  })
})

describe('the store', () => {
  test('nothing is acknowledged before it is durable', async () => {
    let makeDurable: (added: number) => void = () => {}
    const asked: string[] = []
    const door = await startDoor({
      append: () =>
        new Promise((resolve) => {
          asked.push('append')
          makeDurable = resolve
        }),
    })
    const answer = door.send('State.StateChange', LOGIN).then((response) => {
      asked.push('answer')
      return response
    })
    await expect.poll(() => asked).toEqual(['append'])
    makeDurable(1)
    expect((await answer).body).toBe(ACKNOWLEDGED)
    expect(asked).toEqual(['append', 'answer'])
  })

  test.each<[string, () => Promise<number>]>([
    ['refuses', () => Promise.reject(new Error('the disk is full'))],
    [
      'throws',
      () => {
        throw new Error('the disk is full')
      },
    ],
  ])('%s: not acknowledged, and told in the log', async (_, append) => {
    const door = await startDoor({ append })
    const answer = await door.send('State.StateChange', LOGIN)
    expect([answer.status, JSON.parse(answer.body)]).toMatchObject([503, { ActionStatus: 'FAIL', ErrorCode: 1 }])
    expect(door.counted).toEqual(['prod State.StateChange unavailable'])
    expect(door.logged()).toContain('the disk is full')
  })

  test('hangs: not acknowledged, and answered before Tencent gives up after 2 s', async () => {
    const { bodyTime, answerTime } = WEBHOOK_LIMITS
    expect([bodyTime < answerTime, answerTime < 2_000]).toEqual([true, true])
    const door = await startDoor({ append: () => new Promise(() => {}), limits: { answerTime: 30 } })
    expect((await door.send('State.StateChange', LOGIN)).status).toBe(503)
    expect(door.logged()).toContain('"reason":"late"')
  })

  test('hangs: what piles up is bounded, and what is over is refused at once', async () => {
    const waiting: (() => void)[] = []
    const door = await startDoor({
      limits: { pendingEvents: 2 },
      append: () => new Promise((resolve) => waiting.push(() => resolve(1))),
    })
    const first = [1, 2].map((_, index) => door.send('State.StateChange', { ...LOGIN, EventTime: NOW - index }))
    await expect.poll(() => waiting.length).toBe(2)
    expect((await door.send('State.StateChange', LOGIN)).status).toBe(503)
    for (const release of waiting.splice(0)) release()
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200])
    const after = door.send('State.StateChange', LOGIN)
    await expect.poll(() => waiting.length).toBe(1)
    waiting[0]?.()
    expect((await after).status).toBe(200)
  })

  test('is well again: so is the door', async () => {
    let isDown = true
    const door = await startDoor({ append: () => (isDown ? Promise.reject(new Error('down')) : Promise.resolve(1)) })
    expect((await door.send('State.StateChange', LOGIN)).status).toBe(503)
    isDown = false
    expect((await door.send('State.StateChange', LOGIN)).status).toBe(200)
  })
})
