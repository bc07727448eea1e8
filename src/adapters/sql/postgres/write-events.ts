import { randomInt } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { quarterOf, RECEIVED } from '../figures/figure-tally.ts'
import type { NewEvent } from '../figures/new-event.ts'
import type { EventRow, Tables } from '../tables.ts'

/** Rows of figures of this process alone, so that replicas do not wait for each other's. Two with the same only wait. */
const PART = randomInt(1, 32_768)

/**
 * One statement for any number of events, its text always the same; in the order given, so that `seq` keeps that order. What
 * it adds it counts, in the order of the figures' key, so that two writers never wait for each other.
 */
export async function writeEvents(
  db: Kysely<Tables>,
  batches: readonly (readonly NewEvent[])[],
): Promise<readonly number[]> {
  const events = batches.flat()
  const column = <Name extends keyof EventRow>(name: Name) => events.map(({ row }) => row[name])
  const { rows: added } = await sql<{ event_key: string }>`
    with told as (
      select * from unnest(
        ${column('sdk_app_id')}::bigint[], ${column('event_key')}::text[], ${column('at')}::bigint[],
        ${column('subject')}::text[], ${column('kind')}::text[], ${column('message')}::text[],
        ${column('task_id')}::text[], ${column('data_id')}::text[], ${column('received_at')}::bigint[],
        ${column('body')}::text[], ${events.map(({ row }) => quarterOf(row.at))}::bigint[],
        ${events.map(({ row }) => quarterOf(row.received_at))}::bigint[],
        ${events.map(({ facets }) => facets)}::text[], ${events.map(({ sample }) => sample)}::text[]
      ) with ordinality as told
        (sdk_app_id, event_key, at, subject, kind, message, task_id, data_id, received_at, body,
          quarter, received_quarter, facets, sample, place)
    ), added as (
      insert into im_events
        (sdk_app_id, event_key, at, subject, kind, message, task_id, data_id, received_at, body)
      select sdk_app_id, event_key, at, subject, kind, message, task_id, data_id, received_at, body
      from told order by place
      on conflict (event_key) do nothing
      returning event_key
    ), once as (
      select distinct on (told.event_key) told.*
      from told join added on added.event_key = told.event_key
      order by told.event_key, place
    ), seen as (
      select sdk_app_id, kind, quarter, facets, sample from once where facets is not null
      union all
      select sdk_app_id, 'received', received_quarter, ${RECEIVED}::text, null from once
    ), counted as (
      insert into im_figures (sdk_app_id, kind, quarter, facets, part, count, sample)
      select sdk_app_id, kind, quarter, facets, ${PART}::integer, count(*), max(sample)
      from seen group by sdk_app_id, kind, quarter, facets
      order by sdk_app_id, kind collate "C", quarter, facets collate "C"
      on conflict (sdk_app_id, kind, quarter, facets, part) do update
        set count = im_figures.count + excluded.count, sample = coalesce(im_figures.sample, excluded.sample)
    )
    select event_key from added`.execute(db)
  const isNew = new Set(added.map((row) => row.event_key))
  // A key that two batches bring was added by the first.
  return batches.map((batch) => batch.filter(({ row }) => isNew.delete(row.event_key)).length)
}
