import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { statisticsSums } from '../../../../src/diagnostics/figures/statistics-sums.ts'
import type { PushLoss } from '../../../../src/diagnostics/im/push-loss.ts'
import type { PushTally } from '../../../../src/diagnostics/im/push-statistics.ts'

const NONE: PushTally = { total: null, sent: null, delivered: null, clicked: null }
const tally = (total: number, sent = total, delivered = sent, clicked = 0): PushTally => ({
  total,
  sent,
  delivered,
  clicked,
})
const loss = (platform: number | null, count: number, phase: PushLoss['phase'] = 'sent'): PushLoss => ({
  phase,
  platform,
  code: '410',
  count,
  info: 'Unregistered',
})

test('Tencent’s counts and losses, in all and by vendor', () => {
  const statistics = {
    all: tally(100, 90, 60, 5),
    platforms: [
      { platform: 8, ...NONE, total: 30 },
      { platform: 1, ...tally(70, 60, 60, 5) },
    ],
  }
  const losses = [loss(null, 8, 'ready'), loss(null, 4), loss(1, 8, 'ready'), loss(8, 3), loss(8, 1)]
  expect(statisticsSums(statistics, losses)).toEqual({
    totals: { attempted: 100, accepted: 90, delivered: 60, clicked: 5, lost: 12 },
    byVendor: [
      { vendor: 'apns', attempted: 70, accepted: 60, delivered: 60, clicked: 5, lost: 8 },
      { vendor: 'honor', attempted: 30, accepted: null, delivered: null, clicked: null, lost: 4 },
    ],
  })
})

describe('lost', () => {
  const lostOf = (losses: readonly PushLoss[] | null) => {
    const { totals, byVendor } = statisticsSums({ all: tally(9), platforms: [{ platform: 1, ...tally(9) }] }, losses)
    return [totals.lost, ...byVendor.map(({ lost }) => lost)]
  }

  it.each<[string, readonly PushLoss[] | null, readonly (number | null)[]]>([
    ['is not known', null, [null, null]],
    ['is none', [], [0, 0]],
    ['is told without vendors', [loss(null, 4)], [4, null]],
    ['is told by vendor alone', [loss(1, 4)], [4, 4]],
    ['is of another vendor', [loss(null, 4), loss(2, 4)], [4, 0, 4]],
    ['is of platforms that no page lists', [loss(null, 4), loss(0, 3), loss(12, 1)], [4, 0, 4]],
  ])('%s', (_, losses, expected) => {
    expect(lostOf(losses)).toEqual(expected)
  })
})

test('a vendor that only losses tell of has no count of attempts', () => {
  expect(statisticsSums({ all: tally(9), platforms: [] }, [loss(2, 4)]).byVendor).toEqual([
    { vendor: 'xiaomi', attempted: null, accepted: null, delivered: null, clicked: null, lost: 4 },
  ])
})

test('where Tencent is consistent, totals are the sums over the vendors', () => {
  const count = fc.integer({ min: 0, max: 1_000 })
  const platform = fc.record({ platform: fc.integer({ min: 0, max: 10 }), total: count, sent: count, lost: count })
  fc.assert(
    fc.property(fc.uniqueArray(platform, { selector: (each) => each.platform, minLength: 1 }), (platforms) => {
      const sum = (of: 'total' | 'sent' | 'lost') => platforms.reduce((all, each) => all + each[of], 0)
      const { totals, byVendor } = statisticsSums(
        {
          all: { ...NONE, total: sum('total'), sent: sum('sent') },
          platforms: platforms.map(({ platform, total, sent }) => ({ platform, ...NONE, total, sent })),
        },
        [loss(null, sum('lost')), ...platforms.map(({ platform, lost }) => loss(platform, lost))],
      )
      const over = (of: 'attempted' | 'accepted' | 'lost') => byVendor.reduce((all, each) => all + (each[of] ?? NaN), 0)
      expect([over('attempted'), over('accepted'), over('lost')]).toEqual([
        totals.attempted,
        totals.accepted,
        totals.lost,
      ])
    }),
  )
})
