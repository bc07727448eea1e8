import { type Kysely, sql } from 'kysely'
import type { EventRow, Tables } from '../tables.ts'

/** One statement for any number of rows, its text always the same; in the order given, so that `seq` keeps that order. */
export async function writeEvents(
  db: Kysely<Tables>,
  batches: readonly (readonly EventRow[])[],
): Promise<readonly number[]> {
  const rows = batches.flat()
  const column = <Name extends keyof EventRow>(name: Name) => rows.map((row) => row[name])
  const { rows: added } = await sql<{ event_key: string }>`
    insert into im_events
      (sdk_app_id, event_key, at, subject, kind, message, task_id, data_id, received_at, body)
    select sdk_app_id, event_key, at, subject, kind, message, task_id, data_id, received_at, body
    from unnest(
      ${column('sdk_app_id')}::bigint[], ${column('event_key')}::text[], ${column('at')}::bigint[],
      ${column('subject')}::text[], ${column('kind')}::text[], ${column('message')}::text[],
      ${column('task_id')}::text[], ${column('data_id')}::text[], ${column('received_at')}::bigint[],
      ${column('body')}::text[]
    ) with ordinality as told
      (sdk_app_id, event_key, at, subject, kind, message, task_id, data_id, received_at, body, place)
    order by place
    on conflict (event_key) do nothing
    returning event_key`.execute(db)
  const isNew = new Set(added.map((row) => row.event_key))
  // A key that two batches bring was added by the first.
  return batches.map((batch) => batch.filter((row) => isNew.delete(row.event_key)).length)
}
