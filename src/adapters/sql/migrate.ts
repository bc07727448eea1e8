import { type Kysely, sql } from 'kysely'
import type { Dialect } from './engine.ts'
import { MIGRATIONS } from './migrations/all.ts'
import { StoreOpenError } from './store-open-error.ts'
import type { Tables } from './tables.ts'

/**
 * Brings the schema up to date. To be called in a transaction that no other process can be in at the same time.
 * @throws StoreOpenError where a newer program has been there
 */
export async function migrate(db: Kysely<Tables>, dialect: Dialect, now: number): Promise<void> {
  await sql`create table if not exists im_schema (version integer primary key, applied_at bigint not null)`.execute(db)
  const { version } = await db
    .selectFrom('im_schema')
    .select((query) => query.fn.max('version').as('version'))
    .executeTakeFirstOrThrow()
  const had = version ?? 0
  if (had > MIGRATIONS.length)
    throw new StoreOpenError(
      `The store has schema version ${had}; this program knows versions up to ${MIGRATIONS.length}.`,
      'Start the newer im-doctor again, or give this one a store of its own.',
    )
  for (const [index, migration] of MIGRATIONS.entries()) {
    if (index < had) continue
    // Kysely types a database by its tables, and a migration is written before its tables exist.
    await migration(db as unknown as Kysely<unknown>, dialect)
    await db
      .insertInto('im_schema')
      .values({ version: index + 1, applied_at: now })
      .execute()
  }
}
