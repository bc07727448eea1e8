import type { Kysely } from 'kysely'
import type { Deliveries } from '../../../bot/ports/deliveries.ts'
import { columnText } from '../column-text.ts'
import type { Tables } from '../tables.ts'

export class SqlDeliveries implements Deliveries {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async first(id: string, now: number): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await this.#db
      .insertInto('im_deliveries')
      .values({ id: columnText(id), at: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirstOrThrow()
    return Number(numInsertedOrUpdatedRows) === 1
  }
}
