import type { Alarm } from '../../diagnostics/alerts/alarm.ts'
import type { PushEvidence } from '../../diagnostics/alerts/alert-evidence.ts'
import { DEFAULT_RULES, type AlertRules } from '../../diagnostics/alerts/rules.ts'
import { subjectOf } from '../../diagnostics/alerts/alarm.ts'
import { vendorAlarms } from '../../diagnostics/alerts/vendor-alarms.ts'
import type { Span } from '../../diagnostics/ports/im-service.ts'
import { gatherPushEvidence } from '../alerts/gather-alert-evidence.ts'
import { readAlarms } from '../alerts/read-alarms.ts'
import type { Team } from '../ports/team.ts'
import type { App } from '../services.ts'

/** How alerts see the end of a report's period, so that the two never contradict each other. */
export interface ReportAlerts {
  /** What is an alert now: of open incidents, and of the last pushes where no incident is kept yet. */
  alarms: readonly Alarm[]
  pushes: PushEvidence
  rules: AlertRules
}

/** A report of a time that is over says nothing of what is an alert now. */
const CURRENT_MS = 3_600_000

/** Null: the period ended long ago. Rejects when the store cannot be reached. */
export async function gatherReportAlerts(
  app: App,
  period: Span,
  { incidents, figures, alertRules: rules = DEFAULT_RULES }: Team,
  now: number,
): Promise<ReportAlerts | null> {
  if (now - period.to > CURRENT_MS) return null
  const [known, pushes] = await Promise.all([
    incidents.list(now + 1),
    gatherPushEvidence(app, figures, { baseline: null }, { rules, now, wrongSince: null }),
  ])
  const open = known.filter((incident) => incident.app === app.name && incident.closedAt === null)
  const kept = open.flatMap(({ alarms }) => readAlarms(alarms))
  const subjects = new Set(kept.map(subjectOf))
  const found = vendorAlarms(pushes, rules).filter((alarm) => !subjects.has(subjectOf(alarm)))
  return { alarms: [...kept, ...found], pushes, rules }
}
