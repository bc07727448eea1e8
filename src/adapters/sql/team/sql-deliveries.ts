import type { Kysely } from 'kysely'
import type { Abandoned, Deliveries } from '../../../bot/ports/deliveries.ts'
import { columnText } from '../column-text.ts'
import type { Tables } from '../tables.ts'

/** Handed out at a time. */
const MOST = 100

export class SqlDeliveries implements Deliveries {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async first(id: string, now: number, request: string | null): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await this.#db
      .insertInto('im_deliveries')
      .values({ id: columnText(id), at: now, request })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirstOrThrow()
    return Number(numInsertedOrUpdatedRows) === 1
  }

  async done(id: string): Promise<void> {
    await this.#db.updateTable('im_deliveries').set({ request: null }).where('id', '=', columnText(id)).execute()
  }

  async abandoned(before: number): Promise<readonly Abandoned[]> {
    const found = await this.#db
      .selectFrom('im_deliveries')
      .select(['id', 'at', 'request'])
      .where('request', 'is not', null)
      .where('at', '<', before)
      .limit(MOST)
      .execute()
    const taken: Abandoned[] = []
    for (const { id, at, request } of found) {
      // Of two that find the same, the one that changes the row has it.
      const { numUpdatedRows } = await this.#db
        .updateTable('im_deliveries')
        .set({ request: null })
        .where('id', '=', id)
        .where('request', 'is not', null)
        .executeTakeFirstOrThrow()
      if (request !== null && Number(numUpdatedRows) === 1) taken.push({ id, at, request })
    }
    return taken
  }
}
