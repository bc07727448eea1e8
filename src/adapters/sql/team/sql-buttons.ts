import type { Kysely } from 'kysely'
import type { Buttons, StoredButton } from '../../../bot/ports/buttons.ts'
import { columnText } from '../column-text.ts'
import type { Tables } from '../tables.ts'

export class SqlButtons implements Buttons {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async keep(key: string, { body, owner, until }: StoredButton): Promise<void> {
    await this.#db
      .insertInto('im_buttons')
      .values({ key: columnText(key), owner: owner === null ? null : columnText(owner), until, body: columnText(body) })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((update) => ({
          owner: update.ref('excluded.owner'),
          until: update.ref('excluded.until'),
          body: update.ref('excluded.body'),
        })),
      )
      .execute()
  }

  async find(key: string, now: number): Promise<StoredButton | null> {
    const row = await this.#db
      .selectFrom('im_buttons')
      .select(['body', 'owner', 'until'])
      .where('key', '=', columnText(key))
      .where('until', '>', now)
      .executeTakeFirst()
    return row ?? null
  }
}
