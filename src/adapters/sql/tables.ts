import type { Generated } from 'kysely'
import type { AuditLine } from '../../bot/ports/audit.ts'
import type { CaseRecord } from '../../bot/ports/cases.ts'
import type { PostEnd } from '../../bot/ports/posts.ts'

/** One row an event. What is looked up or ordered by has a column; everything else is in `body`. */
export interface EventsTable {
  /** Grows with each insert: what was stored later has the higher one. */
  seq: Generated<number>
  sdk_app_id: number
  /** A hash of SDKAppID and event id: as short for every id, and safe with any characters. */
  event_key: string
  at: number
  /** `u:` and a UserID, or `g:` and a group's. */
  subject: string
  kind: string
  /** `d:` and a message key, or `g:`, the sequence number, `:` and the group; null: about no message. */
  message: string | null
  task_id: string | null
  data_id: string | null
  received_at: number
  body: string
}

export type EventRow = Omit<EventsTable, 'seq'>

export interface DevicesTable {
  seq: Generated<number>
  sdk_app_id: number
  user_id: string
  source: string
  instance_id: string
  seen_at: number
  body: string
}

export interface TestPushesTable {
  seq: Generated<number>
  sdk_app_id: number
  case_number: string
  user_id: string
  task_id: string | null
  at: number
}

export interface SlotsTable {
  name: string
  /** From when on the next call may be made, UNIX milliseconds. */
  next_at: number
}

export interface ConversationsTable {
  place: string
  at: number
  body: string
}

/** How often something happened in a quarter of an hour. */
export interface FiguresTable {
  sdk_app_id: number
  kind: string
  /** When it begins, UNIX milliseconds. */
  quarter: number
  /** JSON of `facets.ts`. */
  facets: string
  /** Of whoever counted; the figure is the sum of all parts. */
  part: number
  count: number
  sample: string | null
}

export interface SchedulesTable {
  seq: Generated<number>
  body: string
}

export interface KnownSchedulesTable {
  id: string
  since: number
}

export interface PostsTable {
  key: string
  /** Whose attempt is under way; null: none is, or it ended. */
  owner: string | null
  /** Nobody else may try before, UNIX milliseconds. */
  held_until: number
  /** 1: an attempt before the owner's neither was given up nor ended. */
  may_stand: number
  ended: PostEnd | null
  message: string | null
  attempts: number
  since: number
  /** JSON of a channel. */
  place: string
}

export interface LeasesTable {
  name: string
  owner: string
  until: number
}

export interface WatchesTable {
  seq: Generated<number>
  until: number
  ended: number
  body: string
  seen: string
}

/** What can change has a column each, so that two may change it at once. */
export interface IncidentsTable {
  seq: Generated<number>
  app: string
  subject: string
  opened_at: number
  changed_at: number
  quiet_since: number | null
  closed_at: number | null
  acknowledged_by: string | null
  silenced_until: number | null
  version: number
  alarms: string
}

export interface CasesTable {
  seq: Generated<number>
  app: string
  user_id: string
  place: string
  state: CaseRecord['state']
  cause: string | null
  true_cause: string | null
  assignee: string | null
  closed_by: string | null
  opened_at: number
  changed_at: number
  closed_at: number | null
  times: number
  conclusion: string
  first: string
}

export interface TrailTable {
  seq: Generated<number>
  at: number
  app: string | null
  command: string | null
  status: AuditLine['status']
  verdict: string | null
  cause: string | null
  body: string
}

export interface ButtonsTable {
  key: string
  owner: string | null
  until: number
  body: string
}

export interface DeliveriesTable {
  id: string
  at: number
  /** What is needed to go on with it; null: it was answered, or nothing is kept of it. */
  request: string | null
}

export interface SchemaTable {
  version: number
  applied_at: number
}

/** The prefix is for those who give the bot a database that other programs use too. */
export interface Tables {
  im_events: EventsTable
  im_devices: DevicesTable
  im_test_pushes: TestPushesTable
  im_slots: SlotsTable
  im_conversations: ConversationsTable
  im_figures: FiguresTable
  im_schedules: SchedulesTable
  im_known_schedules: KnownSchedulesTable
  im_posts: PostsTable
  im_leases: LeasesTable
  im_watches: WatchesTable
  im_incidents: IncidentsTable
  im_cases: CasesTable
  im_trail: TrailTable
  im_buttons: ButtonsTable
  im_deliveries: DeliveriesTable
  im_schema: SchemaTable
}
