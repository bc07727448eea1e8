import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Bounds } from '../../../../src/adapters/tencent/bounds.ts'
import { fail, failureOf, never, ok, startTencent, type TencentRig, valueOf } from '../../../servers/tencent/rig.ts'
import type { Script } from '../../../servers/tencent/tencent-server.ts'

const MUTE = 'v4/openconfigsvr/getnospeaking'
const MEMBERS = 'v4/group_open_http_svc/get_group_member_info'
const FREE = { ErrorCode: 0, C2CmsgNospeakingTime: 0, GroupmsgNospeakingTime: 0 }
const GOOD: Script = { kind: 'json', body: FREE }

let rig: TencentRig

afterEach(() => rig.stop())

const ask = (signal = never()) => rig.service.mute(rig.app, 'alice', signal)
const refusal = (code: number): Script => ({ kind: 'json', body: fail(code) })

describe('what passes by itself is asked again', () => {
  const PASSING = [
    60008, 60014, 60018, 70169, 70202, 70500, 40006, 30006, 30007, 50004, 50005, 20004, 20005, 90992, 90994, 90995,
    91000, 10002,
  ]
  const faults: readonly [string, Script][] = [
    ...PASSING.map((code): [string, Script] => [String(code), refusal(code)]),
    ['HTTP 500', { kind: 'raw', status: 500, body: 'x'.repeat(100_000) }],
    ['HTTP 502', { kind: 'raw', status: 502, body: '<html>' }],
    ['a reset connection', { kind: 'reset' }],
    ['a cut answer', { kind: 'cut' }],
  ]

  it.each(faults)('%s, once and twice', async (_, fault) => {
    rig = await startTencent()
    rig.scripts(MUTE, fault, fault, GOOD)
    expect(valueOf(await ask())).toEqual({ direct: 0, group: 0 })
    expect(rig.server.calls).toHaveLength(3)
    expect(rig.observed).toMatchObject([{ endpoint: MUTE, outcome: 'ok' }])
  })

  it.each(faults)('%s, but not for ever', async (_, fault) => {
    rig = await startTencent()
    rig.scripts(MUTE, fault, fault, fault)
    const failure = failureOf(await ask())
    expect(failure.attempts).toBe(3)
    expect(rig.observed).toMatchObject([{ outcome: failure.kind }])
  })

  it.each([60004, 60005])('%i, once only', async (code) => {
    rig = await startTencent()
    rig.scripts(MUTE, refusal(code), refusal(code))
    expect(failureOf(await ask())).toMatchObject({ kind: 'refused', code, attempts: 2 })
  })

  it('with other random numbers', async () => {
    let last = 0
    rig = await startTencent({ random: () => ++last })
    rig.scripts(MUTE, refusal(91000), GOOD)
    await ask()
    expect(new Set(rig.server.calls.map(({ query }) => query.get('random'))).size).toBe(2)
  })
})

describe('what does not pass is told at once', () => {
  const faults: readonly [string, Script, Readonly<Record<string, unknown>>][] = [
    ...[60002, 60010, 60020, 60026, 60028, 70013, 70107, 70403, 90001, 10004].map(
      (code): [string, Script, Readonly<Record<string, unknown>>] => [
        String(code),
        refusal(code),
        { kind: 'refused', code, httpStatus: 200 },
      ],
    ),
    ...[60007, 60011, 60019, 90024, 90051, 10006, 10023].map(
      (code): [string, Script, Readonly<Record<string, unknown>>] => [
        String(code),
        refusal(code),
        // Asked once more after a rest, and then told.
        { kind: 'rate-limited', code, attempts: 2 },
      ],
    ),
    ['HTTP 429', { kind: 'raw', status: 429, body: '' }, { kind: 'rate-limited', code: null, httpStatus: 429 }],
    [
      'HTTP 403',
      { kind: 'raw', status: 403, body: '{"ErrorCode":0}' },
      { kind: 'http', httpStatus: 403, info: 'HTTP 403' },
    ],
    ['an empty answer', { kind: 'raw', body: '' }, { kind: 'garbage' }],
    ['a page', { kind: 'raw', body: '<html><body>Login</body></html>' }, { kind: 'garbage' }],
    ['half of an answer', { kind: 'raw', body: '{"ErrorCode":0,"C2C' }, { kind: 'garbage' }],
    ['JSON of something else', { kind: 'raw', body: '{"status":"up"}' }, { kind: 'garbage' }],
    ['JSON that is no object', { kind: 'raw', body: '"OK"' }, { kind: 'garbage' }],
    ['too deep', { kind: 'raw', body: '['.repeat(1_000_000) }, { kind: 'garbage' }],
    ['too long', { kind: 'huge', bytes: 9 * 1024 * 1024 }, { kind: 'garbage', info: 'the answer is too long' }],
    ['no HTTP', { kind: 'noise' }, { kind: 'garbage' }],
  ]

  it.each(faults)('%s', async (_, fault, expected) => {
    rig = await startTencent()
    rig.scripts(MUTE, ...Array.from({ length: Number(expected['attempts'] ?? 1) }, () => fault))
    const failure = failureOf(await ask())
    expect(failure).toMatchObject({ attempts: 1, ...expected, endpoint: MUTE })
    expect(rig.observed).toMatchObject([{ endpoint: MUTE, outcome: failure.kind }])
  })

  it('a long answer is not too long', async () => {
    rig = await startTencent()
    rig.scripts(MUTE, { kind: 'raw', body: JSON.stringify(FREE) + ' '.repeat(7 * 1024 * 1024) })
    expect((await ask()).ok).toBe(true)
  })

  it('nobody listens', async () => {
    rig = await startTencent({ app: { baseUrl: 'http://127.0.0.1:1' } })
    expect(failureOf(await ask())).toMatchObject({
      kind: 'unreachable',
      attempts: 3,
      info: expect.stringContaining('ECONNREFUSED'),
    })
  })
})

describe('an end in time', () => {
  const afterCalls = async (calls: number, milliseconds: number) => {
    await rig.server.called(calls)
    vi.advanceTimersByTime(milliseconds)
  }

  afterEach(() => vi.useRealTimers())

  const start = async (bounds: Partial<Bounds>) => {
    rig = await startTencent({ bounds })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  }

  it.each(['hang', 'hang-in-body'] as const)('of one attempt, and no other: %s', async (kind) => {
    rig = await startTencent({ bounds: { attempt: 1_000 } })
    rig.scripts(MUTE, { kind })
    expect(failureOf(await ask())).toMatchObject({ kind: 'timeout', code: null, httpStatus: null, attempts: 1 })
  })

  it('of one question with all its attempts', async () => {
    await start({ call: 60_000, attempt: 120_000 })
    rig.scripts(MUTE, refusal(91000), { kind: 'hang' })
    const answer = ask()
    await afterCalls(2, 60_000)
    // The attempt that ended tells more than that time is over.
    expect(failureOf(await answer)).toMatchObject({ kind: 'refused', code: 91000, attempts: 2 })
  })

  it('also when nothing at all came', async () => {
    await start({ call: 60_000, attempt: 120_000 })
    rig.scripts(MUTE, { kind: 'hang' })
    const answer = ask()
    await afterCalls(1, 60_000)
    expect(failureOf(await answer)).toMatchObject({ kind: 'timeout', attempts: 1 })
  })

  it('of all pages of a question together', async () => {
    await start({ call: 60_000, attempt: 120_000 })
    rig.answers(MEMBERS, ok({ MemberNum: 9, MemberList: [{ Member_Account: 'bob' }] }))
    rig.scripts(MEMBERS, { kind: 'hang' })
    const member = rig.service.member(rig.app, { groupId: 'g', userId: 'alice' }, never())
    await afterCalls(2, 60_000)
    expect(failureOf(await member)).toMatchObject({ kind: 'timeout' })
  })

  it('before a pause that would be too long', async () => {
    rig = await startTencent({ bounds: { call: 5_000, pauses: [60_000, 60_000] } })
    rig.scripts(MUTE, refusal(91000))
    expect(failureOf(await ask())).toMatchObject({ kind: 'refused', code: 91000, attempts: 1 })
  })
})

describe('the asker gives up', () => {
  it('before the call: nothing is sent', async () => {
    rig = await startTencent()
    expect(failureOf(await ask(AbortSignal.abort()))).toMatchObject({ kind: 'cancelled', attempts: 0 })
    expect(rig.server.calls).toEqual([])
  })

  it.each(['hang', 'hang-in-body'] as const)('during a call: %s', async (kind) => {
    rig = await startTencent()
    rig.scripts(MUTE, { kind })
    const asker = new AbortController()
    const answer = ask(asker.signal)
    await rig.server.called(1)
    asker.abort()
    expect(failureOf(await answer)).toMatchObject({ kind: 'cancelled', attempts: 1 })
    expect(rig.observed).toMatchObject([{ outcome: 'cancelled' }])
  })

  it('during a pause: nothing more is sent', async () => {
    rig = await startTencent({ bounds: { call: 120_000, pauses: [60_000, 60_000] } })
    rig.scripts(MUTE, refusal(91000))
    const asker = new AbortController()
    const answer = ask(asker.signal)
    await rig.server.called(1)
    asker.abort()
    expect(failureOf(await answer)).toMatchObject({ kind: 'cancelled' })
    expect(rig.server.calls).toHaveLength(1)
  })

  it('by one signal for many questions, without a warning', async () => {
    rig = await startTencent()
    const warnings: Error[] = []
    const warned = (warning: Error) => warnings.push(warning)
    process.on('warning', warned)
    rig.scripts(MUTE, ...Array.from({ length: 14 }, (): Script => ({ kind: 'hang' })))
    const asker = new AbortController()
    const answers = Array.from({ length: 14 }, () => ask(asker.signal))
    await rig.server.called(14)
    asker.abort()
    expect((await Promise.all(answers)).map((answer) => failureOf(answer).kind)).toEqual(Array(14).fill('cancelled'))
    await new Promise(setImmediate)
    process.off('warning', warned)
    expect(warnings).toEqual([])
  })

  it('by closing the client', async () => {
    rig = await startTencent()
    rig.scripts(MUTE, { kind: 'hang' })
    const answer = ask()
    await rig.server.called(1)
    await rig.tencent.close()
    expect(failureOf(await answer)).toMatchObject({ kind: 'cancelled' })
    expect(failureOf(await ask())).toMatchObject({ kind: 'cancelled', attempts: 0 })
  })
})

describe('what a failure says', () => {
  const said = async (info: (secrets: { sig: string; key: string; query: string }) => string) => {
    rig = await startTencent()
    rig.scripts(MUTE, GOOD)
    await ask()
    const { query } = rig.last()
    const sig = query.get('usersig') ?? ''
    const key = rig.app.secretKey.reveal()
    rig.answers(MUTE, fail(90001, info({ sig, key, query: query.toString() })))
    const { info: told } = failureOf(await ask())
    return { told, sig, key }
  }

  it('is what Tencent says', async () => {
    expect((await said(() => 'Request body is not JSON')).told).toBe('Request body is not JSON')
  })

  it.each([
    ['the signature', ({ sig }: { sig: string }) => `bad <${sig}>`, 'bad <[secret]>'],
    ['the signature in an address', ({ sig }: { sig: string }) => `bad ${encodeURIComponent(sig)}.`, 'bad [secret].'],
    ['the key', ({ key }: { key: string }) => `key ${key}, ${key}`, 'key [secret], [secret]'],
    ['the query', ({ query }: { query: string }) => `POST /v4/x?${query} failed`, 'POST /v4/x[query] failed'],
    ['a part of a query', () => 'at sdkappid=14&identifier=administrator', 'at [query]'],
    ['another signature', () => `for eJw${'a1*_'.repeat(30)}`, 'for [signature]'],
  ])('without %s', async (_, info, expected) => {
    const { told, sig, key } = await said(info)
    expect(told).toBe(expected)
    expect(told).not.toContain(sig)
    expect(told).not.toContain(key)
  })

  it.each([
    ['control characters', 'a\u0000b\r\n\u001b[31mc\u202ed', 'a b [31mc d'],
    ['length', '错'.repeat(400), '错'.repeat(300)],
    ['half a character', `${'x'.repeat(299)}😀`, 'x'.repeat(299)],
    ['nothing', '', ''],
  ])('within bounds: %s', async (_, info, expected) => {
    expect((await said(() => info)).told).toBe(expected)
  })

  it('is empty where it is no text', async () => {
    rig = await startTencent()
    rig.answers(MUTE, { ActionStatus: 'FAIL', ErrorCode: '90001', ErrorInfo: { a: 1 } })
    expect(failureOf(await ask())).toMatchObject({ kind: 'refused', code: 90001, info: '' })
  })
})
