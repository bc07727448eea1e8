import type { Kysely } from 'kysely'
import type { NewEvent } from './figures/new-event.ts'
import type { Tables } from './tables.ts'

export type Dialect = 'sqlite' | 'postgres'

/** One database, as the repositories see it: every statement they send by `db` is a transaction of its own. */
export interface Engine {
  db: Kysely<Tables>
  /** Whether other processes may use the same database at the same time, on other machines too. */
  shared: boolean
  /**
   * Writes all events in one transaction and counts the new ones in it, durable when it resolves; events that are there
   * already are left as they are.
   * @returns for each batch how many of its events were new
   */
  writeEvents(batches: readonly (readonly NewEvent[])[]): Promise<readonly number[]>
  /**
   * Runs `work` in one transaction, durable when it resolves and undone when it rejects; those of one `name` run one after
   * the other, in all processes together.
   */
  transact<Value>(name: string, work: (db: Kysely<Tables>) => Promise<Value>): Promise<Value>
  /** Whether the rows are to blame, so that the same rows without the bad ones can be written. */
  isDataError(error: unknown): boolean
  close(): Promise<void>
}
