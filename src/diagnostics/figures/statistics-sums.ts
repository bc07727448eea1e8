import type { Vendor } from '../codes/entry.ts'
import type { PushLoss } from '../im/push-loss.ts'
import { vendorOfPlatform } from '../im/push-platform.ts'
import type { PushStatistics, PushTally } from '../im/push-statistics.ts'
import { byAttempts, type PushSums } from './push-sums.ts'
import type { VendorTotals } from './report-figures.ts'
import { sumKnown } from './sum-known.ts'

/**
 * Push figures by Tencent's own counts: attempted is `TotalCount`, accepted `SentCount`, delivered `DeliveredCount`, clicked
 * `ClickCount`, and lost the sum of both loss lists, of a vendor that of its lists.
 *
 * @param losses null: they are not known for this time
 */
export function statisticsSums(statistics: PushStatistics, losses: readonly PushLoss[] | null): PushSums {
  const lost = lossesOf(losses)
  const platforms = new Set([
    ...statistics.platforms.map(({ platform }) => platform),
    ...(losses ?? []).flatMap(({ platform }) => platform ?? []),
  ])
  const vendors = new Set([...platforms].map(vendorOfPlatform))
  const byVendor = [...vendors].map((vendor): VendorTotals => {
    const tallies = statistics.platforms.filter(({ platform }) => vendorOfPlatform(platform) === vendor)
    return { vendor, ...figuresOf(tallies), lost: lost.of(vendor) }
  })
  return {
    totals: { ...figuresOf([statistics.all]), lost: lost.all },
    byVendor: byVendor.toSorted(byAttempts),
  }
}

/** Platforms that no page lists stand for one vendor: what is told of some of them counts. */
const figuresOf = (tallies: readonly PushTally[]) => ({
  attempted: sumKnown(tallies.map(({ total }) => total)),
  accepted: sumKnown(tallies.map(({ sent }) => sent)),
  delivered: sumKnown(tallies.map(({ delivered }) => delivered)),
  clicked: sumKnown(tallies.map(({ clicked }) => clicked)),
})

function lossesOf(losses: readonly PushLoss[] | null): {
  all: number | null
  of(vendor: Vendor | null): number | null
} {
  if (losses === null) return { all: null, of: () => null }
  const sum = (some: readonly PushLoss[]) => some.reduce((total, { count }) => total + count, 0)
  const overall = losses.filter(({ platform }) => platform === null)
  const byPlatform = losses.filter(({ platform }) => platform !== null)
  const all = sum(overall.length > 0 ? overall : byPlatform)
  return {
    all,
    of(vendor) {
      // Something was lost, and not a word of where.
      if (all > 0 && byPlatform.length === 0) return null
      return sum(byPlatform.filter(({ platform }) => platform !== null && vendorOfPlatform(platform) === vendor))
    },
  }
}
