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
import { pushFigures, type PushRecord } from './push-figures.ts'
import type { ReportFigures } from './report-figures.ts'
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
  const now = clock()
  const before: Span = { from: 2 * period.from - period.to, to: period.from }
  const stepMs = stepOf(period)
  const run = { clock, signal: endingWithin(signal, allMs), boundMs: questionMs, vendorsMs }
  const answers = await askReport(app, { period, before, stepMs, now }, ports, run)

  const counts = valueOf(answers.counts)
  const countsBefore = valueOf(answers.countsBefore)
  const since = valueOf(answers.since)
  const received = valueOf(answers.received)
  const days = daysIn(period, valueOf(answers.days) ?? [])
  const { statistics } = answers
  const record: PushRecord = {
    period: { span: period, statistics: valueOf(statistics), losses: valueOf(answers.losses), counts },
    before: {
      span: before,
      statistics: valueOf(answers.statisticsBefore),
      losses: valueOf(answers.lossesBefore),
      counts: countsBefore,
    },
    stepMs,
    failure: statistics.kind === 'failed' ? imFailureOf(statistics, 'v4/timpush/normal_push_statistics') : null,
    since,
    heard: (received ?? []).some(({ count }) => count > 0),
    now,
  }
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
    topFailures: failureFigures(record),
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
