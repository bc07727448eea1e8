import type { Vendor } from '../codes/entry.ts'
import { endingWithin } from '../ending-within.ts'
import type { Certificate, ImApp } from '../im/im-app.ts'
import type { Span } from '../ports/im-service.ts'
import type { Probed } from '../push/evidence.ts'
import { missingReceipts } from '../vendors/receipts.ts'
import { certificateWarnings } from '../vendors/check-certificates.ts'
import { apiHealth } from './api-health.ts'
import { askReport, type ReportPorts } from './ask-report.ts'
import { daysIn } from './days-in.ts'
import { failureFigures } from './failure-figures.ts'
import { imFailureOf } from './im-failure-of.ts'
import { lossSeries, stepOf } from './loss-series.ts'
import { pushFigures, type PushRecord, vendorPushFigures } from './push-figures.ts'
import { NO_TOTALS } from './push-sums.ts'
import type { PushTotals, ReportFigures, VendorFigures } from './report-figures.ts'
import { stateTotals } from './state-totals.ts'
import { webhookHealth } from './webhook-health.ts'

export interface ReportRun {
  /** UNIX milliseconds. */
  clock: () => number
  /** Gives up on all that has not been answered; the report is made of the rest. */
  signal: AbortSignal
}

/** The longest, in milliseconds. All is asked at once. */
export interface ReportBounds {
  questionMs: number
  /** Of all certificates. Each vendor has 8 seconds, and one that hangs is not to cost the answers of the others. */
  vendorsMs: number
  allMs: number
}

const BOUNDS: ReportBounds = { questionMs: 8_000, vendorsMs: 9_000, allMs: 15_000 }

/** What is known of the pushes of a period and of the time before it, and all other answers. */
async function gatherRecord(
  app: ImApp,
  period: Span,
  ports: ReportPorts,
  { clock, signal }: ReportRun,
  { questionMs, vendorsMs, allMs }: ReportBounds,
) {
  const now = clock()
  const before: Span = { from: 2 * period.from - period.to, to: period.from }
  const stepMs = stepOf(period)
  const run = { clock, signal: endingWithin(signal, allMs), boundMs: questionMs, vendorsMs }
  const answers = await askReport(app, { period, before, stepMs, now }, ports, run)
  const { statistics } = answers
  const record: PushRecord = {
    period: {
      span: period,
      statistics: valueOf(statistics),
      losses: valueOf(answers.losses),
      counts: valueOf(answers.counts),
    },
    before: {
      span: before,
      statistics: valueOf(answers.statisticsBefore),
      losses: valueOf(answers.lossesBefore),
      counts: valueOf(answers.countsBefore),
    },
    stepMs,
    failure: statistics.kind === 'failed' ? imFailureOf(statistics, 'v4/timpush/normal_push_statistics') : null,
    since: valueOf(answers.since),
    heard: (valueOf(answers.received) ?? []).some(({ count }) => count > 0),
    now,
  }
  return { record, answers, now }
}

/**
 * All that a report counts. Whatever does not answer, refuses, or cannot be reached leaves null, "no data", and all else stands.
 *
 * @param period ends no later than now; counts of events are those of the quarters of an hour that begin in it
 */
export async function gatherReport(
  app: ImApp,
  period: Span,
  ports: ReportPorts,
  { clock, signal }: ReportRun,
  { questionMs, vendorsMs, allMs }: ReportBounds = BOUNDS,
): Promise<ReportFigures> {
  const { record, answers, now } = await gatherRecord(
    app,
    period,
    ports,
    { clock, signal },
    {
      questionMs,
      vendorsMs,
      allMs,
    },
  )
  const { since } = record
  const before = record.before.span
  const { counts } = record.period
  const countsBefore = record.before.counts
  const received = valueOf(answers.received)
  const days = daysIn(period, valueOf(answers.days) ?? [])
  const wasCounted = since !== null && since <= before.from
  const push = pushFigures(record)
  return {
    app: app.name,
    period,
    before,
    push,
    // Where Tencent counted deliveries, its receipts do come, whatever callbacks told here.
    withoutReceipts: missingReceipts(valueOf(answers.receipts) ?? [], app).filter(
      ({ vendor }) => !push.byVendor.some((each) => each.vendor === vendor && (each.delivered ?? 0) > 0),
    ),
    ...failureFigures(record),
    series: lossSeries(counts ?? [], { period, since, now }),
    states: stateTotals(counts ?? []),
    statesBefore: wasCounted ? stateTotals(countsBefore ?? []) : null,
    webhooks: webhookHealth({ period, now, received, since, lastReceived: valueOf(answers.lastReceived), days }),
    certificates: (valueOf(answers.certificates) ?? app.certificates.map(unasked)).flatMap((each) =>
      certificateWarnings(each, now),
    ),
    api: apiHealth(answers.api),
    days,
  }
}

const valueOf = <Value>(probed: Probed<Value>): Value | null => (probed.kind === 'seen' ? probed.value : null)

/** When a certificate ends is known without anybody's answer. */
const unasked = (certificate: Certificate) => ({ certificate, reply: null })

/** How the pushes of one vendor do in a period, of what a report counts. */
export async function gatherVendor(
  { app, vendor }: { app: ImApp; vendor: Vendor },
  period: Span,
  ports: ReportPorts,
  run: ReportRun,
  bounds: ReportBounds = BOUNDS,
): Promise<VendorFigures> {
  const { record, answers } = await gatherRecord(app, period, ports, run, bounds)
  const { source, since, failure } = pushFigures(record)
  const { now, before } = vendorPushFigures(record, vendor)
  const counted = (valueOf(answers.receipts) ?? []).filter((each) => each.vendor === vendor)
  const hasDelivered = (now?.delivered ?? 0) > 0
  return {
    app: app.name,
    vendor,
    period,
    before: record.before.span,
    source,
    since,
    failure,
    totals: now ?? (source === null ? NO_TOTALS : NO_PUSHES),
    totalsBefore: before ?? NO_TOTALS,
    ...failureFigures(record, vendor),
    certificates: (valueOf(answers.certificates) ?? app.certificates.map(unasked)).filter(
      ({ certificate }) => certificate.vendor === vendor,
    ),
    missingReceipts: hasDelivered ? null : (missingReceipts(counted, app)[0] ?? null),
    lastReceived: valueOf(answers.lastReceived),
  }
}

const NO_PUSHES: PushTotals = { attempted: 0, accepted: 0, delivered: 0, clicked: 0, lost: 0 }
