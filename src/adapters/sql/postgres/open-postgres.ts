import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { codeOf } from '../code-of.ts'
import type { Engine } from '../engine.ts'
import { migrate } from '../migrate.ts'
import type { Tables } from '../tables.ts'
import { loadPg } from './pg.ts'
import { postgresOpenError } from './postgres-open-error.ts'
import { sturdyPool } from './sturdy-pool.ts'
import { writeEvents } from './write-events.ts'

const CONNECTIONS = 10
const CONNECT_MS = 5_000
const STATEMENT_MS = 10_000
/** For a server that is gone without a word: a little later than the server's own bound. */
const QUERY_MS = 12_000
/** Ten minutes: another replica may be counting millions of stored events. */
const LOCK_TRIES = 1_200
const LOCK_PAUSE_MS = 500
/** Any number, the same in every replica. */
const MIGRATION_LOCK = 1_768_843_629
/** Any number: with it, names of transactions meet no locks of other programs. */
const TRANSACTION_LOCKS = 1_768_843_630
/** Bad values, constraints, values too large: the statement, not the server. */
const DATA_ERROR = /^(22|23|54)/

/**
 * @param url `postgres://…`
 * @throws StoreOpenError
 */
export async function openPostgres(url: string, now: () => number): Promise<Engine> {
  const { Pool, types } = loadPg()
  let db: Kysely<Tables> | undefined
  try {
    const pool = new Pool({
      connectionString: url,
      max: CONNECTIONS,
      connectionTimeoutMillis: CONNECT_MS,
      statement_timeout: STATEMENT_MS,
      query_timeout: QUERY_MS,
      keepAlive: true,
      application_name: 'im-doctor',
      types: { getTypeParser: (id, format) => (id === types.builtins.INT8 ? Number : types.getTypeParser(id, format)) },
    })
    // A lost connection makes the call on it fail; as an event that nobody hears it would end the process.
    pool.on('error', () => {})
    pool.on('connect', (client) => client.on('error', () => {}))
    db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: sturdyPool(pool) }) })
    await migrateAlone(db, now)
    return engine(db)
  } catch (error) {
    await db?.destroy().catch(() => {})
    throw postgresOpenError(error, url)
  }
}

/** Asks for the lock again and again: waiting inside the server would run into the bound of a statement. */
async function migrateAlone(db: Kysely<Tables>, now: () => number): Promise<void> {
  for (let tries = 1; ; tries++) {
    const isDone = await db.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${MIGRATION_LOCK}) as got`.execute(
        transaction,
      )
      if (rows[0]?.got !== true) return false
      await migrate(transaction, 'postgres', now())
      return true
    })
    if (isDone) return
    if (tries >= LOCK_TRIES) throw new Error('another process has been changing the schema for too long')
    await pause(LOCK_PAUSE_MS)
  }
}

function engine(db: Kysely<Tables>): Engine {
  return {
    db,
    shared: true,
    transact: (name, work) =>
      db.transaction().execute(async (transaction) => {
        await sql`select pg_advisory_xact_lock(hashtextextended(${name}, ${TRANSACTION_LOCKS}))`.execute(transaction)
        return work(transaction)
      }),
    writeEvents: (batches) => writeEvents(db, batches),
    isDataError: (error) => DATA_ERROR.test(codeOf(error)),
    close: () => db.destroy(),
  }
}
