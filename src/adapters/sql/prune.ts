import { setImmediate as turn } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** Rows deleted in one transaction: small, so that appends come in between. */
const CHUNK = 500

/**
 * Deletes what is older than `before` (UNIX milliseconds): events by when they came in, devices by when they were last
 * seen. Ends early, without an error, when the signal does. Several may run at once.
 * @returns how many rows it deleted
 */
export async function prune(db: Kysely<Tables>, before: number, signal: AbortSignal): Promise<number> {
  let deleted = await pruneEvents(db, before, signal)
  for (const chunk of [
    sql`delete from im_devices where seq in (select seq from im_devices where seen_at < ${before} limit ${CHUNK})`,
    sql`delete from im_test_pushes where seq in (select seq from im_test_pushes where at < ${before} limit ${CHUNK})`,
    sql`delete from im_conversations where place in
      (select place from im_conversations where at < ${before} limit ${CHUNK})`,
    sql`delete from im_slots where name in (select name from im_slots where next_at < ${before} limit ${CHUNK})`,
  ])
    deleted += await pruneTable(db, chunk, signal)
  return deleted
}

type Statement = ReturnType<typeof sql>

async function pruneEvents(db: Kysely<Tables>, before: number, signal: AbortSignal): Promise<number> {
  let deleted = 0
  for (let app = await nextApp(db, -1); app !== null && !signal.aborted; app = await nextApp(db, app)) {
    const chunk = sql`delete from im_events where seq in
      (select seq from im_events where sdk_app_id = ${app} and received_at < ${before} order by received_at limit ${CHUNK})`
    deleted += await pruneTable(db, chunk, signal)
  }
  return deleted
}

/** App by app, since that is how the index is ordered. */
async function nextApp(db: Kysely<Tables>, after: number): Promise<number | null> {
  const row = await db
    .selectFrom('im_events')
    .select('sdk_app_id')
    .where('sdk_app_id', '>', after)
    .orderBy('sdk_app_id')
    .limit(1)
    .executeTakeFirst()
  return row?.sdk_app_id ?? null
}

async function pruneTable(db: Kysely<Tables>, chunk: Statement, signal: AbortSignal): Promise<number> {
  let deleted = 0
  while (!signal.aborted) {
    const { numAffectedRows = 0n } = await chunk.execute(db)
    if (numAffectedRows === 0n) break
    deleted += Number(numAffectedRows)
    await turn()
  }
  return deleted
}
