import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Conversations, Remembered } from '../../bot/ports/conversations.ts'
import { columnText } from './column-text.ts'
import { readBody } from './read-body.ts'
import type { Tables } from './tables.ts'

const remembered = z.object({
  command: z.string(),
  args: z.record(z.string(), z.unknown()),
  snapshot: z.unknown(),
  at: z.number(),
}) satisfies z.ZodType<Remembered>

export class SqlConversations implements Conversations {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async remember(keys: readonly string[], { command, args, snapshot, at }: Remembered): Promise<void> {
    const places = placesOf(keys)
    if (places.length === 0) return
    const body = JSON.stringify({ command, args, snapshot: snapshot ?? null, at })
    await this.#db
      .insertInto('im_conversations')
      .values(places.map((place) => ({ place, at, body })))
      .onConflict((conflict) =>
        conflict
          .column('place')
          .doUpdateSet((update) => ({ at: update.ref('excluded.at'), body: update.ref('excluded.body') })),
      )
      .execute()
  }

  async recall(keys: readonly string[], since: number): Promise<Remembered | null> {
    const places = placesOf(keys)
    if (places.length === 0) return null
    const rows = await this.#db
      .selectFrom('im_conversations')
      .select('body')
      .where('place', 'in', places)
      .where('at', '>=', since)
      .orderBy('at', 'desc')
      .orderBy('place')
      .execute()
    return rows.map(({ body }) => readBody(remembered, body)).find((found) => found !== null) ?? null
  }
}

/** Each once, and always in the same order, so that two writers never wait for each other. */
function placesOf(keys: readonly string[]): readonly string[] {
  return [...new Set(keys.map(columnText))].sort()
}
