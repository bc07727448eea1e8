import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Rig, START, startRig } from './rig.ts'

let rig: Rig

beforeEach(async () => {
  rig = await startRig()
})
afterEach(() => rig.close())

const order = (users: string[]) => ({
  From_Account: 'administrator',
  To_Account: users,
  MsgRandom: 1,
  OfflinePushInfo: { Title: 'A test', Desc: 'Please ignore this notification' },
  DataId: 'case-7',
})

async function push(...users: string[]): Promise<string> {
  const answer = await rig.call('timpush/batch', order(users))
  expect(answer).toMatchObject({ ActionStatus: 'OK', TaskId: expect.stringMatching(/^batch_1400000000_/) })
  return String(answer['TaskId'])
}

const events = () =>
  rig.receiver.webhooks.flatMap(({ body }) => (body['Events'] as Record<string, unknown>[] | undefined) ?? [])

async function trace(TaskID: string, UserID: string): Promise<Record<string, unknown>[]> {
  const answer = await rig.call('timpush/all_member_push_trace', { TaskID, UserID })
  return answer['InstanceTrace'] as Record<string, unknown>[]
}

test('goes stage by stage, and the trace tells no more than has happened', async () => {
  const taskId = await push('alice')
  expect(await trace(taskId, 'alice')).toMatchObject([
    { EventType: 1, OfflinePushStat: { ChannelStat: { PushStatus: 0, ErrorCode: 0 } } },
  ])

  rig.time.advance(300)
  await rig.receiver.until(1)
  rig.time.advance(600)
  await rig.receiver.until(2)
  rig.time.advance(100)
  expect(await trace(taskId, 'alice')).toMatchObject([
    {
      CertId: '15001',
      OfflinePushStat: {
        OfflineStat: { PushStatus: 1, EventTime: '2026-11-25 09:00:00' },
        ChannelStat: { PushStatus: 1 },
        DeviceStat: { PushStatus: 1 },
        ClickStat: { PushStatus: 0 },
      },
    },
  ])

  rig.time.advance(1_500)
  await rig.receiver.until(3)
  expect(await trace(taskId, 'alice')).toMatchObject([{ OfflinePushStat: { ClickStat: { PushStatus: 1 } } }])
  const same = {
    CallbackCommand: 'Push.AllMemberPush',
    EventType: 1,
    To_Account: 'alice',
    PushPlatform: 1,
    DeviceType: 0,
    TaskId: taskId,
    TaskTime: START / 1_000,
    DataId: 'case-7',
    ErrCode: 0,
    ErrInfo: '',
  }
  expect(events()).toEqual([
    { ...same, PushStage: 1, EventTime: START / 1_000 },
    { ...same, PushStage: 2, EventTime: START / 1_000 },
    { ...same, PushStage: 3, EventTime: START / 1_000 + 2 },
  ])
})

test('is shown by the app where it is open, without the vendor', async () => {
  const taskId = await push('carol')
  rig.time.advance(300)
  await rig.receiver.until(1)
  expect(events()).toMatchObject([{ EventType: 2, PushPlatform: 0, DeviceType: 3, PushStage: 2, ErrCode: 0 }])
  const [device] = await trace(taskId, 'carol')
  expect(device).toMatchObject({ EventType: 2, OnlinePushStat: { OnlineStat: { PushStatus: 1 } } })
  expect(device).not.toHaveProperty('OfflinePushStat')
})

test.each([
  ['grace', { CertId: '15002', OfflinePushStat: { ChannelStat: { ErrorCode: 400, ErrorInfo: 'BadDeviceToken' } } }],
  ['heidi', { NotificationStatus: 0, OfflinePushStat: { ChannelStat: { PushStatus: 1 } } }],
  ['nina', { CertId: '0', OfflinePushStat: { OfflineStat: { PushStatus: 0, ErrorCode: -1 } } }],
  ['oscar', { Token: '', OfflinePushStat: { OfflineStat: { PushStatus: 0, ErrorCode: -2 } } }],
  ['tina', { NotificationStatus: 0, OfflinePushStat: { ChannelStat: { ErrorCode: 20_301 } } }],
  ['zoe', { CertId: '15099', PushPlatform: 4, OfflinePushStat: { ChannelStat: { ErrorCode: -201 } } }],
])('%s: the trace shows why', async (userId, shown) => {
  const taskId = await push(userId)
  rig.time.advance(300)
  await rig.receiver.until(1)
  expect(await trace(taskId, userId)).toMatchObject([shown])
  await rig.simulator.idle()
  expect(events()).toHaveLength(1)
})

test.each(['dave', 'erin', 'frank', 'mia', 'pat'])('%s: no device, no event', async (userId) => {
  const taskId = await push(userId)
  await rig.simulator.idle()
  expect(await trace(taskId, userId)).toEqual([])
  expect(rig.receiver.webhooks).toEqual([])
})

test('whoever does not exist is refused, the others are pushed', async () => {
  const answer = await rig.call('timpush/batch', order(['ghost', 'judy']))
  expect(answer).toMatchObject({ ErrorCode: 0, ErrorList: [{ To_Account: 'ghost', ErrorCode: 70_107 }] })
  rig.time.advance(300)
  await rig.receiver.until(1)
  expect(events()).toMatchObject([{ To_Account: 'judy', PushStage: 1 }])
})

test('a trace is forgotten after seven days', async () => {
  const taskId = await push('judy')
  expect(await trace(taskId, 'judy')).toHaveLength(1)
  rig.time.advance(7 * 86_400_000)
  expect(await trace(taskId, 'judy')).toEqual([])
})

test('whom a test puts on the stage is pushed like the others', async () => {
  rig.simulator.users.put('newcomer', {
    story: 'Made for this test.',
    clients: [{ platform: 'Android', state: 'PushOnline' }],
    devices: [
      {
        platform: 'Android',
        vendor: 'meizu',
        certificateId: '9',
        token: 'made-up',
        model: 'MEIZU 21',
        systemVersion: '14',
        notifications: 'on',
        fate: { kind: 'refused', code: 110_002, info: 'pushId unregistered' },
      },
    ],
  })
  await push('newcomer')
  rig.time.advance(300)
  await rig.receiver.until(1)
  expect(events()).toMatchObject([{ PushPlatform: 5, ErrCode: 110_002, ErrInfo: 'pushId unregistered' }])
})

test('closing gives up what is under way', async () => {
  await push('alice')
  await rig.simulator.close()
  rig.time.advance(10_000)
  await rig.simulator.close()
  expect(rig.receiver.webhooks).toEqual([])
})
