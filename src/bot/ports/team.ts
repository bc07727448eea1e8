import type { AlertRules } from '../../diagnostics/alerts/rules.ts'
import type { EventFigures } from '../../diagnostics/ports/event-figures.ts'
import type { Cases } from './cases.ts'
import type { DrawChart } from './chart.ts'
import type { Incidents } from './incidents.ts'
import type { Leases } from './leases.ts'
import type { Posts } from './posts.ts'
import type { Schedule, Schedules } from './schedules.ts'
import type { Trail } from './trail.ts'
import type { Watches } from './watches.ts'
import type { App } from '../services.ts'
import type { AlertChannel, Channels, ChatPlatform } from './channels.ts'

/** What the work for a team asks of the outside: reports, alerts, watches, cases. */
export interface Team {
  figures: EventFigures
  schedules: Schedules
  /** Those of the configuration file. */
  fixedSchedules: readonly Omit<Schedule, 'createdAt'>[]
  /** Where alerts of the app are told, first the one that is named first; none: nowhere. */
  alertChannels: (app: App) => Promise<readonly AlertChannel[]>
  posts: Posts
  leases: Leases
  watches: Watches
  incidents: Incidents
  cases: Cases
  trail: Trail
  channels: Channels
  /** Those that are configured, whether this process is connected to them or another. */
  platforms: readonly ChatPlatform[]
  /** Nothing that is stored outlives the answer: then nothing is told of that could be asked for later. */
  forgets: boolean
  drawChart: DrawChart
  /** When something is worth an alert; left out: as usual. */
  alertRules?: AlertRules
}
