import { gatherReport } from '../../diagnostics/figures/gather-report.ts'
import type { Span } from '../../diagnostics/ports/im-service.ts'
import type { Card } from '../card.ts'
import { reportCard } from '../cards/report/report-card.ts'
import { inTime } from '../in-time.ts'
import type { World } from '../ports/world.ts'
import type { App } from '../services.ts'
import type { Locale } from '../texts/locale.ts'
import { textsFor, type Texts } from '../texts/texts.ts'
import { chartAlt, lossChart } from './loss-chart.ts'
import { gatherReportAlerts } from './report-alerts.ts'
import type { ReportFacts } from './report-facts.ts'
import { reportResult } from './report-result.ts'

export interface ReportOrder {
  app: App
  /** Ends no later than now. */
  period: Span
  locale: Locale
  /** IANA name; null: UTC. */
  timeZone: string | null
  /** How long after its time it is made; null: on time, or asked for. Milliseconds. */
  lateMs: number | null
  /** UNIX milliseconds. */
  now: number
  /** UNIX milliseconds. */
  clock: () => number
}

/** The longest that the store may take for what the bot itself did, milliseconds. */
const STORE_MS = 8_000

/** Gathers, draws and words a report. What nobody can tell is "no data"; it never rejects for want of an answer. */
export async function makeReport(
  { app, period, locale, timeZone, lateMs, now, clock }: ReportOrder,
  world: World,
  signal: AbortSignal,
): Promise<{ card: Card; result: unknown }> {
  const texts = textsFor(locale)
  const { im, events, vendors, team } = world
  const [figures, asked, causes, alerts] = await Promise.all([
    gatherReport(app, period, { im, events, vendors, figures: team.figures }, { clock, signal }),
    inTime(signal, STORE_MS, () => team.trail.asked(app.name, period)),
    inTime(signal, STORE_MS, () => team.cases.causes(app.name, period)),
    inTime(signal, STORE_MS, () => gatherReportAlerts(app, period, team, now)),
  ])
  const facts: ReportFacts = { figures, asked, causes, alerts }
  const picture = await drawn(facts, texts, timeZone, world, signal)
  const view = { lateMs, simulated: app.simulated, certificates: app.certificates.length }
  return {
    card: reportCard(facts, picture, view, { texts, locale, timeZone }),
    result: reportResult(facts, locale),
  }
}

async function drawn(
  { figures }: ReportFacts,
  texts: Texts,
  timeZone: string | null,
  { team }: World,
  signal: AbortSignal,
): Promise<{ png: Uint8Array; alt: string } | null> {
  const chart = lossChart(figures, texts, timeZone)
  const png = chart === null ? null : await team.drawChart(chart, signal)
  return chart === null || png === null ? null : { png, alt: chartAlt(chart, texts) }
}
