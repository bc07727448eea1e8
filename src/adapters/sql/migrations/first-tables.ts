import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../engine.ts'

/** Version 1: events, devices, test pushes, slots and conversations. */
export async function firstTables(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  // Byte order: the same on every server, and no index to rebuild when a server's language data change.
  const text = dialect === 'postgres' ? sql`text collate "C"` : sql`text`
  const numbered = (table: string) =>
    dialect === 'postgres'
      ? db.schema.createTable(table).addColumn('seq', 'bigserial', (column) => column.primaryKey())
      : db.schema.createTable(table).addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())

  await numbered('im_events')
    .addColumn('sdk_app_id', 'bigint', (column) => column.notNull())
    .addColumn('event_key', text, (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('message', text)
    .addColumn('task_id', text)
    .addColumn('data_id', text)
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute()
  // Each further index costs a page of writing per event: these, and no more.
  await db.schema.createIndex('im_events_once').unique().on('im_events').column('event_key').execute()
  const subject = ['sdk_app_id', 'subject', 'kind', 'at']
  await db.schema.createIndex('im_events_subject').on('im_events').columns(subject).execute()
  const received = ['sdk_app_id', 'received_at']
  await db.schema.createIndex('im_events_received').on('im_events').columns(received).execute()
  await sql`create index im_events_message on im_events (sdk_app_id, message, kind, at) where message is not null`.execute(
    db,
  )
  await sql`create index im_events_task on im_events (sdk_app_id, task_id, subject) where task_id is not null`.execute(
    db,
  )
  await sql`create index im_events_data on im_events (sdk_app_id, data_id, subject) where data_id is not null`.execute(
    db,
  )

  await numbered('im_devices')
    .addColumn('sdk_app_id', 'bigint', (column) => column.notNull())
    .addColumn('user_id', text, (column) => column.notNull())
    .addColumn('source', text, (column) => column.notNull())
    .addColumn('instance_id', text, (column) => column.notNull())
    .addColumn('seen_at', 'bigint', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addUniqueConstraint('im_devices_once', ['sdk_app_id', 'user_id', 'source', 'instance_id'])
    .execute()
  await db.schema.createIndex('im_devices_seen').on('im_devices').column('seen_at').execute()

  await numbered('im_test_pushes')
    .addColumn('sdk_app_id', 'bigint', (column) => column.notNull())
    .addColumn('case_number', text, (column) => column.notNull())
    .addColumn('user_id', text, (column) => column.notNull())
    .addColumn('task_id', text)
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addUniqueConstraint('im_test_pushes_once', ['sdk_app_id', 'case_number'])
    .execute()
  const pushed = ['sdk_app_id', 'user_id', 'at']
  await db.schema.createIndex('im_test_pushes_user').on('im_test_pushes').columns(pushed).execute()

  await db.schema
    .createTable('im_slots')
    .addColumn('name', text, (column) => column.primaryKey().notNull())
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .execute()

  await db.schema
    .createTable('im_conversations')
    .addColumn('place', text, (column) => column.primaryKey().notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('im_conversations_at').on('im_conversations').column('at').execute()
}
