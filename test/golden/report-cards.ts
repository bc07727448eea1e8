import type { Card } from '../../src/bot/card.ts'
import { reportCard } from '../../src/bot/cards/report/report-card.ts'
import type { ReportFacts, ReportView } from '../../src/bot/reports/report-facts.ts'
import type { Locale } from '../../src/bot/texts/locale.ts'
import { textsFor } from '../../src/bot/texts/texts.ts'
import { HOUR } from '../support/push-case.ts'
import { REPORTS } from './report-material.ts'

const VIEW: ReportView = { lateMs: null, simulated: false, certificates: 3 }

/** A report drawn for a team in Shanghai, without its picture. */
export const drawnReport = (facts: ReportFacts, locale: Locale, changes: Partial<ReportView> = {}): Card =>
  reportCard(facts, null, { ...VIEW, ...changes }, { texts: textsFor(locale), locale, timeZone: 'Asia/Shanghai' })

/** By the golden file that keeps them. */
export const REPORT_CARDS: Readonly<Record<string, (locale: Locale) => Card>> = {
  'report-full': (locale) => drawnReport(REPORTS.full, locale),
  'report-calm': (locale) => drawnReport(REPORTS.calm, locale),
  'report-no-data': (locale) => drawnReport(REPORTS['no-data'], locale, { certificates: 0, simulated: true }),
  'report-failing': (locale) => drawnReport(REPORTS.failing, locale),
  'report-unreachable': (locale) => drawnReport(REPORTS.unreachable, locale),
  'report-late': (locale) => drawnReport(REPORTS.calm, locale, { lateMs: 2.25 * HOUR }),
}
