import type { Vendor } from '../codes/entry.ts'
import type { ImFailure } from '../im/im-failure.ts'
import type { PushLoss } from '../im/push-loss.ts'
import { type PushStatistics, STATISTICS_WINDOW } from '../im/push-statistics.ts'
import type { Count } from '../ports/event-figures.ts'
import type { Span } from '../ports/im-service.ts'
import { callbackSums } from './callback-sums.ts'
import { statisticsKept } from './kept-by-tencent.ts'
import { NO_TOTALS, type PushSums } from './push-sums.ts'
import type { ReportFigures, VendorTotals } from './report-figures.ts'
import { statisticsSums } from './statistics-sums.ts'

/** What is known of the pushes of one time; null: nobody could tell, or nobody was asked. */
export interface PushFacts {
  span: Span
  /** Of the period, as far as Tencent keeps them; of the time before, all or none. */
  statistics: PushStatistics | null
  /** All or none. */
  losses: readonly PushLoss[] | null
  /** By steps of `stepMs`. */
  counts: readonly Count[] | null
}

export interface PushRecord {
  period: PushFacts
  /** As long, right before it. */
  before: PushFacts
  /** Milliseconds. */
  stepMs: number
  /** Why Tencent did not tell its statistics of the period; null: it did, or was not asked. */
  failure: ImFailure | null
  /** From when on anything was counted here, UNIX milliseconds; null: never, or not known. */
  since: number | null
  /** Whether any webhook came in during the period. */
  heard: boolean
  /** UNIX milliseconds. */
  now: number
}

/**
 * Push figures; only what went over a vendor counts. They are Tencent's where it told how many pushes were attempted, save that
 * it said none and callbacks know better; else they are by callbacks; and where neither knows of any push, nobody could tell.
 * The period before is told by the same source, or not at all.
 */
export function pushFigures(record: PushRecord): ReportFigures['push'] {
  const { period, before, failure, now } = record
  const own = byStatistics(period)
  if (own !== null) {
    return {
      source: 'statistics',
      since: statisticsKept(period.span, now) ? null : now - STATISTICS_WINDOW,
      failure: null,
      ...own,
      totalsBefore: byStatistics(before)?.totals ?? NO_TOTALS,
    }
  }
  const told = byCallbacks(record)
  if (told === null) {
    return { source: null, since: null, failure, totals: NO_TOTALS, totalsBefore: NO_TOTALS, byVendor: [] }
  }
  return {
    source: 'callbacks',
    since: countedSince(record),
    failure,
    ...told,
    totalsBefore: callbacksBefore(record)?.totals ?? NO_TOTALS,
  }
}

/** The figures of one vendor, by the source that tells those of all; null where it does not tell of this one. */
export function vendorPushFigures(
  record: PushRecord,
  vendor: Vendor,
): { now: VendorTotals | null; before: VendorTotals | null } {
  const ofVendor = (sums: PushSums | null) => sums?.byVendor.find((each) => each.vendor === vendor) ?? null
  const own = byStatistics(record.period)
  return own === null
    ? { now: ofVendor(byCallbacks(record)), before: ofVendor(callbacksBefore(record)) }
    : { now: ofVendor(own), before: ofVendor(byStatistics(record.before)) }
}

/** Null: it is not for Tencent's statistics to tell. */
function byStatistics({ statistics, losses, counts }: PushFacts): PushSums | null {
  const total = statistics?.all.total ?? null
  if (statistics === null || total === null) return null
  return total === 0 && callbackSums(counts ?? []) !== null ? null : statisticsSums(statistics, losses)
}

const NO_PUSHES: PushSums = {
  totals: { attempted: 0, accepted: 0, delivered: null, clicked: 0, lost: 0 },
  byVendor: [],
}

/** That no push was told is zero pushes only where other webhooks came, and pushes were told before. */
function byCallbacks({ period, before, heard }: PushRecord): PushSums | null {
  if (period.counts === null) return null
  const told = callbackSums(period.counts)
  if (told !== null) return told
  return heard && callbackSums(before.counts ?? []) !== null ? NO_PUSHES : null
}

/** Null: callbacks were not counted all the while. */
export function callbacksBefore({ before, since }: Pick<PushRecord, 'before' | 'since'>): PushSums | null {
  return before.counts === null || since === null || since > before.span.from ? null : callbackSums(before.counts)
}

/** Null: from before the period. Events may be told late, so that some happened before anything came in. */
function countedSince({ period, since, stepMs }: PushRecord): number | null {
  if (since === null || since <= period.span.from) return null
  const earlier = (period.counts ?? []).flatMap(({ of, from }) =>
    of.kind === 'push' && from + stepMs <= since ? [from] : [],
  )
  const first = Math.min(since, ...earlier)
  return first > period.span.from ? first : null
}
