import type { Kysely } from 'kysely'
import type { Leases } from '../../../bot/ports/leases.ts'
import { columnText } from '../column-text.ts'
import type { Tables } from '../tables.ts'

export class SqlLeases implements Leases {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async take(name: string, owner: string, now: number, until: number): Promise<boolean> {
    const taken = await this.#db
      .insertInto('im_leases')
      .values({ name: columnText(name), owner: columnText(owner), until })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet((update) => ({ owner: update.ref('excluded.owner'), until: update.ref('excluded.until') }))
          .where((where) =>
            where.or([where('im_leases.until', '<=', now), where('im_leases.owner', '=', where.ref('excluded.owner'))]),
          ),
      )
      .returning('name')
      .executeTakeFirst()
    return taken !== undefined
  }

  async release(name: string, owner: string): Promise<void> {
    await this.#db
      .deleteFrom('im_leases')
      .where('name', '=', columnText(name))
      .where('owner', '=', columnText(owner))
      .execute()
  }
}
