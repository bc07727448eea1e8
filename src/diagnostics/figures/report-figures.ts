import type { Vendor } from '../codes/entry.ts'
import type { Owner } from '../finding.ts'
import type { AppDay } from '../im/app-day.ts'
import type { ImFailure } from '../im/im-failure.ts'
import type { Span } from '../ports/im-service.ts'
import type { MissingReceipts } from '../vendors/receipts.ts'
import type { CertificateHealth, CertificateWarning } from '../vendors/check-certificates.ts'

/** A figure that nobody could tell is null: "no data", which is not zero. */
export interface PushTotals {
  attempted: number | null
  accepted: number | null
  delivered: number | null
  clicked: number | null
  lost: number | null
}

/** Where push figures are from: Tencent's statistics, or callbacks that were stored here. */
export type FigureSource = 'statistics' | 'callbacks'

export interface VendorTotals extends PushTotals {
  /** Null: a platform that no page lists, or none was named. */
  vendor: Vendor | null
}

export interface FailureCount {
  vendor: Vendor | null
  /** As a person would look it up. */
  code: string
  count: number
  /** In the period before; null: not known. */
  before: number | null
  /** Of the catalogue, by `findCodes`; the words came with the code. */
  info: string
  /** Who has to act. */
  owner: Owner
  source: 'loss' | 'callbacks'
}

/** One step of the time axis: lost and attempted pushes by vendor, in the order of `LossSeries.vendors`; null: no data. */
export interface LossStep {
  /** UNIX milliseconds. */
  from: number
  attempted: readonly (number | null)[]
  lost: readonly (number | null)[]
}

/** Loss by vendor over time, from stored callbacks: Tencent's calls know no steps. */
export interface LossSeries {
  vendors: readonly (Vendor | null)[]
  stepMs: number
  steps: readonly LossStep[]
}

export interface StateTotals {
  logins: number
  logouts: number
  disconnects: number
  /** Logins that threw another device out. */
  kicks: number
}

export interface WebhookHealth {
  /** UNIX milliseconds; null: none ever came. */
  lastReceived: number | null
  /** Events that came in during the period; null: nothing has been counted yet. */
  received: number | null
  /** Stretches of the period in which nothing came in, an hour and longer, where events were to be expected; longest first. */
  gaps: readonly Span[]
  /** Tencent's count of the days in the period; null: it could not be asked. */
  sent: number | null
  answered: number | null
}

/** How Tencent's server API took one question just now. */
export type ApiHealth =
  | { kind: 'well'; ms: number }
  | { kind: 'signature-refused'; failure: ImFailure }
  | { kind: 'failing'; failure: ImFailure }

/** All that a report counts, for one app and period. Codes and numbers: sentences are made of it in the reader's language. */
export interface ReportFigures {
  app: string
  period: Span
  /** As long, right before it. */
  before: Span
  push: {
    source: FigureSource | null
    /** From when on the source has figures, where that is later than the period begins; else null. */
    since: number | null
    /** Why Tencent's statistics were not used; null: they were, or were not asked for. */
    failure: ImFailure | null
    totals: PushTotals
    totalsBefore: PushTotals
    /** Most attempts first. */
    byVendor: readonly VendorTotals[]
  }
  /** Vendors that took pushes and of which no receipt has ever come; most pushes first. */
  withoutReceipts: readonly MissingReceipts[]
  /** Most first, at most ten. */
  topFailures: readonly FailureCount[]
  /** How many kinds of failure there are in all. */
  failureKinds: number
  series: LossSeries
  /** Null: no state webhook was counted in the period. */
  states: StateTotals | null
  statesBefore: StateTotals | null
  webhooks: WebhookHealth
  certificates: readonly CertificateWarning[]
  api: ApiHealth
  /** Days of `getappinfo` in the period, oldest first; empty: none. */
  days: readonly AppDay[]
}

/** How the pushes of one vendor do. */
export interface VendorFigures {
  app: string
  vendor: Vendor
  period: Span
  /** As long, right before it. */
  before: Span
  source: FigureSource | null
  since: number | null
  failure: ImFailure | null
  totals: PushTotals
  totalsBefore: PushTotals
  /** Most first, at most ten. */
  topFailures: readonly FailureCount[]
  /** How many kinds of failure there are in all. */
  failureKinds: number
  certificates: readonly CertificateHealth[]
  /** Null: receipts come in, or nothing is known. */
  missingReceipts: MissingReceipts | null
  /** When the last webhook came in, UNIX milliseconds; null: none ever. */
  lastReceived: number | null
}
