import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type { Pool } from 'pg'
import { codeOf } from '../code-of.ts'

/** Deadlock, and rows that changed under the statement: the server asks to try again. */
const TRY_AGAIN = new Set(['40P01', '40001'])
const TRIES = 3
/** EPIPE, of Node, is as long. */
const SQLSTATE = /^(?!E)[0-9A-Z]{5}$/
/** The server ended the connection, or is about to. */
const ENDED = /^(08|57P)/

/**
 * A pool for Kysely that throws away a connection on which anything failed but the statement itself: one that hangs would
 * make all hang that come after. Statements that lost against another replica are tried again.
 */
export function sturdyPool(pool: Pool): PostgresPool {
  return {
    async connect(): Promise<PostgresPoolClient> {
      const client = await pool.connect()
      let isBroken = false
      let isInTransaction = false
      const query = async <Row>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>> => {
        if (sql === 'begin') isInTransaction = true
        for (let tries = 1; ; tries++)
          try {
            return (await client.query(sql, [...parameters])) as unknown as PostgresQueryResult<Row>
          } catch (error) {
            const code = codeOf(error)
            if (TRY_AGAIN.has(code) && tries < TRIES && !isInTransaction) continue
            isBroken ||= !SQLSTATE.test(code) || ENDED.test(code)
            throw error
          }
      }
      return { query: query as PostgresPoolClient['query'], release: (destroy) => client.release(isBroken || destroy) }
    },
    end: () => pool.end(),
  }
}
