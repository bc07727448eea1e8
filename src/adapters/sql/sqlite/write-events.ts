import type { EventRow } from '../tables.ts'
import type { HeldConnection } from './connection.ts'

const COLUMNS = [
  'sdk_app_id',
  'event_key',
  'at',
  'subject',
  'kind',
  'message',
  'task_id',
  'data_id',
  'received_at',
  'body',
] as const satisfies readonly (keyof EventRow)[]

/** One statement for every row: SQLite reads it once, and Kysely, which would take longer than the insert, not at all. */
const INSERT =
  `insert into im_events (${COLUMNS.join(', ')}) values (${COLUMNS.map(() => '?').join(', ')}) ` +
  'on conflict (event_key) do nothing'

/** For each batch how many of its rows were new. To be called in a transaction. */
export async function writeEvents(
  held: HeldConnection,
  batches: readonly (readonly EventRow[])[],
): Promise<readonly number[]> {
  const insert = await held.prepare(INSERT)
  return batches.map((rows) => {
    let added = 0
    for (const row of rows) added += insert.run(COLUMNS.map((column) => row[column])).changes
    return added
  })
}
