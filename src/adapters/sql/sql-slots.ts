import type { Kysely } from 'kysely'
import type { Slots } from '../../diagnostics/ports/slots.ts'
import { columnText } from './column-text.ts'
import type { Tables } from './tables.ts'

export class SqlSlots implements Slots {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async take(name: string, everyMs: number, now: number, atMostMs: number): Promise<number | null> {
    if (atMostMs < 0) return null
    // One statement, so that no two processes are given the same moment.
    const taken = await this.#db
      .insertInto('im_slots')
      .values({ name: columnText(name), next_at: now + everyMs })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet((update) => ({
            next_at: update
              .case()
              .when('im_slots.next_at', '>', now)
              .then(update('im_slots.next_at', '+', everyMs))
              .else(now + everyMs)
              .end(),
          }))
          .where('im_slots.next_at', '<=', now + atMostMs),
      )
      .returning('next_at')
      .executeTakeFirst()
    return taken === undefined ? null : taken.next_at - everyMs - now
  }
}
