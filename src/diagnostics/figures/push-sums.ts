import type { PushTotals, VendorTotals } from './report-figures.ts'

/** Push figures of one source and one time. */
export interface PushSums {
  totals: PushTotals
  /** Most attempts first. */
  byVendor: readonly VendorTotals[]
}

export const NO_TOTALS: PushTotals = { attempted: null, accepted: null, delivered: null, clicked: null, lost: null }

/** What nobody told comes last. */
export const byAttempts = (one: VendorTotals, other: VendorTotals): number =>
  (other.attempted ?? -1) - (one.attempted ?? -1) || (other.lost ?? -1) - (one.lost ?? -1)
