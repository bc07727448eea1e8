import type { LibsqlDatabase, LibsqlStatement } from './libsql.ts'
import { retryBusy } from './retry-busy.ts'

export interface Outcome {
  rows: unknown[]
  changes: number
}

/** What may be done with a connection while nobody else does anything with it. */
export interface HeldConnection {
  exec(sql: string): Promise<void>
  execute(sql: string, parameters: readonly unknown[]): Promise<Outcome>
  prepare(sql: string): Promise<LibsqlStatement>
}

const MOST_STATEMENTS = 100

/** One connection, for one at a time, first come, first served. */
export class Connection implements HeldConnection {
  readonly #database: LibsqlDatabase
  readonly #statements = new Map<string, LibsqlStatement>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(database: LibsqlDatabase) {
    this.#database = database
  }

  /** Runs `work` when all that came before is done. */
  hold<Value>(work: (held: HeldConnection) => Promise<Value>): Promise<Value> {
    const result = this.#last.then(() => work(this))
    this.#last = result.catch(() => {})
    return result
  }

  /**
   * Runs `work` in a transaction that may write. Waiting for another process's lock and for the disk happens on another
   * thread, so that the event loop goes on.
   */
  transact<Value>(work: (held: HeldConnection) => Promise<Value>): Promise<Value> {
    return this.hold(async (held) => {
      await retryBusy(() => held.exec('begin immediate'))
      try {
        const value = await work(held)
        await held.exec('commit')
        return value
      } catch (error) {
        // Some errors have ended the transaction already; the first error is the one to tell.
        await held.exec('rollback').catch(() => {})
        throw error
      }
    })
  }

  async exec(sql: string): Promise<void> {
    await this.#database.exec(sql)
  }

  async execute(sql: string, parameters: readonly unknown[]): Promise<Outcome> {
    const statement = await this.prepare(sql)
    if (statement.reader) return { rows: await statement.all(parameters), changes: 0 }
    return { rows: [], changes: statement.run(parameters).changes }
  }

  async prepare(sql: string): Promise<LibsqlStatement> {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = await this.#database.prepare(sql)
    const [oldest] = this.#statements.keys()
    if (this.#statements.size >= MOST_STATEMENTS && oldest !== undefined) this.#statements.delete(oldest)
    this.#statements.set(sql, statement)
    return statement
  }

  close(): Promise<void> {
    return this.hold(async () => {
      this.#statements.clear()
      this.#database.close()
    })
  }
}
