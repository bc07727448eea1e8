import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DEMO, DEMO_GLOBAL, type Rig, START, startRig } from './rig.ts'

let rig: Rig

beforeEach(async () => {
  rig = await startRig()
})
afterEach(() => rig.close())

const OK = { ActionStatus: 'OK', ErrorInfo: '', ErrorCode: 0 }
const HOUR = 3_600
const NOW = START / 1_000
const TEXT = { MsgType: 'TIMTextElem', MsgContent: { Text: 'Hello' } }

describe('query_online_status', () => {
  const ask = (users: string[], detail = true, app = DEMO) =>
    rig.call('openim/query_online_status', { To_Account: users, ...(detail ? { IsNeedDetail: 1 } : {}) }, { app })

  test('tells the state of each, with its clients, and who does not exist', async () => {
    expect(await ask(['alice', 'leo', 'dave', 'ghost'])).toEqual({
      ...OK,
      QueryResult: [
        { To_Account: 'alice', Status: 'PushOnline', Detail: [{ Platform: 'iPhone', Status: 'PushOnline' }] },
        {
          To_Account: 'leo',
          Status: 'Online',
          Detail: [
            { Platform: 'iPhone', Status: 'PushOnline' },
            { Platform: 'Web', Status: 'Online' },
          ],
        },
        { To_Account: 'dave', Status: 'Offline' },
      ],
      ErrorList: [{ To_Account: 'ghost', ErrorCode: 70_107 }],
    })
  })

  test('without detail there are no clients', async () => {
    expect(await ask(['carol'], false)).toMatchObject({ QueryResult: [{ To_Account: 'carol', Status: 'Online' }] })
    expect(JSON.stringify(await ask(['carol'], false))).not.toContain('Detail')
  })

  test('fails as a whole only when it failed for everybody', async () => {
    expect(await ask(['ghost'])).toMatchObject({
      ActionStatus: 'FAIL',
      ErrorCode: 70_107,
      ErrorList: [{ To_Account: 'ghost', ErrorCode: 70_107 }],
    })
  })

  test('five hundred users are answered', async () => {
    const answer = await ask(['alice', ...Array.from({ length: 499 }, (_, index) => `nobody-${index}`)])
    expect(answer).toMatchObject({ ErrorCode: 0, QueryResult: [{ To_Account: 'alice' }] })
  })

  test('each app has its own people', async () => {
    expect(await ask(['ines'], true, DEMO_GLOBAL)).toMatchObject({ ErrorCode: 0 })
    expect(await ask(['ines'])).toMatchObject({ ErrorCode: 70_107 })
  })
})

test('account_check knows who was imported, logged in or not', async () => {
  const CheckItem = ['pat', 'ghost', 'administrator'].map((UserID) => ({ UserID }))
  const answer = await rig.call('im_open_login_svc/account_check', { CheckItem })
  const statuses = (answer['ResultItem'] as { AccountStatus: string }[]).map(({ AccountStatus }) => AccountStatus)
  expect(statuses).toEqual(['Imported', 'NotImported', 'Imported'])
})

test.each([
  ['kim', 'sam', 'Both', 'AWithB'],
  ['sam', 'kim', 'Both', 'BWithA'],
  ['sam', 'kim', 'Single', 'NO'],
  ['alice', 'sam', 'Both', 'NO'],
])('black_list_check: %s asks about %s (%s): %s', async (From_Account, other, type, relation) => {
  const CheckType = `BlackCheckResult_Type_${type}`
  expect(await rig.call('sns/black_list_check', { From_Account, To_Account: [other], CheckType })).toMatchObject({
    ...OK,
    BlackListCheckItem: [{ To_Account: other, Relation: `BlackCheckResult_Type_${relation}`, ResultCode: 0 }],
    Fail_Account: [],
  })
})

test('getnospeaking answers without ActionStatus', async () => {
  expect(await rig.call('openconfigsvr/getnospeaking', { Get_Account: 'sam' })).toEqual({
    ErrorInfo: '',
    ErrorCode: 0,
    C2CmsgNospeakingTime: 0,
    GroupmsgNospeakingTime: 0,
  })
})

describe('groups', () => {
  test('get_group_info tells the type, and which do not exist', async () => {
    const GroupIdList = ['team', 'live', 'meeting', 'nothing']
    const answer = await rig.call('group_open_http_svc/get_group_info', { GroupIdList })
    expect(answer['GroupInfo']).toMatchObject([
      { GroupId: 'team', ErrorCode: 0, Type: 'Public' },
      { GroupId: 'live', ErrorCode: 0, Type: 'AVChatRoom' },
      { GroupId: 'meeting', ErrorCode: 0, Type: 'ChatRoom' },
      { GroupId: 'nothing', ErrorCode: 10_010 },
    ])
  })

  test('get_group_member_info pages, and tells who muted the group', async () => {
    const filter = { GroupId: 'team', MemberInfoFilter: ['Member_Account', 'MsgFlag'] }
    const all = await rig.call('group_open_http_svc/get_group_member_info', filter)
    expect(all).toMatchObject({ ...OK, MemberNum: 5 })
    expect(all['MemberList']).toContainEqual({ Member_Account: 'judy', MsgFlag: 'AcceptNotNotify' })
    const page = await rig.call('group_open_http_svc/get_group_member_info', { ...filter, Limit: 2, Offset: 4 })
    expect(page['MemberList']).toHaveLength(1)
  })

  test('get_role_in_group', async () => {
    const User_Account = ['sam', 'alice', 'yuki']
    const answer = await rig.call('group_open_http_svc/get_role_in_group', { GroupId: 'team', User_Account })
    const roles = (answer['UserIdList'] as { Role: string }[]).map(({ Role }) => Role)
    expect(roles).toEqual(['Owner', 'Member', 'NotMember'])
  })

  test('group_msg_get_simple: newest first, without the dropped one, up to a number', async () => {
    const seqs = async (more: Record<string, unknown> = {}) => {
      const body = { GroupId: 'team', ReqMsgNumber: 20, ...more }
      const answer = await rig.call('group_open_http_svc/group_msg_get_simple', body)
      return (answer['RspMsgList'] as { MsgSeq: number }[]).map(({ MsgSeq }) => MsgSeq)
    }
    expect(await seqs()).toEqual([43, 41])
    expect(await seqs({ ReqMsgSeq: 42 })).toEqual([41])
  })
})

describe('admin_getroammsg', () => {
  const ask = (receiver: string, more: Record<string, unknown> = {}) =>
    rig.call('openim/admin_getroammsg', {
      Operator_Account: receiver,
      Peer_Account: 'sam',
      MaxCnt: 100,
      MinTime: NOW - 48 * HOUR,
      MaxTime: NOW,
      ...more,
    })
  const keys = (answer: Record<string, unknown>) =>
    (answer['MsgList'] as { MsgKey: string }[]).map(({ MsgKey }) => MsgKey)

  test('tells the messages of a span, oldest first', async () => {
    const answer = await ask('bob')
    expect(answer).toMatchObject({ ...OK, Complete: 1, MsgCnt: 4 })
    expect(keys(answer)).toEqual(
      [
        [3_101, 26],
        [3_102, 5],
        [3_103, 3],
        [3_104, 1],
      ].map(([seq = 0, hours = 0]) => `${seq}_${70_000 + seq}_${NOW - hours * HOUR}`),
    )
    expect(keys(await ask('bob', { MinTime: NOW - 4 * HOUR }))).toHaveLength(2)
  })

  test('goes on where the page before ended', async () => {
    const first = await ask('bob', { MaxCnt: 3 })
    expect(first).toMatchObject({ Complete: 0, MsgCnt: 3, LastMsgTime: NOW - 5 * HOUR })
    const next = await ask('bob', { MaxTime: first['LastMsgTime'], LastMsgKey: first['LastMsgKey'] })
    expect(next).toMatchObject({ Complete: 1, MsgCnt: 1 })
    expect([...keys(next), ...keys(first)]).toEqual(keys(await ask('bob')))
  })

  test.each([
    ['uma', 'an online-only message is not there', 1],
    ['kim', 'what a blocked sender sent is not there', 0],
  ])('%s: %s', async (userId, _, count) => {
    expect(await ask(userId)).toMatchObject({ MsgCnt: count })
  })

  test('shows what kept a message from being pushed', async () => {
    expect((await ask('wendy'))['MsgList']).toContainEqual(
      expect.objectContaining({ OfflinePushInfo: { PushFlag: 1 }, MsgSeq: 5_502 }),
    )
    expect((await ask('victor'))['MsgList']).toContainEqual(
      expect.objectContaining({
        MsgBody: [{ MsgType: 'TIMCustomElem', MsgContent: { Data: '{"order":7}', Desc: '', Ext: '' } }],
      }),
    )
  })
})

describe('statistics', () => {
  test('normal_push_loss counts chat pushes by code, over all and by platform', async () => {
    const answer = await rig.call('timpush/normal_push_loss', { StartTime: NOW - 24 * HOUR, EndTime: NOW })
    expect(answer['ReadyToSendLoss']).toEqual([
      { ErrCode: '-1', ErrCount: 1, ErrInfo: 'certificate id not set' },
      { ErrCode: '-2', ErrCount: 1, ErrInfo: 'token not uploaded' },
    ])
    // Three of bob’s own messages, and two of the group.
    const unregistered = { ErrCode: '410', ErrCount: 5, ErrInfo: 'Unregistered' }
    expect(answer['PostSendDeliveredLoss']).toContainEqual(unregistered)
    expect(answer['PlatformPostSendDeliveredLoss']).toContainEqual({ PushPlatform: 1, ...unregistered })
  })

  test('normal_push_loss refuses more than seven days', async () => {
    const body = { StartTime: NOW - 8 * 24 * HOUR, EndTime: NOW }
    expect(await rig.call('timpush/normal_push_loss', body)).toMatchObject({ ErrorCode: 90_001 })
  })

  test('normal_push_statistics counts how far chat pushes came, over all and by platform', async () => {
    const answer = await rig.call('timpush/normal_push_statistics', { StartTime: NOW - 24 * HOUR, EndTime: NOW })
    const platforms = answer['PlatformStatistics'] as Record<string, number>[]
    expect(platforms.map(({ PushPlatform }) => PushPlatform)).toEqual([1, 2, 3, 4, 6, 7, 8])
    for (const name of ['TotalCount', 'SentCount', 'DeliveredCount', 'ClickCount']) {
      expect(platforms.reduce((sum, each) => sum + (each[name] ?? NaN), 0)).toBe(answer[name])
    }
    const losses = await rig.call('timpush/normal_push_loss', { StartTime: NOW - 24 * HOUR, EndTime: NOW })
    const lost = [losses['ReadyToSendLoss'], losses['PostSendDeliveredLoss']].flat() as { ErrCount: number }[]
    expect(Number(answer['TotalCount']) - Number(answer['SentCount'])).toBe(
      lost.reduce((sum, { ErrCount }) => sum + ErrCount, 0),
    )
  })

  test('normal_push_statistics follows a push that is sent now', async () => {
    const span = () => ({ StartTime: NOW, EndTime: NOW + 60 })
    const message = { From_Account: 'sam', To_Account: 'alice', MsgRandom: 7, MsgBody: [TEXT] }
    await rig.call('openim/sendmsg', message)
    expect(await rig.call('timpush/normal_push_statistics', span())).toMatchObject({ TotalCount: 1, SentCount: 0 })
  })

  test.each([31 * 24, -1])('normal_push_statistics refuses a time of %i hours', async (hours) => {
    const body = { StartTime: NOW - hours * HOUR, EndTime: NOW }
    expect(await rig.call('timpush/normal_push_statistics', body)).toMatchObject({ ErrorCode: 90_001 })
  })

  test('getappinfo counts what the past holds, day by day', async () => {
    const answer = await rig.call('openconfigsvr/getappinfo', {})
    const [today, yesterday, , , , , , , , , before] = answer['Result'] as Record<string, string>[]
    expect(today).toMatchObject({ Date: '20261125', CallBackReq: today?.['CallBackRsp'] })
    expect(Number(yesterday?.['LoginTimes'])).toBeGreaterThan(Number(yesterday?.['LoginUserNum']) - 1)
    expect(Number(yesterday?.['LoginUserNum'])).toBeGreaterThan(5)
    expect(before).toMatchObject({ Date: '20261115', APNSMsgNum: '0', LoginTimes: '0', CallBackReq: '0' })
  })

  test('getappinfo: thirty days of texts, and only the fields asked for', async () => {
    const answer = await rig.call('openconfigsvr/getappinfo', { RequestField: ['APNSMsgNum'] })
    const days = answer['Result'] as Record<string, string>[]
    expect(days).toHaveLength(30)
    expect(days[0]).toEqual({ Date: '20261125', APNSMsgNum: expect.stringMatching(/^[1-9]\d*$/) })
    expect(answer).not.toHaveProperty('ActionStatus')
  })
})
