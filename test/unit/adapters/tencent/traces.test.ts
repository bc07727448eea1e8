import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPushTime } from '../../../../src/adapters/tencent/calls/push-time.ts'
import { never, ok, startTencent, type TencentRig, valueOf } from '../../../servers/tencent/rig.ts'

const TRACE = 'v4/timpush/normal_push_trace'
const TASK_TRACE = 'v4/timpush/all_member_push_trace'
const LOSS = 'v4/timpush/normal_push_loss'
const NOON = Date.UTC(2025, 5, 15, 12)

let rig: TencentRig

beforeEach(async () => {
  rig = await startTencent()
})

afterEach(() => rig.stop())

const stat = (fields: object = {}) => ({
  PushStatus: 1,
  ErrorCode: 0,
  ErrorInfo: '',
  EventTime: '2025-06-15 12:00:01',
  ...fields,
})

const instance = (fields: object = {}) => ({
  InstanceId: 12_345,
  PushTime: NOON / 1_000,
  DeviceModel: 'iPhone15,2',
  System: 'iOS',
  SystemVersion: '18.5',
  EventType: 1,
  PushPlatform: 1,
  Token: 'a1b2c3d4',
  CertId: '38712',
  SdkVersion: '8.5.6870',
  PushVersion: '8.5.6870',
  NotificationStatus: 1,
  last_active_terminal: 1,
  IMCommitStat: { IMStat: stat({ EventTime: '2025-06-15 12:00:00' }) },
  OfflinePushStat: { OfflineStat: stat(), ChannelStat: stat(), DeviceStat: stat({ PushStatus: 0 }), ClickStat: {} },
  ...fields,
})

const trace = async (...instances: readonly unknown[]) => {
  rig.answers(TRACE, ok({ InstanceTrace: instances }))
  return valueOf(await rig.service.pushTrace(rig.app, '67120c46_6a40', never()))
}

const EMPTY = { status: null, ok: null, code: null, info: '', time: null }
const GOOD = { status: 1, ok: true, code: null, info: '', time: '2025-06-15 12:00:01' }

describe('the devices of a push', () => {
  it('come with all that Tencent tells', async () => {
    const [device] = await trace(instance())
    const { token, ...rest } = device!
    expect(token?.reveal()).toBe('a1b2c3d4')
    expect(rest).toEqual({
      registrationId: null,
      instanceId: '12345',
      pushedAt: NOON,
      delivery: 'offline',
      platform: 1,
      vendor: 'apns',
      certificateId: '38712',
      model: 'iPhone15,2',
      system: 'iOS',
      systemVersion: '18.5',
      sdkVersion: '8.5.6870',
      pushVersion: '8.5.6870',
      notifications: 'on',
      stages: { im: GOOD, vendor: GOOD, device: { ...GOOD, status: 0, ok: null }, click: EMPTY },
    })
    expect(rig.last().body).toEqual({ PushID: '67120c46_6a40' })
  })

  it('are still devices where next to nothing is told', async () => {
    expect(await trace({})).toEqual([
      {
        instanceId: null,
        pushedAt: null,
        delivery: null,
        platform: 0,
        vendor: null,
        token: null,
        registrationId: null,
        certificateId: null,
        untold: ['token', 'certificateId'],
        model: null,
        system: null,
        systemVersion: null,
        sdkVersion: null,
        pushVersion: null,
        notifications: 'unknown',
        stages: { im: EMPTY, vendor: EMPTY, device: EMPTY, click: EMPTY },
      },
    ])
  })

  it('are none where the list is empty, missing, or no list', async () => {
    expect(await trace()).toEqual([])
    rig.answers(TRACE, ok(), ok({ InstanceTrace: null }))
    expect(valueOf(await rig.service.pushTrace(rig.app, 'x', never()))).toEqual([])
    expect(valueOf(await rig.service.pushTrace(rig.app, 'x', never()))).toEqual([])
  })

  it('do not lose others to one that cannot be read', async () => {
    expect(await trace(null, 'x', instance({ DeviceModel: 'kept' }))).toMatchObject([{ model: 'kept' }])
  })

  it.each([
    [{ EventType: 2 }, { delivery: 'online' }],
    [{ EventType: '1' }, { delivery: 'offline' }],
    [{ EventType: 3 }, { delivery: null }],
    [{ EventType: undefined }, { delivery: null }],
    [{ PushPlatform: '7' }, { platform: 7, vendor: 'vivo' }],
    [{ PushPlatform: 0 }, { platform: 0, vendor: null }],
    [{ PushPlatform: 12 }, { platform: 12, vendor: null }],
    [{ Token: '' }, { token: null }],
    [{ Token: null }, { token: null }],
    [{ CertId: '0' }, { certificateId: null }],
    [{ CertId: 0 }, { certificateId: null }],
    [{ CertId: '' }, { certificateId: null }],
    [{ CertId: 38_712 }, { certificateId: '38712' }],
    [{ NotificationStatus: 0 }, { notifications: 'off' }],
    [{ NotificationStatus: '1' }, { notifications: 'on' }],
    [{ NotificationStatus: 2 }, { notifications: 'unknown' }],
    [{ OfflinePushStat: null }, { stages: { im: { time: '2025-06-15 12:00:00', ok: true }, vendor: EMPTY } }],
    [
      { OfflinePushStat: { OfflineStat: {}, ChannelStat: stat() } },
      { stages: { im: { time: '2025-06-15 12:00:00' }, vendor: GOOD } },
    ],
    [{ IMCommitStat: 'odd', OfflinePushStat: {} }, { stages: { im: EMPTY } }],
  ])('%j is told as %j', async (fields, expected) => {
    expect(await trace(instance(fields))).toMatchObject([expected])
  })

  it.each([
    [
      { PushStatus: 1, ErrorCode: 0 },
      { ok: true, code: null, status: 1 },
    ],
    [
      { PushStatus: '1', ErrorCode: '0' },
      { ok: true, code: null, status: 1 },
    ],
    [
      { PushStatus: 1, ErrorCode: '' },
      { ok: true, code: null },
    ],
    [
      { PushStatus: 1, ErrorCode: 410, ErrorInfo: 'Unregistered' },
      { ok: false, code: '410', info: 'Unregistered' },
    ],
    [
      { PushStatus: 0, ErrorCode: 'BadDeviceToken' },
      { ok: false, code: 'BadDeviceToken', status: 0 },
    ],
    [
      { PushStatus: 2, ErrorCode: 0 },
      { ok: null, code: null, status: 2 },
    ],
    [{ ErrorCode: -2 }, { ok: false, code: '-2', status: null }],
    [
      { PushStatus: 1, EventTime: '' },
      { ok: true, time: null },
    ],
  ])('the stage %j is told as %j', async (raw, expected) => {
    const [device] = await trace(instance({ OfflinePushStat: { ChannelStat: raw } }))
    expect(device?.stages.vendor).toMatchObject(expected)
  })

  it('of one user in a task are asked for by both', async () => {
    rig.answers(TASK_TRACE, ok({ InstanceTrace: [instance()], OnlinePushStat: {} }))
    const devices = valueOf(await rig.service.taskTrace(rig.app, { taskId: 'batch_1', userId: 'alice' }, never()))
    expect(devices).toMatchObject([{ model: 'iPhone15,2' }])
    expect(rig.last().body).toEqual({ TaskID: 'batch_1', UserID: 'alice' })
  })
})

describe('the time of a push', () => {
  const now = NOON + 1_000
  it.each([
    ['seconds', NOON / 1_000, NOON],
    ['milliseconds', NOON, NOON],
    ['seconds as text', String(NOON / 1_000), NOON],
    ['milliseconds as text', ` ${NOON} `, NOON],
    ['parts of seconds', NOON / 1_000 + 0.25, NOON + 250],
    ['a date', '2025-06-15 12:00:00', NOON],
    ['a date with a T', '2025-06-15T12:00:00.500', NOON + 500],
    ['a date of China, whose hour is still to come elsewhere', '2025-06-15 20:00:00', NOON],
    ['zero', 0, null],
    ['an empty text', '', null],
    ['a word', 'noon', null],
    ['no date', '2025-13-45 99:00:00', null],
    ['nothing', undefined, null],
    ['a list', [NOON], null],
  ])('%s', (_, raw, expected) => {
    expect(readPushTime(raw, now)).toBe(expected)
  })
})

describe('what was lost', () => {
  const DAY = 86_400_000
  const ask = (from: number, to: number) => rig.service.pushLoss(rig.app, { from, to }, never())

  it('before and after the vendor, in all and for each platform', async () => {
    rig.answers(
      LOSS,
      ok({
        ReadyToSendLoss: [{ ErrCode: '-2', ErrCount: 10, ErrInfo: 'no token uploaded' }, { ErrCode: 5 }, null],
        PostSendDeliveredLoss: [{ ErrCode: 410, ErrCount: '3' }],
        PlatformReadyToSendLoss: [{ PushPlatform: 2, ReadyToSendLoss: [{ ErrCode: '-1', ErrCount: 1, ErrInfo: 'x' }] }],
        PlatformPostSendDeliveredLoss: [
          { PushPlatform: '1', ErrCode: '410', ErrCount: 3, ErrInfo: 'Unregistered' },
          { ErrCode: '1', ErrCount: 1 },
        ],
      }),
    )
    const to = rig.clock.now
    expect(valueOf(await ask(to - DAY, to))).toEqual([
      { phase: 'ready', platform: null, code: '-2', count: 10, info: 'no token uploaded' },
      { phase: 'ready', platform: 2, code: '-1', count: 1, info: 'x' },
      { phase: 'sent', platform: null, code: '410', count: 3, info: '' },
      { phase: 'sent', platform: 1, code: '410', count: 3, info: 'Unregistered' },
    ])
    expect(rig.last().body).toEqual({ StartTime: (to - DAY) / 1_000, EndTime: to / 1_000 })
  })

  it('is asked for no further back than it is kept, and not ahead', async () => {
    rig.answers(LOSS, ok())
    const { now } = rig.clock
    expect(valueOf(await ask(now - 30 * DAY, now + DAY))).toEqual([])
    expect(rig.last().body).toEqual({ StartTime: (now - 7 * DAY + 60_000) / 1_000, EndTime: now / 1_000 })
  })

  it('is nothing for a time that is over', async () => {
    const { now } = rig.clock
    expect(valueOf(await ask(now - 30 * DAY, now - 20 * DAY))).toEqual([])
    expect(rig.server.calls).toEqual([])
  })
})
