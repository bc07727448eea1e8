import { type Kysely, sql } from 'kysely'
import type { Dialect } from '../../src/adapters/sql/engine.ts'
import { eventRow } from '../../src/adapters/sql/event-row.ts'
import { firstTables } from '../../src/adapters/sql/migrations/first-tables.ts'
import type { Store } from '../../src/adapters/sql/open-store.ts'
import type { Tables } from '../../src/adapters/sql/tables.ts'
import { APP, pushTo, stateOf } from '../support/stored.ts'
import { NOW } from './store-contract.ts'

const PUSHES = 11_000
const known = pushTo('alice', NOW, { id: 'known', code: 0, info: '' })

/** A store as version 1 made it, with more events than are read at once, and one that cannot be read. */
export async function oldStore(db: Kysely<Tables>, dialect: Dialect): Promise<void> {
  await firstTables(db as unknown as Kysely<unknown>, dialect)
  await sql`create table im_schema (version integer primary key, applied_at bigint not null)`.execute(db)
  await db.insertInto('im_schema').values({ version: 1, applied_at: 0 }).execute()
  const pushes = Array.from({ length: PUSHES }, (_, index) =>
    pushTo('alice', NOW, { code: index % 2, info: index % 2 === 0 ? '' : 'bad\0token' }),
  )
  const rows = [known, ...pushes, stateOf('alice', NOW)].map((event) => eventRow(APP, event, NOW))
  for (let from = 0; from < rows.length; from += 500)
    await db
      .insertInto('im_events')
      .values(rows.slice(from, from + 500))
      .execute()
  const unread = { ...eventRow(APP, stateOf('alice', NOW), NOW), body: 'no JSON' }
  await db.insertInto('im_events').values(unread).execute()
}

const push = { kind: 'push', delivery: 'offline', chat: 'direct', platform: 2, stage: 1 }

/** What is counted of it: each once, and what came from then on on top. */
export const BACKFILLED = [
  { of: { ...push, code: 0 }, from: 0, count: PUSHES / 2 + 2, sample: null },
  { of: { ...push, code: 1 }, from: 0, count: PUSHES / 2, sample: 'bad\uFFFDtoken' },
  { of: { kind: 'received' }, from: 0, count: PUSHES + 4, sample: null },
  { of: { kind: 'state', action: 'login', reason: 'Register', kicked: false }, from: 0, count: 1, sample: null },
]

/** Appends one event that is known and one that is not, and counts; `kind`s and codes in order. */
export async function countsAfterOne(store: Store): Promise<unknown> {
  await store.events.append(APP, [known, pushTo('alice', NOW, { code: 0, info: '' })], NOW)
  return store.figures.counts(APP, { from: 0, to: NOW * 2 }, { kinds: ['push', 'state', 'received'], stepMs: null })
}
