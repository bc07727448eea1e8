import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Watch, Watches, WatchSeen } from '../../../bot/ports/watches.ts'
import { LOCALES } from '../../../bot/texts/locale.ts'
import { readBody } from '../read-body.ts'
import { rowNumber } from '../row-number.ts'
import type { Tables } from '../tables.ts'
import { channelSchema } from './channel-schema.ts'

const watch = z.object({
  app: z.string(),
  userId: z.string(),
  to: channelSchema,
  locale: z.enum(LOCALES),
  timeZone: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.number(),
  until: z.number(),
}) satisfies z.ZodType<Omit<Watch, 'id' | 'seen'>>

const watchSeen = z.object({
  reachable: z.boolean().nullable(),
  eventsTo: z.number(),
  told: z.number(),
  toldAt: z.number().nullable(),
}) satisfies z.ZodType<WatchSeen>

/** A watch whose time is over is active until it is ended: whoever ends it has something to say. */
export class SqlWatches implements Watches {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async add(added: Omit<Watch, 'id'>): Promise<Watch> {
    const { seen, ...body } = added
    const { seq } = await this.#db
      .insertInto('im_watches')
      .values({ until: added.until, ended: 0, body: JSON.stringify(body), seen: JSON.stringify(seen) })
      .returning('seq')
      .executeTakeFirstOrThrow()
    return { ...added, id: String(seq) }
  }

  async active(): Promise<readonly Watch[]> {
    const rows = await this.#db
      .selectFrom('im_watches')
      .select(['seq', 'body', 'seen'])
      .where('ended', '=', 0)
      .orderBy('seq')
      .execute()
    return rows.flatMap((row) => {
      const body = readBody(watch, row.body)
      const seen = readBody(watchSeen, row.seen)
      return body === null || seen === null ? [] : [{ ...body, id: String(row.seq), seen }]
    })
  }

  async end(id: string): Promise<boolean> {
    const seq = rowNumber(id)
    if (seq === null) return false
    const { numUpdatedRows } = await this.#db
      .updateTable('im_watches')
      .set({ ended: 1 })
      .where('seq', '=', seq)
      .where('ended', '=', 0)
      .executeTakeFirst()
    return Number(numUpdatedRows) === 1
  }

  async note(id: string, seen: WatchSeen): Promise<void> {
    const seq = rowNumber(id)
    if (seq === null) return
    await this.#db
      .updateTable('im_watches')
      .set({ seen: JSON.stringify(seen) })
      .where('seq', '=', seq)
      .execute()
  }
}
