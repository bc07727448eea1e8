import { describe, expect, test } from 'vitest'
import { createReportDuty } from '../../../../src/bot/schedules/report-duty.ts'
import type { Schedule, Schedules } from '../../../../src/bot/ports/schedules.ts'
import { TEST_APPS } from '../../../support/bot.ts'
import { Channel } from '../posting/channel.ts'
import { MemoryStore } from '../posting/memory-store.ts'
import { OwnClock } from '../posting/own-clock.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const TICK = 10 * MINUTE

const ZONES = ['America/New_York', 'Europe/Berlin'] as const

/** In words of our own, so that what is expected does not come from what is tested. */
interface Plan {
  cron: string
  /** Local time of day as minutes, and on which days; null: every hour. */
  daily: { at: number; weekdays: boolean } | null
}

const PLANS: readonly Plan[] = [
  { cron: '0 * * * *', daily: null },
  { cron: '0 9 * * *', daily: { at: 9 * 60, weekdays: false } },
  { cron: '0 9 * * 1-5', daily: { at: 9 * 60, weekdays: true } },
  { cron: '30 2 * * *', daily: { at: 150, weekdays: false } },
  { cron: '30 1 * * *', daily: { at: 90, weekdays: false } },
]

const ALL = ZONES.flatMap((timeZone) => PLANS.map((plan) => ({ timeZone, ...plan })))

const MONTHS = [
  { name: 'in autumn, when clocks are put back', from: Date.UTC(2026, 9, 10), to: Date.UTC(2026, 10, 10) },
  { name: 'in spring, when clocks are put forward', from: Date.UTC(2027, 2, 5), to: Date.UTC(2027, 3, 5) },
]

/** What a clock on a wall shows, every half hour of the time. */
function wallClock(timeZone: string, from: number, to: number) {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  return Array.from({ length: (to - from) / (30 * MINUTE) + 1 }, (_, index) => {
    const at = from + index * 30 * MINUTE
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]))
    const weekend = part['weekday'] === 'Sat' || part['weekday'] === 'Sun'
    return {
      at,
      day: `${part['year']}-${part['month']}-${part['day']}`,
      weekend,
      minutes: Number(part['hour']) * 60 + Number(part['minute']),
    }
  })
}

/** The moments at which a report is due: of a day the first at which the clock shows its time, or later. */
function slotsOf({ timeZone, daily }: (typeof ALL)[number], from: number, to: number): readonly number[] {
  const wall = wallClock(timeZone, from, to)
  if (daily === null) return wall.filter(({ minutes }) => minutes % 60 === 0).map(({ at }) => at)
  const first = new Map<string, number>()
  for (const { at, day, weekend, minutes } of wall)
    if (minutes >= daily.at && !first.has(day) && !(daily.weekdays && weekend)) first.set(day, at)
  return [...first.values()]
}

const memorySchedules = (list: readonly Schedule[]): Schedules => ({
  add: async (schedule) => ({ ...schedule, id: '0' }),
  list: async () => list,
  remove: async () => false,
  knownSince: async (_, now) => now,
})

/** Runs the bot for the time, but for the hours in which it is down; it is another process after each of them. */
async function runBot(from: number, to: number, downs: readonly (readonly [number, number])[]) {
  const clock = new OwnClock(from)
  const store = new MemoryStore()
  const channel = new Channel(clock)
  const troubles: string[] = []
  let serial = 0
  const schedules = ALL.map(
    ({ cron, timeZone }, index): Schedule => ({
      id: String(index),
      app: 'prod',
      cron,
      timeZone,
      locale: 'en',
      to: { platform: 'slack', id: `C${index}`, thread: null },
      createdBy: 'slack:U1',
      createdAt: from,
    }),
  )
  const boot = () =>
    createReportDuty({
      schedules: memorySchedules(schedules),
      fixed: [],
      apps: { all: TEST_APPS, default: TEST_APPS[0] ?? never() },
      posting: {
        posts: store,
        channels: { slack: channel },
        clock: clock.now,
        newOwner: () => `owner-${++serial}`,
        onTrouble: (what) => troubles.push(what),
        wait: clock.wait,
      },
      makeReport: async ({ lateMs, period }) => ({
        tone: 'info',
        title: `${lateMs === null ? 'on time' : 'late'} ${period.from}`,
        blocks: [],
        actions: [],
      }),
    })
  let duty = boot()
  let wasDown = false
  for (let now = from; now <= to; now += TICK) {
    clock.sleep(now - clock.now())
    const down = downs.some(([start, end]) => now >= start && now < end)
    if (!down) {
      // Also restarted without having been down, every other day.
      if (wasDown || (now - from) % (2 * 24 * HOUR) === 0) duty = boot()
      await duty.run(now, new AbortController().signal)
    }
    wasDown = down
  }
  return { channel, troubles }
}

function never(): never {
  throw new Error('there is no app')
}

/** Of all that are due, those that a bot with these pauses has to post, and when. */
function expectedOf(
  plan: (typeof ALL)[number],
  from: number,
  to: number,
  downs: readonly (readonly [number, number])[],
) {
  const slots = slotsOf(plan, from - 7 * 24 * HOUR, to + 7 * 24 * HOUR)
  return slots.flatMap((slot, index) => {
    if (slot <= from || slot > to) return []
    const down = downs.find(([start, end]) => slot >= start && slot < end)
    const at = Math.ceil(((down?.[1] ?? slot) - from) / TICK) * TICK + from
    const next = slots[index + 1] ?? Number.POSITIVE_INFINITY
    const late = at - slot
    const recent = late <= 10 * MINUTE || late <= Math.min(6 * HOUR, (next - slot) / 2)
    return at <= to && at < next && recent
      ? [{ slot, at, title: `${late > 10 * MINUTE ? 'late' : 'on time'} ${slots[index - 1]}` }]
      : []
  })
}

describe.each(MONTHS)('a month $name', ({ from, to }) => {
  const at = (day: number, hour: number) => from + (day * 24 + hour) * HOUR
  const pauses: readonly (readonly [number, number])[] = [
    [at(3, 6.75), at(3, 8.25)],
    [at(5, 12.5), at(5, 14.5)],
    [at(9, 6.5), at(9, 6.5) + 10 * MINUTE],
    [at(12, 2), at(12, 16)],
    [at(22, 5), at(22, 7.5)],
  ]

  test.each([
    ['without a pause', []],
    ['with pauses over some of the slots', pauses],
  ])('%s: each slot exactly once, and no time that no report covers', async (_, downs) => {
    const { channel, troubles } = await runBot(from, to, downs)
    for (const [index, plan] of ALL.entries()) {
      const posted = channel.messages
        .filter(({ key }) => key.startsWith(`report:${index}:`))
        .map(({ key, at: moment, title }) => ({
          slot: Date.parse(key.split(':').slice(2).join(':')),
          at: moment,
          title,
        }))
      expect({ plan, posted }).toEqual({ plan, posted: expectedOf(plan, from, to, downs) })
    }
    const days = (to - from) / (24 * HOUR)
    expect(channel.messages.length).toBeGreaterThan(downs.length === 0 ? 2 * 24 * days : 24 * days)
    expect(troubles.every((what) => what === 'post.missed')).toBe(true)
  })
})
