import { FigureTally } from '../figures/figure-tally.ts'
import type { NewEvent } from '../figures/new-event.ts'
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

/** One process at a time may write, so that all count in one part. */
const COUNT =
  'insert into im_figures (sdk_app_id, kind, quarter, facets, part, count, sample) values (?, ?, ?, ?, 0, ?, ?) ' +
  'on conflict (sdk_app_id, kind, quarter, facets, part) do update set ' +
  'count = count + excluded.count, sample = coalesce(sample, excluded.sample)'

/** For each batch how many of its events were new; those are counted. To be called in a transaction. */
export async function writeEvents(
  held: HeldConnection,
  batches: readonly (readonly NewEvent[])[],
): Promise<readonly number[]> {
  const insert = await held.prepare(INSERT)
  const tally = new FigureTally()
  const added = batches.map(
    (events) =>
      events.filter(({ row, facets, sample }) => {
        if (insert.run(COLUMNS.map((column) => row[column])).changes === 0) return false
        const { sdk_app_id: sdkAppId, kind, at, received_at: receivedAt } = row
        tally.add({ sdkAppId, kind, at, receivedAt, facets, sample })
        return true
      }).length,
  )
  const count = await held.prepare(COUNT)
  for (const figure of tally.sorted())
    count.run([figure.sdk_app_id, figure.kind, figure.quarter, figure.facets, figure.count, figure.sample])
  return added
}
