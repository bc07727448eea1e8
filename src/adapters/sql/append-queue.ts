import { setImmediate as turn } from 'node:timers/promises'
import type { Engine } from './engine.ts'
import type { NewEvent } from './figures/new-event.ts'

/** Rows in one transaction: some milliseconds of work, so that nothing else waits long. */
const MOST_ROWS_TOGETHER = 500
/** Rows that may wait; beyond it an append is refused, and whoever sent the events sends them again. */
const MOST_ROWS_WAITING = 20_000

interface Batch {
  rows: readonly NewEvent[]
  resolve(added: number): void
  reject(error: unknown): void
}

/**
 * Appends that wait at the same time are written in one transaction: the disk is asked to make sure once for all of them.
 * A batch is written whole or not at all, and a bad one fails alone.
 */
export class AppendQueue {
  readonly #engine: Pick<Engine, 'writeEvents' | 'isDataError'>
  #waiting: Batch[] = []
  #rowsWaiting = 0
  #work: Promise<void> | null = null
  #isClosed = false

  constructor(engine: Pick<Engine, 'writeEvents' | 'isDataError'>) {
    this.#engine = engine
  }

  append(rows: readonly NewEvent[]): Promise<number> {
    if (this.#isClosed) return Promise.reject(new Error('the store is closed'))
    if (rows.length === 0) return Promise.resolve(0)
    if (this.#rowsWaiting + rows.length > MOST_ROWS_WAITING)
      return Promise.reject(new Error(`the store is busy: ${this.#rowsWaiting} events wait to be written`))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ rows, resolve, reject })
      this.#rowsWaiting += rows.length
      this.#work ??= this.#drain()
    })
  }

  /** Takes no more, and resolves when everything that waited is written or has failed. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#work
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      // A turn of the event loop, in which requests come in that can go along.
      await turn()
      await this.#write(this.#nextGroup())
    }
    this.#work = null
  }

  #nextGroup(): readonly Batch[] {
    let rows = 0
    let count = 0
    for (const batch of this.#waiting) {
      if (count > 0 && rows + batch.rows.length > MOST_ROWS_TOGETHER) break
      rows += batch.rows.length
      count++
    }
    this.#rowsWaiting -= rows
    return this.#waiting.splice(0, count)
  }

  async #write(group: readonly Batch[]): Promise<void> {
    try {
      const added = await this.#engine.writeEvents(group.map(({ rows }) => rows))
      for (const [index, batch] of group.entries()) batch.resolve(added[index] ?? 0)
    } catch (error) {
      if (!this.#engine.isDataError(error)) this.#failAll(group, error)
      else if (group.length > 1) for (const batch of group) await this.#write([batch])
      else for (const batch of group) batch.reject(error)
    }
  }

  /** A database that is away is away for those behind as well: waiting for it one group after the other could take minutes. */
  #failAll(group: readonly Batch[], error: unknown): void {
    for (const batch of [...group, ...this.#waiting]) batch.reject(error)
    this.#waiting = []
    this.#rowsWaiting = 0
  }
}
