import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAlarms } from '../../../../src/bot/alerts/read-alarms.ts'
import { subjectOf, type Alarm } from '../../../../src/diagnostics/alerts/alarm.ts'
import type { AlertEvidence } from '../../../../src/diagnostics/alerts/alert-evidence.ts'
import { judgeAlarms } from '../../../../src/diagnostics/alerts/judge-alarms.ts'
import { DEFAULT_RULES } from '../../../../src/diagnostics/alerts/rules.ts'
import { QUARTER, type Count } from '../../../../src/diagnostics/ports/event-figures.ts'
import { APNS, DAY, HOUR, imFailure, MINUTE, NOW, XIAOMI } from '../../../support/push-case.ts'
import { NOTHING_SEEN, pushes, withPushes } from './alert-material.ts'

const judge = (evidence: AlertEvidence, now = NOW) => judgeAlarms(evidence, DEFAULT_RULES, now)
const codes = (alarms: readonly Alarm[]) => alarms.map(({ code }) => code)

const QUOTA = -203
const CREDENTIAL = -197
/** Of Xiaomi's: the token is not valid. */
const DEAD = 20301

describe('pushes of a vendor', () => {
  const usual = [pushes(APNS, 0, 9_500), pushes(APNS, QUOTA, 500)]

  test.each<{ name: string; window: Count[]; before?: Count[]; latest?: Count[]; found: string[] }>([
    { name: 'as always', window: [pushes(APNS, 0, 95), pushes(APNS, QUOTA, 5)], found: [] },
    { name: 'twice as many, but few points', window: [pushes(APNS, 0, 88), pushes(APNS, QUOTA, 12)], found: [] },
    { name: 'many more lost', window: [pushes(APNS, 0, 60), pushes(APNS, QUOTA, 40)], found: ['loss-rate'] },
    { name: 'all lost, of too few', window: [pushes(APNS, QUOTA, 49)], found: [] },
    { name: 'all lost, and nothing known of before', window: [pushes(APNS, QUOTA, 500)], before: [], found: [] },
    {
      name: 'lost an hour ago, and well again',
      window: [pushes(APNS, 0, 60), pushes(APNS, QUOTA, 40)],
      latest: [pushes(APNS, 0, 30)],
      found: [],
    },
    {
      name: 'a code that never came before',
      window: [pushes(APNS, 0, 990), pushes(APNS, -202, 10)],
      found: ['new-code'],
    },
    { name: 'the same, a few times', window: [pushes(APNS, 0, 990), pushes(APNS, -202, 9)], found: [] },
    {
      name: 'a code that was new, and does not come any more',
      window: [pushes(APNS, 0, 990), pushes(APNS, -202, 10)],
      latest: [pushes(APNS, 0, 20)],
      found: [],
    },
    {
      name: 'the credential, known as wrong from the first push on',
      window: [pushes(APNS, CREDENTIAL, 10)],
      before: [],
      found: ['credential-rejected'],
    },
    {
      name: 'the credential, as in all the days before',
      window: [pushes(APNS, 0, 90), pushes(APNS, CREDENTIAL, 10)],
      before: [pushes(APNS, 0, 9_000), pushes(APNS, CREDENTIAL, 1_000)],
      found: [],
    },
    {
      name: 'dead tokens, three times as many',
      window: [pushes(XIAOMI, 0, 940), pushes(XIAOMI, DEAD, 60)],
      before: [pushes(XIAOMI, 0, 98_000), pushes(XIAOMI, DEAD, 2_000)],
      found: ['dead-tokens'],
    },
    {
      name: 'dead tokens, many as always',
      window: [pushes(XIAOMI, 0, 940), pushes(XIAOMI, DEAD, 60)],
      before: [pushes(XIAOMI, 0, 95_000), pushes(XIAOMI, DEAD, 5_000)],
      found: [],
    },
    {
      name: 'dead tokens, and nothing known of before',
      window: [pushes(XIAOMI, 0, 940), pushes(XIAOMI, DEAD, 60)],
      before: [],
      found: ['dead-tokens'],
    },
    {
      name: 'dead tokens, nothing known of before, and over',
      window: [pushes(XIAOMI, 0, 940), pushes(XIAOMI, DEAD, 60)],
      before: [],
      latest: [pushes(XIAOMI, 0, 300)],
      found: [],
    },
    {
      name: 'dead tokens, few',
      window: [pushes(XIAOMI, 0, 940), pushes(XIAOMI, DEAD, 49)],
      before: [pushes(XIAOMI, 0, 99_000), pushes(XIAOMI, DEAD, 100)],
      found: [],
    },
  ])('$name', ({ window, before = usual, latest = window, found }) => {
    expect(codes(judge(withPushes(window, before, latest)))).toEqual(found)
  })

  test('an alarm has its numbers, and what most pushes came back with', () => {
    const window = [pushes(APNS, 0, 60), pushes(APNS, QUOTA, 30, 'too many'), pushes(APNS, -202, 10)]
    expect(judge(withPushes(window, [...usual, pushes(APNS, -202, 1)]))).toEqual([
      {
        code: 'loss-rate',
        vendor: 'apns',
        rate: 0.4,
        baseline: 501 / 10_001,
        attempted: 100,
        lost: 40,
        leading: { answer: String(QUOTA), info: 'too many', count: 30 },
      },
    ])
  })

  test('alarms of one vendor belong together', () => {
    const window = [pushes(APNS, 0, 10), pushes(APNS, -202, 90), pushes(XIAOMI, 0, 10), pushes(XIAOMI, -202, 90)]
    const before = [pushes(APNS, 0, 1_000), pushes(XIAOMI, 0, 1_000)]
    const alarms = judge(withPushes(window, before))
    expect(alarms).toHaveLength(4)
    expect(new Set(alarms.map(subjectOf))).toEqual(new Set(['vendor:apns', 'vendor:xiaomi']))
  })
})

describe('whatever the numbers are', () => {
  const quarter = fc.array(
    fc.record({
      platform: fc.constantFrom(1, 2, 3, 4, 99),
      code: fc.constantFrom(0, 0, QUOTA, CREDENTIAL, DEAD, 410, 500, -1),
      count: fc.integer({ min: 1, max: 1_000_000 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  const countsOf = (all: readonly { platform: number; code: number; count: number }[], times: number) =>
    all.map(({ platform, code, count }) => pushes(platform, code, count * times))

  test('what is as always is no alarm, at any volume', () => {
    fc.assert(
      fc.property(quarter, fc.integer({ min: 1, max: 50 }), (each, growth) => {
        const window = countsOf(each, 4 * growth)
        expect(judge(withPushes(window, countsOf(each, 4 * 24 * 7), countsOf(each, growth)))).toEqual([])
      }),
    )
  })

  test('one step up in losses is exactly one alarm', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 50, max: 1_000_000 }),
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom(1, 2, 3, 4),
        (attempted, before, platform) => {
          const lost = Math.ceil((attempted * Math.max(before + 11, 2 * before)) / 100) + 1
          const window = [pushes(platform, 0, attempted - lost), pushes(platform, QUOTA, lost)]
          const usual = [pushes(platform, 0, 100_000 - before * 1_000), pushes(platform, QUOTA, before * 1_000)]
          const known = before === 0 ? [...usual, pushes(platform, QUOTA, 1)] : usual
          expect(codes(judge(withPushes(window, known)))).toEqual(['loss-rate'])
        },
      ),
    )
  })

  test('the order in which things were counted does not matter, and every alarm can be kept and read', () => {
    const shuffled = quarter.chain((each) =>
      fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length, maxLength: each.length })),
    )
    const before = [1, 2, 3, 4].map((platform) => pushes(platform, 0, 1_000))
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const sorted = (all: typeof one) =>
          judge(withPushes(countsOf(all, 1), before)).map((each) => JSON.stringify(each))
        expect(sorted(other).toSorted()).toEqual(sorted(one).toSorted())
        const alarms = judge(withPushes(countsOf(one, 1), before))
        expect(readAlarms(JSON.parse(JSON.stringify(alarms)))).toEqual(alarms)
      }),
    )
  })
})

describe('webhooks', () => {
  /** Something in every quarter of these hours of a day (UTC), on so many days before the last webhook. */
  const rhythm = (lastReceived: number, isActive: (at: Date) => boolean, days = 7, count = 10): AlertEvidence => {
    const first = Math.ceil((lastReceived - days * DAY) / QUARTER) * QUARTER
    const all = Array.from({ length: days * 96 }, (_, index) => first + index * QUARTER)
    const quarters = all
      .filter((from) => from < lastReceived && isActive(new Date(from)))
      .map((from) => ({ from, count }))
    return { ...NOTHING_SEEN, webhooks: { lastReceived, since: first, quarters } }
  }
  const always = () => true
  const byDay = (at: Date) => at.getUTCHours() >= 8 && at.getUTCHours() < 20
  const onWorkdays = (at: Date) => byDay(at) && at.getUTCDay() !== 0 && at.getUTCDay() !== 6
  const at = (moment: string) => Date.parse(moment)

  test.each([
    { name: 'silent for two hours', last: NOW - 2 * HOUR, now: NOW, active: always, found: true },
    { name: 'silent for half an hour', last: NOW - 30 * MINUTE, now: NOW, active: always, found: false },
    { name: 'silent for three days', last: NOW - 3 * DAY, now: NOW, active: always, found: true },
    {
      name: 'silent as every night',
      last: at('2026-11-24T19:55:00Z'),
      now: at('2026-11-25T07:30:00Z'),
      active: byDay,
      found: false,
    },
    {
      name: 'still silent in the morning',
      last: at('2026-11-24T19:55:00Z'),
      now: at('2026-11-25T09:30:00Z'),
      active: byDay,
      found: true,
    },
    {
      name: 'silent as every weekend',
      last: at('2026-11-20T19:55:00Z'),
      now: at('2026-11-21T12:00:00Z'),
      active: onWorkdays,
      found: false,
    },
    {
      name: 'silent on a workday',
      last: at('2026-11-24T12:00:00Z'),
      now: at('2026-11-24T14:00:00Z'),
      active: onWorkdays,
      found: true,
    },
  ])('$name', ({ last, now, active, found }) => {
    expect(codes(judge(rhythm(last, active), now))).toEqual(found ? ['webhooks-silent'] : [])
  })

  test('once silent, silent until something comes', () => {
    const last = at('2026-11-24T12:00:00Z')
    const evidence = rhythm(last, byDay)
    const hours = Array.from({ length: 70 }, (_, index) => 2 + index)
    expect(hours.filter((hour) => judge(evidence, last + hour * HOUR).length === 0)).toEqual([])
  })

  test.each([
    ['an app that never got one', { lastReceived: null, since: null, quarters: [] }],
    ['an app that hears of little', rhythm(NOW - 2 * HOUR, always, 7, 1).webhooks],
    ['an app that is new', rhythm(NOW - 2 * HOUR, always, 6).webhooks],
  ])('%s', (_name, webhooks) => {
    expect(judge({ ...NOTHING_SEEN, webhooks })).toEqual([])
  })
})

describe('certificates and signatures', () => {
  const certificate = (days: number) => ({
    id: '12345',
    vendor: 'apns' as const,
    environment: null,
    expiresAt: NOW + days * DAY + HOUR,
    credential: null,
  })

  test.each([
    [15, []],
    [14, [14]],
    [0, [0]],
    [-3, [-3]],
  ])('a certificate that ends in %i days', (days, told) => {
    const alarms = judge({ ...NOTHING_SEEN, certificates: [certificate(days)] })
    expect(alarms.map((alarm) => 'days' in alarm && alarm.days)).toEqual(told)
  })

  test('a signature that is refused is told, a server that cannot be reached is not', () => {
    const failure = imFailure({ kind: 'refused', code: 70_009, info: 'UserSig verification failed' })
    const api = { administrator: 'administrator', health: { kind: 'signature-refused', failure } as const }
    expect(judge({ ...NOTHING_SEEN, api })).toMatchObject([{ code: 'signature-refused', answer: '70009' }])
    const away = { administrator: 'administrator', health: { kind: 'failing', failure: imFailure() } as const }
    expect(judge({ ...NOTHING_SEEN, api: away })).toEqual([])
  })

  test('a credential that its vendor does not take', () => {
    const refusal = { code: 'InvalidProviderToken', info: '' }
    const credentials = [
      { certificateId: '1', vendor: 'apns' as const, refusal },
      { certificateId: '2', vendor: 'fcm' as const, refusal: null },
    ]
    const alarms = judge({ ...NOTHING_SEEN, credentials })
    expect(alarms).toMatchObject([{ code: 'credential-rejected', certificateId: '1', vendor: 'apns', count: null }])
  })
})

test('alarms of another version are left out, whatever else they are', () => {
  const known: Alarm = { code: 'certificate-expiring', certificateId: '1', vendor: 'apns', days: 3 }
  expect(readAlarms([known, { code: 'of-tomorrow' }, null])).toEqual([known])
  expect(readAlarms('nonsense')).toEqual([])
})
