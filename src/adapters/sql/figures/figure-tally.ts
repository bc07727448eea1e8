import { QUARTER } from '../../../diagnostics/ports/event-figures.ts'
import type { FiguresTable } from '../tables.ts'

/** The row that an event is counted in, and how often. */
export type Figure = Omit<FiguresTable, 'part'>

export interface Told {
  sdkAppId: number
  kind: string
  at: number
  receivedAt: number
  facets: string | null
  sample: string | null
}

/** Counts events in memory, so that many of the same make one row to write. */
export class FigureTally {
  readonly #figures = new Map<string, Figure>()

  get size(): number {
    return this.#figures.size
  }

  add({ sdkAppId, kind, at, receivedAt, facets, sample }: Told): void {
    if (facets !== null) this.#count(sdkAppId, kind, quarterOf(at), facets, sample)
    this.#count(sdkAppId, 'received', quarterOf(receivedAt), RECEIVED, null)
  }

  /** In the order of the table's key, so that two writers never wait for each other. */
  sorted(): readonly Figure[] {
    return [...this.#figures.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, figure]) => figure)
  }

  #count(sdkAppId: number, kind: string, quarter: number, facets: string, sample: string | null): void {
    const key = `${sdkAppId} ${kind} ${quarter} ${facets}`
    const known = this.#figures.get(key)
    if (known === undefined) this.#figures.set(key, { sdk_app_id: sdkAppId, kind, quarter, facets, count: 1, sample })
    else {
      known.count++
      known.sample ??= sample
    }
  }
}

/** Facets of what only came in. */
export const RECEIVED = '[]'

export const quarterOf = (time: number): number => Math.floor(time / QUARTER) * QUARTER
