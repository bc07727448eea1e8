import type { ReportFigures } from '../../diagnostics/figures/report-figures.ts'
import type { Cases } from '../ports/cases.ts'
import type { Asked } from '../ports/trail.ts'
import type { ReportAlerts } from './report-alerts.ts'

/** All that a report tells, before it is told. */
export interface ReportFacts {
  figures: ReportFigures
  /** Null: the store could not tell. */
  asked: readonly Asked[] | null
  causes: Awaited<ReturnType<Cases['causes']>> | null
  /** Null, or left out: not known, or the period ended long ago. */
  alerts?: ReportAlerts | null
}

/** How it is told, and of what kind of app. */
export interface ReportView {
  /** How long after its time it is made; null: on time, or asked for. Milliseconds. */
  lateMs: number | null
  simulated: boolean
  /** How many certificates are configured. */
  certificates: number
}
