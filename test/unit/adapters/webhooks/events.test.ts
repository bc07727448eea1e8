import { describe, expect, test } from 'vitest'
import type { ImEvent } from '../../../../src/diagnostics/events/event.ts'
import { ACKNOWLEDGED, NOW, signed, startDoor, TIME } from './door.ts'

const DAY = 86_400_000

const STATE = {
  CallbackCommand: 'State.StateChange',
  EventTime: NOW - 5,
  Info: { Action: 'Login', To_Account: 'alice', Reason: 'Register' },
  KickedDevice: [{ Platform: 'Windows' }, { Platform: 'Android' }],
}
const DIRECT = {
  CallbackCommand: 'C2C.CallbackAfterSendMsg',
  From_Account: 'bob',
  To_Account: 'alice',
  MsgSeq: 48374,
  MsgRandom: 2837546,
  MsgTime: TIME - 5,
  MsgKey: '48374_2837546_1669872107',
  OnlineOnlyFlag: 0,
  SendMsgResult: 0,
  ErrorInfo: 'send msg succeed',
  UnreadMsgNum: 7,
  MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'private words' } }],
  CloudCustomData: 'private data',
}
const GROUP = {
  CallbackCommand: 'Group.CallbackAfterSendMsg',
  GroupId: '@TGS#2J4SZEAEL',
  Type: 'Public',
  From_Account: 'bob',
  Operator_Account: 'admin',
  Random: 123456,
  MsgSeq: 123,
  MsgTime: TIME - 5,
  OnlineOnlyFlag: 1,
  MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'private words' } }],
}
const PUSH = {
  CallbackCommand: 'Push.OfflinePush',
  EventType: 1,
  EventTime: TIME - 5,
  From_Account: 'bob',
  To_Account: 'alice',
  PushPlatform: 4,
  PushStage: 1,
  MsgKey: '48374_2837546_1669872107',
  MsgSeq: 48374,
  MsgRandom: 2837546,
  MsgTime: TIME - 6,
  PushID: 'push-1',
  ErrCode: 20103,
  ErrInfo: 'Invalid token',
}
const TASK = {
  CallbackCommand: 'Push.AllMemberPush',
  EventType: 1,
  EventTime: TIME - 5,
  TaskId: 'task-1',
  DataId: 'case-7',
  TaskTime: TIME - 9,
  To_Account: 'alice',
  PushPlatform: 1,
  PushStage: 2,
  ErrCode: 0,
  ErrInfo: '',
}

/** What is stored of one callback. */
async function storedOf(command: string, body: unknown, query: Record<string, string> = {}): Promise<ImEvent[]> {
  const door = await startDoor()
  expect((await door.send(command, body, query)).body).toBe(ACKNOWLEDGED)
  return door.events()
}

const id = expect.stringMatching(/^[\w-]{22}$/)
const at = NOW - 5_000

describe('what is kept of each callback', () => {
  test.each<[string, string, unknown, Record<string, string>, ImEvent]>([
    [
      'a login that threw out others',
      'State.StateChange',
      STATE,
      { OptPlatform: 'iOS' },
      {
        kind: 'state',
        id,
        at: NOW - 5,
        userId: 'alice',
        action: 'login',
        reason: 'Register',
        platform: 'iOS',
        kicked: ['Windows', 'Android'],
      },
    ],
    [
      'a message',
      'C2C.CallbackAfterSendMsg',
      DIRECT,
      {},
      {
        kind: 'message',
        id,
        at,
        from: 'bob',
        to: 'alice',
        groupId: null,
        groupType: null,
        messageKey: '48374_2837546_1669872107',
        messageSeq: 48374,
        onlineOnly: false,
        result: 0,
        info: 'send msg succeed',
        dropped: false,
        elements: [{ type: 'TIMTextElem', described: false }],
        offlinePush: null,
      },
    ],
    [
      "a group's message",
      'Group.CallbackAfterSendMsg',
      GROUP,
      {},
      {
        kind: 'message',
        id,
        at,
        from: 'bob',
        to: null,
        groupId: '@TGS#2J4SZEAEL',
        groupType: 'Public',
        messageKey: null,
        messageSeq: 123,
        onlineOnly: true,
        result: 0,
        info: '',
        dropped: false,
        elements: [{ type: 'TIMTextElem', described: false }],
        offlinePush: null,
      },
    ],
    [
      'a push of a message',
      'Push.OfflinePush',
      { Events: [PUSH] },
      {},
      {
        kind: 'push',
        id,
        at,
        userId: 'alice',
        chat: 'direct',
        delivery: 'offline',
        platform: 4,
        stage: 1,
        code: 20103,
        info: 'Invalid token',
        from: 'bob',
        groupId: null,
        messageKey: '48374_2837546_1669872107',
        messageSeq: 48374,
        pushId: 'push-1',
        taskId: null,
        dataId: null,
      },
    ],
    [
      "a task's push",
      'Push.AllMemberPush',
      { Events: [TASK] },
      {},
      {
        kind: 'push',
        id,
        at,
        userId: 'alice',
        chat: 'task',
        delivery: 'offline',
        platform: 1,
        stage: 2,
        code: 0,
        info: '',
        from: null,
        groupId: null,
        messageKey: null,
        messageSeq: null,
        pushId: null,
        taskId: 'task-1',
        dataId: 'case-7',
      },
    ],
    [
      'a block',
      'Sns.CallbackBlackListAdd',
      { PairList: [{ From_Account: 'alice', To_Account: 'bob' }] },
      {},
      { kind: 'block', id, at: NOW, userId: 'alice', other: 'bob', blocked: true },
    ],
  ])('%s', async (_, command, body, query, event) => {
    expect(await storedOf(command, body, query)).toEqual([event])
  })

  test.each<[string, string, unknown, Record<string, string>, object]>([
    [
      'a logout',
      'State.StateChange',
      { ...STATE, Info: { ...STATE.Info, Action: 'Logout' } },
      {},
      { action: 'logout' },
    ],
    [
      'a lost connection',
      'State.StateChange',
      { ...STATE, Info: { Action: 'Disconnect', To_Account: 'alice', Reason: 'TimeOut' } },
      {},
      { action: 'disconnect', reason: 'TimeOut' },
    ],
    [
      "a status of the user's own",
      'State.StateChange',
      { Info: { Action: 'Custom', To_Account: 'alice' } },
      {},
      { action: 'unknown', reason: 'Custom', platform: null, kicked: [], at: NOW },
    ],
    ['a change by the REST API', 'State.StateChange', STATE, { OptPlatform: 'RESTAPI' }, { platform: null }],
    ['the platform in the body', 'State.StateChange', { ...STATE, OptPlatform: 'Web' }, {}, { platform: 'Web' }],
    ['a message that failed', 'C2C.CallbackAfterSendMsg', { ...DIRECT, SendMsgResult: 20006 }, {}, { result: 20006 }],
    ['an online message', 'C2C.CallbackAfterSendMsg', { ...DIRECT, OnlineOnlyFlag: 1 }, {}, { onlineOnly: true }],
    [
      'an AVChatRoom, where the flag means nothing',
      'Group.CallbackAfterSendMsg',
      { ...GROUP, Type: 'AVChatRoom' },
      {},
      { onlineOnly: false },
    ],
    [
      "a status of the user's own with a reason",
      'State.StateChange',
      { Info: { Action: 'CustomStatusChange', To_Account: 'alice', Reason: 'SetCustomStatus' } },
      {},
      { action: 'unknown', reason: 'SetCustomStatus' },
    ],
    ['a dropped message', 'Group.CallbackSendMsgException', GROUP, {}, { dropped: true, groupId: '@TGS#2J4SZEAEL' }],
    ...[10_016, '10016'].map(
      (ErrorCode) =>
        [
          `a dropped message with the code ${typeof ErrorCode} ${ErrorCode}`,
          'Group.CallbackSendMsgException',
          { ...GROUP, MsgSeq: undefined, ErrorCode, ErrorInfo: 'app rejected' },
          {},
          { dropped: true, result: 10_016, info: 'app rejected' },
        ] as [string, string, unknown, Record<string, string>, object],
    ),
    [
      'a dropped message with a code that is none',
      'Group.CallbackSendMsgException',
      { ...GROUP, ErrorCode: 'busy' },
      {},
      { dropped: true, result: 0 },
    ],
    [
      'elements, of which only custom ones can be described',
      'C2C.CallbackAfterSendMsg',
      {
        ...DIRECT,
        MsgBody: [
          { MsgType: 'TIMCustomElem', MsgContent: { Data: '{}', Desc: 'you have mail' } },
          { MsgType: 'TIMCustomElem', MsgContent: { Data: '{}', Desc: ' ' } },
          { MsgType: 'TIMCustomElem' },
          { MsgType: 'TIMFaceElem', MsgContent: { Desc: 'no' } },
          { MsgContent: {} },
          null,
        ],
      },
      {},
      {
        elements: [
          { type: 'TIMCustomElem', described: true },
          { type: 'TIMCustomElem', described: false },
          { type: 'TIMCustomElem', described: false },
          { type: 'TIMFaceElem', described: false },
        ],
      },
    ],
    [
      "the sender's push settings where they come",
      'C2C.CallbackAfterSendMsg',
      { ...DIRECT, OfflinePushInfo: { PushFlag: 1, Title: '', Desc: 'private words' } },
      {},
      { offlinePush: { disabled: true, title: false, description: true } },
    ],
    [
      "a push of a group's message",
      'Push.OfflinePush',
      { Events: [{ ...PUSH, EventType: 2, GroupID: '@TGS#1', MsgKey: undefined }] },
      {},
      { chat: 'group', groupId: '@TGS#1', messageKey: null },
    ],
    [
      "an online task's push",
      'Push.AllMemberPush',
      { Events: [{ ...TASK, EventType: 2, PushPlatform: 0, DeviceType: 4 }] },
      {},
      { chat: 'task', delivery: 'online', platform: 4 },
    ],
    ["Tencent's own code", 'Push.OfflinePush', { Events: [{ ...PUSH, ErrCode: -199 }] }, {}, { code: -199 }],
    ['a zero that was left out', 'Push.OfflinePush', { Events: [{ ...PUSH, ErrCode: undefined }] }, {}, { code: 0 }],
    ['one push without a list', 'Push.OfflinePush', PUSH, {}, { userId: 'alice', pushId: 'push-1' }],
    ['one push in place of a list', 'Push.OfflinePush', { Events: PUSH }, {}, { userId: 'alice', pushId: 'push-1' }],
    [
      'an unblock',
      'Sns.CallbackBlackListDelete',
      { EventTime: NOW - 7, PairList: [{ From_Account: 'alice', To_Account: 'bob' }] },
      {},
      { blocked: false, at: NOW - 7 },
    ],
    ['one pair without a list', 'Sns.CallbackBlackListAdd', { From_Account: 'a', To_Account: 'b' }, {}, { other: 'b' }],
    [
      'numbers as strings and unknown fields',
      'Push.OfflinePush',
      { Events: [{ ...PUSH, EventTime: `${TIME - 5}`, PushStage: '3', PushPlatform: '2', ErrCode: '-1', New: {} }] },
      {},
      { at, stage: 3, platform: 2, code: -1 },
    ],
    ['an ID as a number', 'State.StateChange', { Info: { Action: 'Login', To_Account: 42 } }, {}, { userId: '42' }],
    [
      'IDs of any script, and no control characters',
      'State.StateChange',
      { Info: { Action: 'Login', To_Account: '李\u0000雷\u001b[31m👩‍🚀', Reason: 'a\r\nb\u0085' } },
      {},
      { userId: '李雷[31m👩‍🚀', reason: 'ab' },
    ],
    [
      'long text, cut between characters',
      'Push.OfflinePush',
      { Events: [{ ...PUSH, ErrInfo: `${'x'.repeat(499)}👩`, From_Account: 'y'.repeat(300) }] },
      {},
      { info: 'x'.repeat(499), from: 'y'.repeat(256) },
    ],
  ])('%s', async (_, command, body, query, event) => {
    expect(await storedOf(command, body, query)).toMatchObject([event])
  })

  test('never what was said', async () => {
    const custom = [{ MsgType: 'TIMCustomElem', MsgContent: { Data: 'private data', Desc: 'private words' } }]
    const OfflinePushInfo = { Title: 'private title', Desc: 'private words', Ext: 'private data' }
    const events = [
      ...(await storedOf('C2C.CallbackAfterSendMsg', { ...DIRECT, OfflinePushInfo })),
      ...(await storedOf('Group.CallbackAfterSendMsg', { ...GROUP, MsgBody: custom })),
    ]
    expect(JSON.stringify(events)).not.toContain('private')
  })
})

describe('the time of an event', () => {
  test.each<[string, unknown, number]>([
    ['milliseconds', NOW - 5, NOW - 5],
    ['seconds', TIME - 5, NOW - 5_000],
    ['digits', String(NOW - 5), NOW - 5],
    ['a day ahead', NOW + DAY, NOW + DAY],
    ['more than a day ahead', NOW + DAY + 1, NOW],
    ['long ago', Date.UTC(2020, 0, 1), Date.UTC(2020, 0, 1)],
    ['before there was Tencent IM', 1_000, NOW],
    ['zero', 0, NOW],
    ['below zero', -NOW, NOW],
    ['a word', 'yesterday', NOW],
    ['nothing', undefined, NOW],
    ['a list', [NOW], NOW],
    ['more than a number holds', 1e300, NOW],
  ])('%s', async (_, EventTime, expected) => {
    expect(await storedOf('State.StateChange', { ...STATE, EventTime })).toMatchObject([{ at: expected }])
  })
})

describe('which commands', () => {
  test('from the body where the query has none', async () => {
    const door = await startDoor()
    const query = { SdkAppid: '1400000000', ...signed() }
    for (const body of [STATE, DIRECT, { Events: [PUSH] }, TASK]) await door.sendText(JSON.stringify(body), { query })
    expect(door.events().map(({ kind }) => kind)).toEqual(['state', 'message', 'push', 'push'])
  })

  test.each([
    'C2C.CallbackBeforeSendMsg',
    'Group.CallbackBeforeSendMsg',
    'Profile.CallbackPortraitSet',
    'constructor',
    '<script>',
  ])('%s is acknowledged, counted, and not kept', async (command) => {
    const door = await startDoor()
    const answer = await door.send(command, DIRECT)
    expect([answer.status, answer.body]).toEqual([200, ACKNOWLEDGED])
    expect([door.stored, door.counted, door.logged()]).toEqual([[], ['prod other unknown'], ''])
  })

  test('none at all is unknown as well', async () => {
    const door = await startDoor()
    expect((await door.sendText('{}')).body).toBe(ACKNOWLEDGED)
    expect(door.counted).toEqual(['prod other unknown'])
  })
})

describe('an event that comes again', () => {
  const shuffled = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(shuffled)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([name, each]) => [name, shuffled(each)]),
          )
        : value

  const ALL: readonly [string, object][] = [
    ['State.StateChange', STATE],
    ['C2C.CallbackAfterSendMsg', DIRECT],
    ['C2C.CallbackAfterSendMsg', { ...DIRECT, MsgKey: undefined }],
    ['Group.CallbackAfterSendMsg', GROUP],
    ['Group.CallbackSendMsgException', { ...GROUP, MsgSeq: undefined }],
    ['Push.OfflinePush', { Events: [PUSH] }],
    ['Push.OfflinePush', { Events: [{ ...PUSH, EventTime: (NOW + 2 * DAY) / 1_000 }] }],
    ['Push.AllMemberPush', { Events: [TASK] }],
    ['Sns.CallbackBlackListAdd', { EventTime: NOW - 5, PairList: [{ From_Account: 'alice', To_Account: 'bob' }] }],
  ]

  test.each(ALL)('%s has the same id, whenever and however it comes', async (command, body) => {
    let now = NOW
    const door = await startDoor({ now: () => now })
    await door.send(command, body)
    now += 2 * DAY
    await door.send(command, shuffled(body), { ...signed(TIME + (2 * DAY) / 1_000), ClientIP: '192.0.2.7' })
    const [first, second] = door.events().map((event) => event.id)
    expect(first).toEqual(id)
    expect(second).toBe(first)
  })

  test('within one delivery it is stored once', async () => {
    expect(await storedOf('Push.OfflinePush', { Events: [PUSH, shuffled(PUSH), TASK, PUSH] })).toHaveLength(2)
  })

  test.each<[string, string, object]>([
    ['another user', 'Push.OfflinePush', { ...PUSH, To_Account: 'carol' }],
    ['another stage', 'Push.OfflinePush', { ...PUSH, PushStage: 2 }],
    ['another vendor', 'Push.OfflinePush', { ...PUSH, PushPlatform: 1 }],
    ['another result', 'Push.OfflinePush', { ...PUSH, ErrCode: 0 }],
    ['another time', 'Push.OfflinePush', { ...PUSH, EventTime: TIME - 4 }],
    ['another push', 'Push.OfflinePush', { ...PUSH, PushID: 'push-2' }],
    ['another command', 'Push.AllMemberPush', { ...PUSH, CallbackCommand: 'Push.AllMemberPush' }],
  ])('%s is another event', async (_, command, other) => {
    const door = await startDoor()
    await door.send('Push.OfflinePush', { Events: [PUSH] })
    await door.send(command, { Events: [other] })
    expect(new Set(door.events().map((event) => event.id)).size).toBe(2)
  })

  test('a login, a logout and a login of one user at other times are three', async () => {
    const door = await startDoor()
    const change = (Action: string, EventTime: number) =>
      door.send('State.StateChange', { ...STATE, EventTime, Info: { ...STATE.Info, Action } })
    await change('Login', NOW - 3)
    await change('Logout', NOW - 2)
    await change('Login', NOW - 1)
    expect(new Set(door.events().map((event) => event.id)).size).toBe(3)
  })

  test('a block after an unblock is not taken for the first block, also where no time comes', async () => {
    let now = NOW
    const door = await startDoor({ now: () => now })
    const body = { PairList: [{ From_Account: 'alice', To_Account: 'bob' }] }
    for (const command of ['Sns.CallbackBlackListAdd', 'Sns.CallbackBlackListDelete', 'Sns.CallbackBlackListAdd']) {
      now += 1_000
      await door.send(command, body)
    }
    expect(new Set(door.events().map((event) => event.id)).size).toBe(3)
  })

  test('messages of one server to many with the same numbers are as many', async () => {
    const door = await startDoor()
    for (const To_Account of ['alice', 'carol']) await door.send('C2C.CallbackAfterSendMsg', { ...DIRECT, To_Account })
    expect(new Set(door.events().map((event) => event.id)).size).toBe(2)
  })

  test('topics of one community count their messages apart', async () => {
    const door = await startDoor()
    for (const TopicId of ['topic-1', 'topic-2']) await door.send('Group.CallbackAfterSendMsg', { ...GROUP, TopicId })
    expect(new Set(door.events().map((event) => event.id)).size).toBe(2)
  })

  test('the same in two apps is two', async () => {
    const door = await startDoor()
    await door.send('State.StateChange', STATE)
    const query = { SdkAppid: '1400000001', ...signed(TIME, 'another token') }
    await door.sendText(JSON.stringify(STATE), { app: 'stage', query })
    expect(new Set(door.events().map((event) => event.id)).size).toBe(2)
  })
})

describe('many events, and bad ones', () => {
  const pushes = (count: number) => Array.from({ length: count }, (_, index) => ({ ...PUSH, PushID: `push-${index}` }))

  test.each([1, 100, 1_000])('%i in one delivery', async (count) => {
    const door = await startDoor()
    await door.send('Push.OfflinePush', { Events: pushes(count) })
    expect(door.stored.map(({ events }) => events.length)).toEqual([count])
    expect(door.counted).toEqual(['prod Push.OfflinePush stored'])
  })

  test('of more than 1000 the first 1000, and the rest is told', async () => {
    const door = await startDoor()
    expect((await door.send('Push.OfflinePush', { Events: pushes(1_002) })).status).toBe(200)
    expect(door.events()).toHaveLength(1_000)
    expect(door.logged()).toContain('"unreadable":2')
  })

  test('an empty list is no fault', async () => {
    const door = await startDoor()
    expect((await door.send('Push.OfflinePush', { Events: [] })).body).toBe(ACKNOWLEDGED)
    expect([door.stored, door.counted]).toEqual([[], ['prod Push.OfflinePush stored']])
  })

  test.each<[string, unknown, string]>([
    ['without a user', { ...PUSH, To_Account: '' }, 'Events[].To_Account'],
    ['whose user is only control characters', { ...PUSH, To_Account: '\u0000\u0007' }, 'Events[].To_Account'],
    ['whose result is no number', { ...PUSH, ErrCode: 'fine' }, 'Events[].ErrCode'],
    ['without step and result', { To_Account: 'alice' }, 'Events[].PushStage'],
    ['that is null', null, 'Events[].'],
    ['that is a list', [], 'Events[].'],
  ])('one bad event %s does not lose the other 99', async (_, bad, path) => {
    const door = await startDoor()
    const answer = await door.send('Push.OfflinePush', { Events: pushes(100).with(50, bad as typeof PUSH) })
    expect(answer.body).toBe(ACKNOWLEDGED)
    expect(door.events()).toHaveLength(99)
    expect(door.counted).toEqual(['prod Push.OfflinePush unreadable'])
    const lines = door.logged().trim().split('\n')
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { level: 40, app: 'prod', command: 'Push.OfflinePush', readable: 99, unreadable: 1, paths: [path] },
    ])
  })

  test.each<[string, unknown, string]>([
    ['State.StateChange', {}, 'Info'],
    ['State.StateChange', { Info: { Action: 'Login' } }, 'Info.To_Account'],
    ['C2C.CallbackAfterSendMsg', { From_Account: 'bob' }, 'To_Account'],
    ['Group.CallbackAfterSendMsg', { From_Account: 'bob', GroupId: {} }, 'GroupId'],
    ['Sns.CallbackBlackListAdd', { PairList: [{ From_Account: 'alice' }] }, 'PairList[].To_Account'],
  ])('%s that cannot be read is acknowledged, counted and told: %j', async (command, body, path) => {
    const door = await startDoor()
    expect((await door.send(command, body)).body).toBe(ACKNOWLEDGED)
    expect([door.stored, door.counted]).toEqual([[], [`prod ${command} unreadable`]])
    expect(JSON.parse(door.logged())).toMatchObject({ paths: [path] })
  })
})
