import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../engine.ts'
import { backfillFigures } from './backfill-figures.ts'
import { numbered, textType } from './numbered.ts'

/** Version 2: figures, and what the team channel keeps. */
export async function teamTables(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await addFigures(db, dialect)
  await addPosts(db, dialect)
  await addWatchesAndIncidents(db, dialect)
  await addCasesAndTrail(db, dialect)
  await addButtons(db, dialect)
  await backfillFigures(db)
}

async function addFigures(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = textType(dialect)
  const figures = db.schema
    .createTable('im_figures')
    .addColumn('sdk_app_id', 'bigint', (column) => column.notNull())
    .addColumn('kind', text, (column) => column.notNull())
    .addColumn('quarter', 'bigint', (column) => column.notNull())
    .addColumn('facets', text, (column) => column.notNull())
    .addColumn('part', 'integer', (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addColumn('sample', 'text')
    .addPrimaryKeyConstraint('im_figures_key', ['sdk_app_id', 'kind', 'quarter', 'facets', 'part'])
  // Rows that lie where their key does: a period is read from one end to the other.
  await (dialect === 'sqlite' ? figures.modifyEnd(sql`without rowid`) : figures).execute()
  await db.schema.createIndex('im_figures_quarter').on('im_figures').column('quarter').execute()
}

async function addPosts(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = textType(dialect)
  await numbered(db, dialect, 'im_schedules')
    .addColumn('body', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('im_known_schedules')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('im_posts')
    .addColumn('key', text, (column) => column.primaryKey().notNull())
    .addColumn('owner', text)
    .addColumn('held_until', 'bigint', (column) => column.notNull())
    .addColumn('may_stand', 'integer', (column) => column.notNull())
    .addColumn('ended', text)
    .addColumn('message', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('since', 'bigint', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('im_posts_since').on('im_posts').column('since').execute()
  await db.schema
    .createTable('im_leases')
    .addColumn('name', text, (column) => column.primaryKey().notNull())
    .addColumn('owner', text, (column) => column.notNull())
    .addColumn('until', 'bigint', (column) => column.notNull())
    .execute()
}

async function addWatchesAndIncidents(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = textType(dialect)
  await numbered(db, dialect, 'im_watches')
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addColumn('ended', 'integer', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('seen', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('im_watches_until').on('im_watches').column('until').execute()
  await numbered(db, dialect, 'im_incidents')
    .addColumn('app', text, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('quiet_since', 'bigint')
    .addColumn('closed_at', 'bigint')
    .addColumn('acknowledged_by', 'text')
    .addColumn('silenced_until', 'bigint')
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('alarms', 'text', (column) => column.notNull())
    .execute()
  await sql`create unique index im_incidents_open on im_incidents (app, subject) where closed_at is null`.execute(db)
  await db.schema.createIndex('im_incidents_closed').on('im_incidents').column('closed_at').execute()
}

async function addCasesAndTrail(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = textType(dialect)
  await numbered(db, dialect, 'im_cases')
    .addColumn('app', text, (column) => column.notNull())
    .addColumn('user_id', text, (column) => column.notNull())
    .addColumn('place', text, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('cause', text)
    .addColumn('true_cause', text)
    .addColumn('assignee', 'text')
    .addColumn('closed_by', 'text')
    .addColumn('opened_at', 'bigint', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('closed_at', 'bigint')
    .addColumn('times', 'integer', (column) => column.notNull())
    .addColumn('conclusion', 'text', (column) => column.notNull())
    .addColumn('first', 'text', (column) => column.notNull())
    .execute()
  const user = ['app', 'user_id', 'state']
  await db.schema.createIndex('im_cases_user').on('im_cases').columns(user).execute()
  await db.schema.createIndex('im_cases_opened').on('im_cases').columns(['app', 'opened_at']).execute()
  await db.schema.createIndex('im_cases_changed').on('im_cases').column('changed_at').execute()
  await numbered(db, dialect, 'im_trail')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('app', text)
    .addColumn('command', text)
    .addColumn('status', text, (column) => column.notNull())
    .addColumn('verdict', text)
    .addColumn('cause', text)
    .addColumn('body', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('im_trail_at').on('im_trail').column('at').execute()
}

async function addButtons(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  const text = textType(dialect)
  await db.schema
    .createTable('im_buttons')
    .addColumn('key', text, (column) => column.primaryKey().notNull())
    .addColumn('owner', 'text')
    .addColumn('until', 'bigint', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('im_buttons_until').on('im_buttons').column('until').execute()
  await db.schema
    .createTable('im_deliveries')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('request', 'text')
    .execute()
  await db.schema.createIndex('im_deliveries_at').on('im_deliveries').column('at').execute()
  await sql`create index im_deliveries_unfinished on im_deliveries (at) where request is not null`.execute(db)
}
