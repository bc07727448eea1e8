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

const DAY = 86_400_000

/** A day at a time: each takes some milliseconds of this thread, and others come in between. */
function* piecesOf({ from, to }: Span, stepMs: number | null): Generator<Span> {
  const piece = stepMs === null ? DAY : Math.max(1, Math.floor(DAY / stepMs)) * stepMs
  for (let begin = from; begin < to; begin += piece) yield { from: begin, to: Math.min(to, begin + piece) }
}

export class SqlEventFigures implements EventFigures {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async counts(
    sdkAppId: number,
    span: Span,
    { kinds, stepMs }: { kinds: readonly Counted['kind'][]; stepMs: number | null },
  ): Promise<readonly Count[]> {
    const wanted = [...new Set(kinds)]
    if (wanted.length === 0 || span.from >= span.to) return []
    const bounds = await this.#bounds(sdkAppId, span, wanted)
    if (bounds === null) return []
    const found = new Map<string, Row>()
    for (const piece of piecesOf(span, stepMs)) {
      if (piece.to <= bounds.from || piece.from > bounds.to) continue
      for (const row of await this.#rows(sdkAppId, piece, wanted, stepMs)) {
        const step = stepMs === null ? span.from : row.step
        const key = `${step} ${row.kind} ${row.facets}`
        const known = found.get(key)
        if (known === undefined) found.set(key, { ...row, step })
        else {
          known.count += row.count
          known.sample ??= row.sample
        }
      }
    }
    const read = readerOfFacets()
    return [...found.values()].sort(byStep).flatMap(({ kind, facets, step: from, count, sample }) => {
      const of = read(kind, facets)
      return of === null ? [] : [{ of, from, count, sample }]
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

  /** From the first to the last quarter of the span in which any of these was counted: a span may be as long as one likes. */
  async #bounds(sdkAppId: number, { from, to }: Span, kinds: readonly Counted['kind'][]): Promise<Span | null> {
    const end = (kind: Counted['kind'], direction: 'asc' | 'desc') =>
      this.#db
        .selectFrom('im_figures')
        .select('quarter')
        .where('sdk_app_id', '=', sdkAppId)
        .where('kind', '=', kind)
        .where('quarter', '>=', from)
        .where('quarter', '<', to)
        .orderBy('quarter', direction)
        .limit(1)
        .executeTakeFirst()
    const ends = await Promise.all(kinds.flatMap((kind) => [end(kind, 'asc'), end(kind, 'desc')]))
    const quarters = ends.flatMap((row) => (row === undefined ? [] : [row.quarter]))
    return quarters.length === 0 ? null : { from: Math.min(...quarters), to: Math.max(...quarters) }
  }

  async #rows(
    sdkAppId: number,
    { from, to }: Span,
    kinds: readonly Counted['kind'][],
    stepMs: number | null,
  ): Promise<readonly Row[]> {
    // A remainder, not a division: SQLite is given numbers as floating ones, and divides them so.
    const step =
      stepMs === null ? sql`cast(${from} as bigint)` : sql`quarter - (quarter - ${sql.lit(from)}) % ${sql.lit(stepMs)}`
    const { rows } = await sql<Row>`
      select kind, facets, ${step} as step, cast(sum(count) as bigint) as count, max(sample) as sample
      from im_figures
      where sdk_app_id = ${sdkAppId} and kind in (${sql.join(kinds)}) and quarter >= ${from} and quarter < ${to}
      group by 1, 2, 3`.execute(this.#db)
    return rows
  }
}

/** The same facets come in every step: they are read once. */
function readerOfFacets(): typeof readFacets {
  const known = new Map<string, Counted | null>()
  return (kind, facets) => {
    const key = `${kind} ${facets}`
    const before = known.get(key)
    if (before !== undefined) return before
    const read = readFacets(kind, facets)
    known.set(key, read)
    return read
  }
}

const byStep = (one: Row, other: Row): number =>
  one.step - other.step || compare(one.kind, other.kind) || compare(one.facets, other.facets)

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
