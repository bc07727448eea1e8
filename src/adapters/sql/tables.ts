import type { Generated } from 'kysely'

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
  im_schema: SchemaTable
}
