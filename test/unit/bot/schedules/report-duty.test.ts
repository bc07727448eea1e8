import { beforeEach, describe, expect, test } from 'vitest'
import { createReportDuty, type ReportOrder } from '../../../../src/bot/schedules/report-duty.ts'
import type { Schedule, Schedules } from '../../../../src/bot/ports/schedules.ts'
import { TEST_APPS, testApp } from '../../../support/bot.ts'
import { Channel } from '../posting/channel.ts'
import { MemoryStore } from '../posting/memory-store.ts'
import { OwnClock } from '../posting/own-clock.ts'

const HOUR = 3_600_000
/** A Monday, a second past nine. */
const NOW = Date.UTC(2026, 10, 23, 9, 0, 1)
const NEVER = new AbortController().signal

let clock: OwnClock
let store: MemoryStore
let channel: Channel
let orders: ReportOrder[]
let troubles: string[]

beforeEach(() => {
  clock = new OwnClock(NOW)
  store = new MemoryStore()
  channel = new Channel(clock)
  orders = []
  troubles = []
})

const schedule = (id: string, changes: Partial<Schedule> = {}): Schedule => ({
  id,
  app: 'prod',
  cron: '0 9 * * *',
  timeZone: 'UTC',
  locale: 'en',
  to: { platform: 'slack', id: `C${id}`, thread: null },
  createdBy: 'slack:U1',
  createdAt: NOW - 7 * 24 * HOUR,
  ...changes,
})

interface Given {
  list?: readonly Schedule[]
  fixed?: readonly Omit<Schedule, 'createdAt'>[]
  knownSince?: Schedules['knownSince']
  /** Schedules, by their cron, of which the report is never made. */
  hanging?: string
}

function dutyOf({ list = [], fixed = [], knownSince = async (_, now) => now, hanging }: Given) {
  let serial = 0
  const duty = createReportDuty({
    schedules: {
      add: async (added) => ({ ...added, id: '0' }),
      list: async () => list,
      remove: async () => false,
      knownSince,
    },
    fixed,
    apps: { all: TEST_APPS, default: testApp('prod') },
    posting: {
      posts: store,
      channels: { slack: channel },
      clock: clock.now,
      newOwner: () => `owner-${++serial}`,
      onTrouble: (what) => troubles.push(what),
      wait: clock.wait,
    },
    makeReport: async (order) => {
      orders.push(order)
      if (order.timeZone === hanging) return new Promise(() => {})
      return { tone: 'info', title: order.app.name, blocks: [], actions: [] }
    },
  })
  return { run: () => clock.until(duty.run(clock.now(), NEVER)) }
}

const posted = () => channel.messages.map(({ key }) => key)

test('a report is of its schedule, and on working days Monday’s covers the time since Friday', async () => {
  await dutyOf({ list: [schedule('1', { cron: '0 9 * * 1-5', app: 'staging', locale: 'zh', timeZone: 'UTC' })] }).run()
  expect(orders).toMatchObject([
    {
      app: { name: 'staging' },
      locale: 'zh',
      timeZone: 'UTC',
      lateMs: null,
      period: { from: Date.UTC(2026, 10, 20, 9), to: Date.UTC(2026, 10, 23, 9) },
    },
  ])
  expect(posted()).toEqual(['report:1:2026-11-23T09:00:00.000Z'])
})

test('nobody is asked while nothing is due', async () => {
  const duty = dutyOf({ list: Array.from({ length: 50 }, (_, index) => schedule(String(index))) })
  await duty.run()
  expect(posted()).toHaveLength(50)
  const before = store.calls
  for (let tick = 0; tick < 100; tick++) {
    clock.sleep(5_000)
    await duty.run()
  }
  expect(store.calls).toBe(before)
  clock.sleep(24 * HOUR)
  await duty.run()
  expect(posted()).toHaveLength(100)
})

describe('a slot that came while nothing ran', () => {
  test.each<[string, string, number, 'on time' | 'late' | 'missed']>([
    ['is posted on time up to ten minutes later', '0 9 * * *', 10 * 60_000 - 1_000, 'on time'],
    ['is posted as late after that', '0 9 * * *', 11 * 60_000, 'late'],
    ['is posted as late up to six hours later', '0 9 * * *', 6 * HOUR - 2_000, 'late'],
    ['is left out after that', '0 9 * * *', 6 * HOUR, 'missed'],
    ['is left out when the next is nearer than it', '0 9,11 * * *', HOUR + 60_000, 'missed'],
  ])('%s', async (_, cron, after, expected) => {
    clock.sleep(after)
    await dutyOf({ list: [schedule('1', { cron })] }).run()
    const lateMs = orders.map((order) => order.lateMs)
    expect({ end: store.records.get('report:1:2026-11-23T09:00:00.000Z')?.end, lateMs }).toEqual(
      {
        'on time': { end: 'posted', lateMs: [null] },
        late: { end: 'posted', lateMs: [after + 1_000] },
        missed: { end: 'missed', lateMs: [] },
      }[expected],
    )
  })

  test('before the schedule was known is never posted', async () => {
    await dutyOf({ list: [schedule('1', { createdAt: NOW - 500 })] }).run()
    expect([...store.records.keys()]).toEqual([])
  })
})

test('schedules of the configuration file count from when they were first known, which is asked once', async () => {
  const { createdAt: _, ...fixed } = schedule('config-a', { createdBy: null })
  let asked = 0
  const knownSince: Schedules['knownSince'] = async () => {
    asked++
    return NOW - 2 * HOUR
  }
  const duty = dutyOf({ fixed: [fixed], knownSince })
  await duty.run()
  await duty.run()
  expect([asked, posted()]).toEqual([1, ['report:config-a:2026-11-23T09:00:00.000Z']])
})

test('one that hangs, and one whose app is gone, hold up no other', async () => {
  const list = [
    schedule('1', { timeZone: 'Etc/UTC' }),
    schedule('2', { app: 'gone' }),
    schedule('3'),
    schedule('4', { to: { platform: 'discord', id: '123456789012345678', thread: null } }),
    schedule('5'),
  ]
  await dutyOf({ list, hanging: 'Etc/UTC' }).run()
  expect(channel.messages.map(({ key, at }) => [key.split(':')[1], at])).toEqual([
    ['3', NOW],
    ['5', NOW],
  ])
  expect(troubles.sort()).toEqual(['post.not-made', 'post.refused', 'report.no-app'])
})

test('what is to be tried later is tried then, and not before', async () => {
  channel.moods.post.push({ kind: 'later', code: 'ratelimited', afterMs: 60_000 })
  const duty = dutyOf({ list: [schedule('1')] })
  await duty.run()
  clock.sleep(59_000)
  await duty.run()
  expect(channel.calls).toEqual(['post'])
  clock.sleep(1_000)
  await duty.run()
  expect(posted()).toEqual(['report:1:2026-11-23T09:00:00.000Z'])
})
