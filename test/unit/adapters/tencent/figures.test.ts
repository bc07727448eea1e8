import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fail, failureOf, never, ok, startTencent, type TencentRig, valueOf } from '../../../servers/tencent/rig.ts'

const STATISTICS = 'v4/timpush/normal_push_statistics'
const APP_INFO = 'v4/openconfigsvr/getappinfo'
const DAY = 86_400_000

let rig: TencentRig

beforeEach(async () => {
  rig = await startTencent()
})

afterEach(() => rig.stop())

const NONE = { total: null, sent: null, delivered: null, clicked: null }

describe('how far pushes came', () => {
  const ask = (from = rig.clock.now - DAY, to = rig.clock.now) =>
    rig.service.pushStatistics(rig.app, { from, to }, never())
  const platforms = async (...given: readonly unknown[]) => {
    rig.answers(STATISTICS, ok({ TotalCount: 1, PlatformStatistics: given }))
    return valueOf(await ask()).platforms
  }

  it('in all and for each platform', async () => {
    rig.answers(
      STATISTICS,
      ok({
        TotalCount: 1_000,
        SentCount: '950',
        DeliveredCount: 700,
        ClickCount: 0,
        PlatformStatistics: [
          { PushPlatform: 1, TotalCount: 600, SentCount: 590, DeliveredCount: 500, ClickCount: 0 },
          { PushPlatform: '8', TotalCount: '400', SentCount: 360 },
        ],
      }),
    )
    const to = rig.clock.now
    expect(valueOf(await ask())).toEqual({
      all: { total: 1_000, sent: 950, delivered: 700, clicked: 0 },
      platforms: [
        { platform: 1, total: 600, sent: 590, delivered: 500, clicked: 0 },
        { platform: 8, total: 400, sent: 360, delivered: null, clicked: null },
      ],
    })
    expect(rig.last().body).toEqual({ StartTime: (to - DAY) / 1_000, EndTime: to / 1_000 })
  })

  it.each([
    ['other names', { Platform: 2, Total: 5, Sent: 4, DeliveryCount: 3, ClickedCount: 2 }, [2, 5, 4, 3, 2]],
    ['other letters', { pushPlatform: 3, totalCount: 5, sentcount: 4 }, [3, 5, 4, null, null]],
    ['counts in an object', { PushPlatform: 4, Statistics: { TotalCount: 5, SentCount: 4 } }, [4, 5, 4, null, null]],
    ['a platform alone', { PushPlatform: 6 }, [6, null, null, null, null]],
    ['a count that is none', { PushPlatform: 7, TotalCount: 'many', SentCount: 4 }, [7, null, 4, null, null]],
  ])('of a platform with %s', async (_, raw, [platform, total, sent, delivered, clicked]) => {
    expect(await platforms(raw)).toEqual([{ platform, total, sent, delivered, clicked }])
  })

  it.each([
    ['no platform', { TotalCount: 5 }],
    ['a word for one', { PushPlatform: 'ios', TotalCount: 5 }],
    ['nothing', null],
    ['a text', 'x'],
  ])('is not told by an item with %s, and the others stay', async (_, raw) => {
    expect(await platforms(raw, { PushPlatform: 1 })).toEqual([{ platform: 1, ...NONE }])
  })

  it('is no data, not zero, where Tencent gives no number', async () => {
    rig.answers(STATISTICS, ok(), ok({ TotalCount: null, PlatformStatistics: 'none' }))
    expect(valueOf(await ask())).toEqual({ all: NONE, platforms: [] })
    expect(valueOf(await ask())).toEqual({ all: NONE, platforms: [] })
  })

  it('is asked for no further back than it is kept, and not ahead', async () => {
    rig.answers(STATISTICS, ok({ TotalCount: 3 }))
    const { now } = rig.clock
    await ask(now - 60 * DAY, now + DAY)
    expect(rig.last().body).toEqual({ StartTime: (now - 30 * DAY + 60_000) / 1_000, EndTime: now / 1_000 })
  })

  it('is no data for a time that is over, and nobody is asked', async () => {
    const { now } = rig.clock
    expect(valueOf(await ask(now - 60 * DAY, now - 31 * DAY))).toEqual({ all: NONE, platforms: [] })
    expect(rig.server.calls).toEqual([])
  })

  it('is asked for at a moment that all replicas share', async () => {
    rig.answers(STATISTICS, ok())
    await ask()
    expect(rig.slots.taken).toEqual([[`${rig.app.sdkAppId}:${STATISTICS}`, 1_000, rig.clock.now, 5_000]])
  })

  it('tells why not', async () => {
    rig.answers(STATISTICS, fail(90045))
    expect(failureOf(await ask())).toMatchObject({ endpoint: STATISTICS, kind: 'refused', code: 90045 })
  })
})

describe('the days of an app', () => {
  const ask = () => rig.service.appDays(rig.app, never())
  /** The answer comes without `ActionStatus`. */
  const answered = async (fields: object) => {
    rig.answers(APP_INFO, { ErrorCode: 0, ErrorInfo: '', ...fields })
    return valueOf(await ask())
  }
  const nothing = {
    callbackRequests: null,
    callbackResponses: null,
    apnsMessages: null,
    logins: null,
    loginUsers: null,
    activeUsers: null,
    sentMessages: null,
  }

  it('come with their numbers, the oldest first', async () => {
    const days = await answered({
      Result: [
        {
          Date: '20250615',
          CallBackReq: '120',
          CallBackRsp: '118',
          APNSMsgNum: '7',
          LoginTimes: '30',
          LoginUserNum: '12',
          ActiveUserNum: '15',
          UpMsgNum: '0',
        },
        { Date: '20250614', CallBackReq: '9' },
      ],
    })
    expect(days).toEqual([
      { date: '2025-06-14', ...nothing, callbackRequests: 9 },
      {
        date: '2025-06-15',
        callbackRequests: 120,
        callbackResponses: 118,
        apnsMessages: 7,
        logins: 30,
        loginUsers: 12,
        activeUsers: 15,
        sentMessages: 0,
      },
    ])
    expect(rig.last().body).toEqual({
      RequestField: [
        'CallBackReq',
        'CallBackRsp',
        'APNSMsgNum',
        'LoginTimes',
        'LoginUserNum',
        'ActiveUserNum',
        'UpMsgNum',
      ],
    })
  })

  it.each(['20250615', 20250615, '2025-06-15', '2025/06/15', '2025-06-15 00:00:00', ' 20250615 '])(
    'are read from %j',
    async (Date) => {
      expect(await answered({ Result: [{ Date, UpMsgNum: '5' }] })).toEqual([
        { date: '2025-06-15', ...nothing, sentMessages: 5 },
      ])
    },
  )

  it.each(['', 'today', '20251332', '20250231', '202506150', '15.06.2025', null, undefined, {}])(
    'are not read from %j',
    async (Date) => {
      expect(await answered({ Result: [{ Date }, { Date: '20250601' }] })).toEqual([{ date: '2025-06-01', ...nothing }])
    },
  )

  it.each([
    ['under another name', { AppInfo: [{ Date: '20250615' }], Total: 1 }, ['2025-06-15']],
    ['told twice', { Result: [{ Date: '20250615' }, { Date: '2025-06-15' }] }, ['2025-06-15']],
    ['among what is none', { Result: [null, 'x', [], { Date: '20250615' }] }, ['2025-06-15']],
    ['none', { Result: [] }, []],
    ['no list', { Result: 'none' }, []],
    ['nothing at all', {}, []],
  ])('%s', async (_, fields, expected) => {
    expect((await answered(fields)).map(({ date }) => date)).toEqual(expected)
  })

  it('tell why not', async () => {
    rig.answers(APP_INFO, { ErrorCode: 60020, ErrorInfo: 'expired' })
    expect(failureOf(await ask())).toMatchObject({ endpoint: APP_INFO, kind: 'refused', code: 60020 })
  })
})
