import { type Kysely, sql } from 'kysely'
import type { Count, Counted, EventFigures } from '../../../diagnostics/ports/event-figures.ts'
import type { Span } from '../../../diagnostics/ports/im-service.ts'
import type { Tables } from '../tables.ts'
import { readFacets } from './facets.ts'

interface Row {
  kind: string
  facets: string
  step: number
  count: number
  sample: string | null
}

export class SqlEventFigures implements EventFigures {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async counts(
    sdkAppId: number,
    { from, to }: Span,
    { kinds, stepMs }: { kinds: readonly Counted['kind'][]; stepMs: number | null },
  ): Promise<readonly Count[]> {
    if (kinds.length === 0 || from >= to) return []
    // A remainder, not a division: SQLite is given numbers as floating ones, and divides them so.
    const step =
      stepMs === null ? sql`cast(${from} as bigint)` : sql`quarter - (quarter - ${sql.lit(from)}) % ${sql.lit(stepMs)}`
    const { rows } = await sql<Row>`
      select kind, facets, ${step} as step, cast(sum(count) as bigint) as count, max(sample) as sample
      from im_figures
      where sdk_app_id = ${sdkAppId} and kind in (${sql.join([...new Set(kinds)])})
        and quarter >= ${from} and quarter < ${to}
      group by 1, 2, 3
      order by 3, 1, 2`.execute(this.#db)
    return rows.flatMap(({ kind, facets, step: begin, count, sample }) => {
      const of = readFacets(kind, facets)
      return of === null ? [] : [{ of, from: begin, count, sample }]
    })
  }

  async since(sdkAppId: number): Promise<number | null> {
    const row = await this.#db
      .selectFrom('im_figures')
      .select('quarter')
      .where('sdk_app_id', '=', sdkAppId)
      .where('kind', '=', 'received')
      .orderBy('quarter')
      .limit(1)
      .executeTakeFirst()
    return row?.quarter ?? null
  }
}
