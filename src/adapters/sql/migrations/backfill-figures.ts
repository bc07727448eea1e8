import type { Kysely } from 'kysely'
import { readEvent } from '../event-body.ts'
import { facetsOf } from '../figures/facets.ts'
import { type Figure, FigureTally } from '../figures/figure-tally.ts'
import { sampleOf } from '../figures/new-event.ts'
import type { Tables } from '../tables.ts'

/** Events read at once: some megabytes, and far from the bound of a statement. */
const EVENTS_TOGETHER = 5_000
/** Figures that may pile up before they are written. */
const MOST_FIGURES = 20_000
const FIGURES_TOGETHER = 500
/** The part that no process of Postgres writes to, and SQLite's only one. */
const PART = 0

/** Counts the events that were stored before there were figures; one that cannot be read has only come in. */
export async function backfillFigures(db: Kysely<Tables>): Promise<void> {
  let tally = new FigureTally()
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('im_events')
      .select(['seq', 'sdk_app_id', 'kind', 'at', 'received_at', 'body'])
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(EVENTS_TOGETHER)
      .execute()
    for (const { seq, sdk_app_id: sdkAppId, kind, at, received_at: receivedAt, body } of rows) {
      const event = readEvent(body)
      const facets = event === null ? null : facetsOf(event)
      tally.add({ sdkAppId, kind, at, receivedAt, facets, sample: event === null ? null : sampleOf(event) })
      after = seq
    }
    const isLast = rows.length < EVENTS_TOGETHER
    if (isLast || tally.size >= MOST_FIGURES) {
      await write(db, tally.sorted())
      tally = new FigureTally()
    }
    if (isLast) return
  }
}

async function write(db: Kysely<Tables>, figures: readonly Figure[]): Promise<void> {
  for (let from = 0; from < figures.length; from += FIGURES_TOGETHER)
    await db
      .insertInto('im_figures')
      .values(figures.slice(from, from + FIGURES_TOGETHER).map((figure) => ({ ...figure, part: PART })))
      .onConflict((conflict) =>
        conflict.columns(['sdk_app_id', 'kind', 'quarter', 'facets', 'part']).doUpdateSet((update) => ({
          count: update('im_figures.count', '+', update.ref('excluded.count')),
          sample: update.fn.coalesce('im_figures.sample', 'excluded.sample'),
        })),
      )
      .execute()
}
