import { afterEach, describe, expect, it } from 'vitest'
import { allCodes } from '../../../../src/diagnostics/codes/catalogue/all.ts'
import type { Answer } from '../../../servers/vendors/checking-server.ts'
import type { CheckingRig } from '../../../servers/vendors/checking-rig.ts'
import { startMeizu, startOppo, startVivo, startXiaomi } from '../../../servers/vendors/checking-worlds.ts'
import * as meizu from '../../../servers/vendors/meizu-server.ts'
import * as oppo from '../../../servers/vendors/oppo-server.ts'
import * as vivo from '../../../servers/vendors/vivo-server.ts'
import * as xiaomi from '../../../servers/vendors/xiaomi-server.ts'
import { replyTo } from './reply-to.ts'

type Ask = 'probeCredential' | 'probeToken' | 'sendTest'

interface Subject {
  start: (options: { bound: number }) => Promise<CheckingRig>
  /** Where each question goes to. */
  asks: readonly { ask: Ask; endpoint: string; once: boolean }[]
  /** The login that goes before those of its questions that need one. */
  login: { endpoint: string; body: object } | null
  refusal: (code: string) => object
}

const SUBJECTS: Readonly<Record<'xiaomi' | 'oppo' | 'vivo' | 'meizu', Subject>> = {
  xiaomi: {
    start: startXiaomi,
    asks: [
      { ask: 'probeCredential', endpoint: xiaomi.CHANNELS, once: false },
      { ask: 'probeToken', endpoint: xiaomi.VALIDATION, once: false },
      { ask: 'sendTest', endpoint: xiaomi.MESSAGE, once: true },
    ],
    login: null,
    refusal: (code) =>
      code === 'channel_exceed_quota'
        ? { result: 'ok', code: 0, data: { id: 'x1', channel_exceed_quota: '1' } }
        : { result: 'error', code: Number(code), reason: 'a reason', description: 'no' },
  },
  oppo: {
    start: startOppo,
    asks: [
      { ask: 'probeCredential', endpoint: oppo.AUTH, once: false },
      { ask: 'sendTest', endpoint: oppo.UNICAST, once: true },
    ],
    login: { endpoint: oppo.AUTH, body: { code: 0, message: 'Success', data: { auth_token: 'auth-of-oppo-1' } } },
    refusal: (code) => ({ code: Number(code), message: 'no' }),
  },
  vivo: {
    start: startVivo,
    asks: [
      { ask: 'probeCredential', endpoint: vivo.AUTH, once: false },
      { ask: 'probeToken', endpoint: vivo.SEND, once: true },
      { ask: 'sendTest', endpoint: vivo.SEND, once: true },
    ],
    login: { endpoint: vivo.AUTH, body: { result: 0, desc: 'ok', authToken: 'auth-of-vivo-1' } },
    refusal: (code) => {
      const status = /^invalidUser\.status=(\d)$/.exec(code)?.[1]
      return status === undefined
        ? { result: Number(code), desc: 'no' }
        : { result: 0, desc: 'no', invalidUser: { userid: 'somebody', status: Number(status) } }
    },
  },
  meizu: {
    start: startMeizu,
    asks: [
      { ask: 'probeCredential', endpoint: meizu.SWITCH, once: false },
      { ask: 'probeToken', endpoint: meizu.SWITCH, once: false },
      { ask: 'sendTest', endpoint: meizu.PUSH, once: true },
    ],
    login: null,
    refusal: (code) => ({ code, message: 'no', value: '' }),
  },
}

/** Codes of the phone's own SDK, of receipts and of live notifications: no answer to a call. */
const OF_NO_CALL = /^(?:sdk|callback|live):/

const listedFor = (vendor: string) =>
  allCodes.filter((entry) => entry.vendor === vendor && entry.confirmed !== false && !OF_NO_CALL.test(entry.code))

it.each(Object.keys(SUBJECTS))('the catalogue has codes of %s', (vendor) => {
  expect(listedFor(vendor).length).toBeGreaterThan(10)
})

describe.each(Object.entries(SUBJECTS))('%s', (vendor, { start, asks, login, refusal }) => {
  let rig: CheckingRig

  afterEach(() => rig.stop())

  const begin = async (endpoint: string, bound = 5_000) => {
    rig = await start({ bound })
    if (login !== null && endpoint !== login.endpoint) rig.server.json(login.endpoint, login.body)
  }
  const test = asks.at(-1)!

  it.each(listedFor(vendor).map((entry) => [entry.code, entry] as const))(
    'tells what %s is about',
    async (code, entry) => {
      await begin(test.endpoint)
      rig.server.json(test.endpoint, refusal(code))
      expect(await rig.sendTest()).toMatchObject(replyTo(entry, 200))
    },
  )

  it('shows a code that nobody knows as it is', async () => {
    await begin(test.endpoint)
    rig.server.json(test.endpoint, refusal('987654'))
    expect(await rig.sendTest()).toMatchObject({ kind: 'refused', about: null, code: '987654', http: 200 })
  })

  const troubles: readonly (readonly [string, Answer, object, repeated: boolean])[] = [
    [
      'too many calls',
      { kind: 'text', status: 429, headers: { 'retry-after': '7' }, body: 'slow down' },
      { kind: 'unanswered', reason: 'busy', http: 429, retryAfterMs: 7_000 },
      false,
    ],
    ['503', { kind: 'text', status: 503, body: 'down' }, { kind: 'unanswered', reason: 'broken', http: 503 }, true],
    ['a reset', { kind: 'reset' }, { kind: 'unanswered', reason: 'broken', http: null }, true],
    [
      'a redirect',
      { kind: 'text', status: 302, headers: { location: 'https://example.com/' }, body: '' },
      { kind: 'unanswered', reason: 'broken', http: 302 },
      false,
    ],
    [
      'the page of a proxy',
      { kind: 'text', status: 403, body: '<html>Forbidden</html>' },
      { kind: 'unanswered', reason: 'broken', http: 403, info: 'HTTP 403: <html>Forbidden</html>' },
      false,
    ],
    ['no JSON', { kind: 'text', body: '{"code":' }, { kind: 'unanswered', reason: 'broken', http: 200 }, false],
    ['no object', { kind: 'json', body: [0] }, { kind: 'unanswered', reason: 'broken', http: 200 }, false],
    ['no code', { kind: 'json', body: { result: null } }, { kind: 'unanswered', reason: 'broken', http: 200 }, false],
    ['nothing', { kind: 'text', body: '' }, { kind: 'unanswered', reason: 'broken', http: 200 }, false],
  ]

  describe.each(asks)('$ask', ({ ask, endpoint, once }) => {
    it.each(troubles)('says that %s is no answer', async (_, answer, expected, repeated) => {
      await begin(endpoint)
      rig.server.script(endpoint, answer, ...(repeated && !once ? [answer] : []))
      expect(await rig[ask]()).toMatchObject(expected)
    })

    it('ends in time when the vendor says nothing', async () => {
      await begin(endpoint, 400)
      rig.server.script(endpoint, { kind: 'hang' })
      expect(await rig[ask]()).toMatchObject({ kind: 'unanswered', reason: 'timeout', http: null })
    })

    it('ends when the asker gives up', async () => {
      await begin(endpoint)
      rig.server.script(endpoint, { kind: 'hang' })
      const asker = new AbortController()
      const reply = ask === 'sendTest' ? rig.sendTest(undefined, asker.signal) : rig[ask](asker.signal)
      await rig.server.called(login === null || endpoint === login.endpoint ? 1 : 2)
      asker.abort()
      expect(await reply).toMatchObject({ kind: 'unanswered', reason: 'cancelled' })
    })

    it('asks nobody when the asker has given up before', async () => {
      rig = await start({ bound: 5_000 })
      const reply = ask === 'sendTest' ? rig.sendTest(undefined, AbortSignal.abort()) : rig[ask](AbortSignal.abort())
      expect(await reply).toMatchObject({ kind: 'unanswered', reason: 'cancelled' })
      expect(rig.server.calls).toEqual([])
    })

    it.each([200, 403])('keeps to itself what a vendor repeats, with HTTP %s', async (status) => {
      await begin(endpoint)
      const body = (words: string) => ({
        ...refusal('987654'),
        reason: words,
        description: words,
        message: words,
        desc: words,
      })
      rig.server.script(endpoint, { kind: 'echo', status, body })
      const reply = await rig[ask]()
      expect(reply).toMatchObject({ kind: 'refused', code: '987654', http: status })
      expect(reply.info).toContain('[secret]')
    })

    it('keeps to itself what stands in an answer that it cannot read', async () => {
      await begin(endpoint)
      rig.server.script(endpoint, { kind: 'echo', status: 404, body: (words) => [words] })
      const reply = await rig[ask]()
      expect(reply).toMatchObject({ kind: 'unanswered', reason: 'broken', http: 404 })
      expect(reply.info).toContain('[secret]')
    })
  })
})
