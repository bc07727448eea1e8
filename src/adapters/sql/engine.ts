import type { Kysely } from 'kysely'
import type { EventRow, Tables } from './tables.ts'

export type Dialect = 'sqlite' | 'postgres'

/** One database, as the repositories see it: every statement they send by `db` is a transaction of its own. */
export interface Engine {
  db: Kysely<Tables>
  /**
   * Writes all rows in one transaction, durable when it resolves; rows that are there already are left as they are.
   * @returns for each batch how many of its rows were new
   */
  writeEvents(batches: readonly (readonly EventRow[])[]): Promise<readonly number[]>
  /**
   * Runs `work` in one transaction, durable when it resolves and undone when it rejects; those of one `name` run one after
   * the other, in all processes together.
   */
  transact<Value>(name: string, work: (db: Kysely<Tables>) => Promise<Value>): Promise<Value>
  /** Whether the rows are to blame, so that the same rows without the bad ones can be written. */
  isDataError(error: unknown): boolean
  close(): Promise<void>
}
