import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { signUrl } from '../../../../src/adapters/simulator/callbacks/sign-url.ts'
import { inBatches } from '../../../../src/adapters/simulator/callbacks/batches.ts'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import { DEMO, DEMO_GLOBAL, type ReceivedWebhook, type Rig, START, startRig } from './rig.ts'

/** The pages' own example: this token at this time. */
const VECTOR = '17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061'

describe('the address', () => {
  const address = { base: 'https://team.example/hook?x=1', command: 'State.StateChange', now: 1_669_872_112_999 }

  test('is signed as in the pages’ example', () => {
    const app = { ...DEMO, webhookToken: new Secret('xxxxyyyy') }
    const url = new URL(signUrl(app, { ...address, client: 'IOS' }))
    expect(Object.fromEntries(url.searchParams)).toEqual({
      x: '1',
      SdkAppid: '1400000000',
      CallbackCommand: 'State.StateChange',
      contenttype: 'json',
      ClientIP: '127.0.0.1',
      OptPlatform: 'IOS',
      Sign: VECTOR,
      RequestTime: '1669872112',
    })
  })

  test('is not signed where there is no token, and names no client for pushes', () => {
    const url = new URL(signUrl({ ...DEMO, webhookToken: null }, { ...address, client: null }))
    expect([...url.searchParams.keys()]).toEqual(['x', 'SdkAppid', 'CallbackCommand', 'contenttype'])
  })
})

test('push callbacks that follow each other share a body, a hundred at most', () => {
  const callback = (command: string, name: number) => ({ command, at: 0, client: null, body: { name } })
  const pushes = Array.from({ length: 101 }, (_, index) => callback('Push.OfflinePush', index))
  const state = callback('State.StateChange', 0)
  const batches = inBatches([
    ...pushes,
    state,
    callback('Push.OfflinePush', 7),
    callback('Push.AllMemberPush', 8),
    state,
  ])
  expect(batches.map(({ command, body }) => [command, (body['Events'] as unknown[] | undefined)?.length])).toEqual([
    ['Push.OfflinePush', 100],
    ['Push.OfflinePush', 1],
    ['State.StateChange', undefined],
    ['Push.OfflinePush', 1],
    ['Push.AllMemberPush', 1],
    ['State.StateChange', undefined],
  ])
})

let rig: Rig

beforeEach(async () => {
  rig = await startRig({ waits: 'at-once' })
})
afterEach(() => rig.close())

const SECONDS_END = 100_000_000_000

/** When it happened, in UNIX milliseconds, from whichever field says so. */
function timesOf({ body }: ReceivedWebhook): number[] {
  const events = (body['Events'] as Record<string, number>[] | undefined) ?? [body as Record<string, number>]
  return events
    .map(({ EventTime, MsgTime }) => EventTime ?? MsgTime ?? 0)
    .map((at) => (at < SECONDS_END ? at * 1_000 : at))
}

const about = (userId: string) => (webhook: ReceivedWebhook) => JSON.stringify(webhook.body).includes(`"${userId}"`)

describe('the history', () => {
  beforeEach(() => rig.simulator.replayHistory())

  test('comes in the order of time, and ends before now', () => {
    const times = rig.receiver.webhooks.flatMap(timesOf)
    expect(times.length).toBeGreaterThan(100)
    // Message times are whole seconds, so that within one second the order cannot be told.
    const inSeconds = times.map((at) => Math.floor(at / 1_000))
    expect(inSeconds).toEqual(inSeconds.toSorted((a, b) => a - b))
    expect(Math.max(...times)).toBeLessThan(START)
  })

  test('every webhook is signed with the time of its sending', () => {
    const times = new Set(rig.receiver.webhooks.map(({ query }) => query.get('RequestTime')))
    expect([...times]).toEqual([String(START / 1_000)])
    expect(rig.receiver.webhooks.every(({ query }) => /^[0-9a-f]{64}$/.test(query.get('Sign') ?? ''))).toBe(true)
  })

  test('pushes come in batches of one kind', () => {
    const batches = rig.receiver.webhooks.filter(({ body }) => body['Events'] !== undefined)
    expect(batches.every(({ query }) => query.get('CallbackCommand') === 'Push.OfflinePush')).toBe(true)
    expect(Math.max(...batches.map(({ body }) => (body['Events'] as unknown[]).length))).toBeGreaterThan(1)
  })

  test('tells of erin’s login that threw out her iPhone', () => {
    expect(rig.receiver.webhooks.filter(about('erin')).map(({ body }) => body)).toContainEqual({
      CallbackCommand: 'State.StateChange',
      EventTime: START - 3 * 3_600_000,
      Info: { Action: 'Login', To_Account: 'erin', Reason: 'Register' },
      KickedDevice: [{ Platform: 'iOS' }],
    })
  })

  test('tells how bob’s token died, with the PushIDs that the trace takes', async () => {
    const events = rig.receiver.webhooks
      .flatMap(({ body }) => (body['Events'] as Record<string, unknown>[] | undefined) ?? [])
      .filter(({ To_Account, EventType }) => To_Account === 'bob' && EventType === 1)
    expect(events.map(({ PushStage, ErrCode }) => [PushStage, ErrCode])).toEqual([
      [1, 0],
      [2, 0],
      [1, 410],
      [1, 410],
      [1, 410],
    ])
    const { PushID } = events.at(-1) ?? {}
    expect(await rig.call('timpush/normal_push_trace', { PushID })).toMatchObject({
      InstanceTrace: [
        {
          PushPlatform: 1,
          CertId: '15001',
          Token: expect.stringMatching(/^[0-9a-f]{64}$/),
          NotificationStatus: 1,
          PushTime: '2026-11-25 08:00:00',
          OfflinePushStat: {
            OfflineStat: { PushStatus: 1, ErrorCode: 0 },
            ChannelStat: { PushStatus: 0, ErrorCode: 410, ErrorInfo: 'Unregistered' },
            DeviceStat: { PushStatus: 0, ErrorCode: 0 },
          },
        },
      ],
    })
  })

  test('tells of a message that was for online users only, of a block, and of a dropped one', () => {
    const bodies = rig.receiver.webhooks.map(({ body }) => body)
    expect(bodies).toContainEqual(expect.objectContaining({ To_Account: 'uma', OnlineOnlyFlag: 1, MsgSeq: 5_302 }))
    expect(bodies).toContainEqual(expect.objectContaining({ PairList: [{ From_Account: 'kim', To_Account: 'sam' }] }))
    expect(bodies).toContainEqual(
      expect.objectContaining({
        CallbackCommand: 'Group.CallbackSendMsgException',
        ErrorCode: 10_023,
        GroupId: 'team',
      }),
    )
  })

  test('is told again when asked again', async () => {
    const once = rig.receiver.webhooks.map(({ body }) => body)
    await rig.simulator.replayHistory()
    expect(rig.receiver.webhooks.slice(once.length).map(({ body }) => body)).toEqual(once)
  })
})

describe('a webhook that is not acknowledged', () => {
  const text = {
    From_Account: 'sam',
    To_Account: 'carol',
    MsgRandom: 1,
    MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: {} }],
  }

  test('is sent again after growing pauses', async () => {
    rig.receiver.answers.push({ status: 500, body: '{}' }, { status: 200, body: 'thanks' })
    await rig.call('openim/sendmsg', text)
    await rig.simulator.idle()
    expect(rig.receiver.webhooks).toHaveLength(3)
    expect(rig.waits).toEqual([200, 800])
  })

  test('is given up after four tries, and the replay says so', async () => {
    rig.receiver.answers.push(...Array.from({ length: 4 }, () => ({ status: 503, body: '{}' })))
    await expect(rig.simulator.replayHistory()).rejects.toThrow(
      /^The webhook State\.StateChange was not acknowledged\.$/,
    )
    expect(rig.receiver.webhooks).toHaveLength(4)
  })
})

test('where an app has no address for webhooks, nothing is sent and nothing fails', async () => {
  const alone = await startRig({ apps: [DEMO_GLOBAL], waits: 'at-once' })
  await alone.simulator.replayHistory()
  expect(alone.receiver.webhooks).toEqual([])
  await alone.close()
})
