import { setImmediate as turn } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** Rows deleted in one transaction: small, so that appends come in between. */
const CHUNK = 500
/** Figures are small, and a report may look back further than events are kept. */
const FIGURES_MS = 92 * 86_400_000
/** No platform delivers anything again later than that. */
const DELIVERIES_MS = 3_600_000

/**
 * Deletes what is older than `before` (UNIX milliseconds): events by when they came in, devices by when they were last
 * seen. Figures stay for 92 days at least; buttons and deliveries go when they are of no more use. Ends early, without an
 * error, when the signal does. Several may run at once.
 * @returns how many rows it deleted
 */
export async function prune(
  db: Kysely<Tables>,
  { now, before }: { now: number; before: number },
  signal: AbortSignal,
): Promise<number> {
  let deleted = await pruneEvents(db, before, signal)
  for (let quarter = await oldestQuarter(db); quarter !== null && !signal.aborted; quarter = await oldestQuarter(db)) {
    if (quarter >= Math.min(before, now - FIGURES_MS)) break
    deleted += await pruneTable(db, sql`delete from im_figures where quarter = ${quarter}`, signal)
  }
  for (const chunk of [
    sql`delete from im_devices where seq in (select seq from im_devices where seen_at < ${before} limit ${CHUNK})`,
    sql`delete from im_test_pushes where seq in (select seq from im_test_pushes where at < ${before} limit ${CHUNK})`,
    sql`delete from im_conversations where place in
      (select place from im_conversations where at < ${before} limit ${CHUNK})`,
    sql`delete from im_slots where name in (select name from im_slots where next_at < ${before} limit ${CHUNK})`,
    sql`delete from im_buttons where key in (select key from im_buttons where until <= ${now} limit ${CHUNK})`,
    sql`delete from im_deliveries where id in
      (select id from im_deliveries where at < ${now - DELIVERIES_MS} limit ${CHUNK})`,
    sql`delete from im_posts where key in (select key from im_posts where since < ${before} limit ${CHUNK})`,
    sql`delete from im_leases where name in (select name from im_leases where until < ${before} limit ${CHUNK})`,
    sql`delete from im_watches where seq in (select seq from im_watches where until < ${before} limit ${CHUNK})`,
    sql`delete from im_incidents where seq in (select seq from im_incidents where closed_at < ${before} limit ${CHUNK})`,
    sql`delete from im_cases where seq in (select seq from im_cases where changed_at < ${before} limit ${CHUNK})`,
    sql`delete from im_trail where seq in (select seq from im_trail where at < ${before} limit ${CHUNK})`,
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

async function oldestQuarter(db: Kysely<Tables>): Promise<number | null> {
  const row = await db.selectFrom('im_figures').select('quarter').orderBy('quarter').limit(1).executeTakeFirst()
  return row?.quarter ?? null
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
