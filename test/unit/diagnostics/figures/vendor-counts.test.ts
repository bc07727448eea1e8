import { expect, it, test } from 'vitest'
import * as fc from 'fast-check'
import { callbackSums } from '../../../../src/diagnostics/figures/callback-sums.ts'
import { NO_TOTALS } from '../../../../src/diagnostics/figures/push-sums.ts'
import { vendorCounts } from '../../../../src/diagnostics/figures/vendor-counts.ts'
import type { Count } from '../../../../src/diagnostics/ports/event-figures.ts'
import { changed, HOUR, NOW, pushed, received } from './counts.ts'

const NONE = { attempted: 0, accepted: 0, delivered: 0, clicked: 0, lost: 0, receipts: 0, codes: [] }

test('pushes are counted by vendor and stage, most attempts first', () => {
  expect(
    vendorCounts([
      pushed(1, 10),
      pushed(1, 40, { platform: 3 }),
      pushed(1, 2, { code: 410, sample: 'Unregistered' }),
      pushed(2, 7),
      pushed(2, 1, { code: 5, sample: 'expired' }),
      pushed(3, 4),
    ]),
  ).toEqual([
    { ...NONE, vendor: 'huawei', attempted: 40, accepted: 40 },
    {
      vendor: 'apns',
      attempted: 12,
      accepted: 10,
      delivered: 7,
      clicked: 4,
      lost: 3,
      receipts: 8,
      codes: [
        { code: 410, stage: 1, count: 2, sample: 'Unregistered' },
        { code: 5, stage: 2, count: 1, sample: 'expired' },
      ],
    },
  ])
})

test('steps are added up, and the first words are kept', () => {
  const step = (hours: number, sample: string | null) =>
    pushed(1, 2, { code: 400, from: NOW - hours * HOUR, sample, chat: hours > 1 ? 'group' : 'direct' })
  expect(vendorCounts([step(3, null), step(2, 'BadDeviceToken'), step(1, 'BadTopic')])).toMatchObject([
    { attempted: 6, lost: 6, codes: [{ code: 400, count: 6, sample: 'BadDeviceToken' }] },
  ])
})

test('platforms that no page lists are one', () => {
  const counts = [pushed(1, 1, { platform: 0 }), pushed(1, 2, { platform: 12 })]
  expect(vendorCounts(counts)).toEqual([{ ...NONE, vendor: null, attempted: 3, accepted: 3 }])
})

it.each<[string, Count]>([
  ['a push over the app’s own channel', pushed(2, 9, { delivery: 'online' })],
  ['a state', changed('login', 9)],
  ['a webhook', received(NOW, 9)],
  ['nothing', pushed(1, 0)],
])('%s is not a vendor’s push', (_, count) => {
  expect(vendorCounts([count])).toEqual([])
  expect(callbackSums([count])).toBeNull()
})

test('a stage that no page lists is neither an attempt nor a loss', () => {
  expect(vendorCounts([pushed(4, 3, { code: 9 })])).toEqual([{ ...NONE, vendor: 'apns' }])
})

test('what a vendor without receipts delivered is not known, and the total goes as far as receipts do', () => {
  const counts = [
    pushed(1, 10),
    pushed(2, 6),
    pushed(1, 30, { platform: 8 }),
    pushed(1, 5, { platform: 7 }),
    pushed(2, 5, { platform: 7, code: 3 }),
  ]
  const sums = callbackSums(counts)
  expect(sums?.byVendor.map(({ vendor, delivered }) => [vendor, delivered])).toEqual([
    ['honor', null],
    ['apns', 6],
    // Its receipts came, and said no.
    ['vivo', 0],
  ])
  expect(sums?.totals).toEqual({ attempted: 45, accepted: 45, delivered: 6, clicked: 0, lost: 5 })
})

test('without any receipt nobody can tell what was delivered', () => {
  expect(callbackSums([pushed(1, 3)])?.totals).toEqual({
    attempted: 3,
    accepted: 3,
    delivered: null,
    clicked: 0,
    lost: 0,
  })
})

test('totals are the sums over the vendors, and each callback is counted once', () => {
  const count = fc
    .record({
      stage: fc.integer({ min: 1, max: 4 }),
      platform: fc.integer({ min: 0, max: 10 }),
      code: fc.constantFrom(0, 0, -2, 400, 410),
      delivery: fc.constantFrom('offline' as const, 'offline' as const, 'online' as const),
      from: fc.integer({ min: 0, max: 5 }).map((hours) => NOW - hours * HOUR),
      times: fc.integer({ min: 1, max: 1_000 }),
    })
    .map(({ stage, times, ...changes }) => pushed(stage, times, changes))
  fc.assert(
    fc.property(fc.array(count, { maxLength: 40 }), (counts) => {
      const offline = counts.filter(({ of }) => of.kind === 'push' && of.delivery === 'offline')
      fc.pre(offline.length > 0)
      const { totals, byVendor } = callbackSums(counts) ?? { totals: NO_TOTALS, byVendor: [] }
      for (const figure of ['attempted', 'accepted', 'delivered', 'clicked', 'lost'] as const) {
        const known = byVendor.flatMap((each) => each[figure] ?? [])
        expect(totals[figure]).toBe(known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0))
      }
      const sumOf = (stage: number, is: (code: number) => boolean) =>
        offline.reduce(
          (sum, { of, count }) => (of.kind === 'push' && of.stage === stage && is(of.code) ? sum + count : sum),
          0,
        )
      expect(totals.attempted).toBe(sumOf(1, () => true))
      expect(totals.lost).toBe(sumOf(1, (code) => code !== 0) + sumOf(2, (code) => code !== 0))
      expect(totals.attempted).toBe((totals.accepted ?? 0) + sumOf(1, (code) => code !== 0))
    }),
  )
})
