import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Schedule, Schedules } from '../../../bot/ports/schedules.ts'
import { LOCALES } from '../../../bot/texts/locale.ts'
import { columnText } from '../column-text.ts'
import { readBody } from '../read-body.ts'
import { rowNumber } from '../row-number.ts'
import type { Tables } from '../tables.ts'
import { channelSchema } from './channel-schema.ts'

const schedule = z.object({
  app: z.string(),
  cron: z.string(),
  timeZone: z.string(),
  locale: z.enum(LOCALES),
  to: channelSchema,
  createdBy: z.string().nullable(),
  createdAt: z.number(),
}) satisfies z.ZodType<Omit<Schedule, 'id'>>

export class SqlSchedules implements Schedules {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async add(added: Omit<Schedule, 'id'>): Promise<Schedule> {
    const { seq } = await this.#db
      .insertInto('im_schedules')
      .values({ body: JSON.stringify(added) })
      .returning('seq')
      .executeTakeFirstOrThrow()
    return { ...added, id: String(seq) }
  }

  async list(): Promise<readonly Schedule[]> {
    const rows = await this.#db.selectFrom('im_schedules').select(['seq', 'body']).orderBy('seq').execute()
    return rows.flatMap(({ seq, body }) => {
      const read = readBody(schedule, body)
      return read === null ? [] : [{ ...read, id: String(seq) }]
    })
  }

  async remove(id: string): Promise<boolean> {
    const seq = rowNumber(id)
    if (seq === null) return false
    const { numDeletedRows } = await this.#db.deleteFrom('im_schedules').where('seq', '=', seq).executeTakeFirst()
    return Number(numDeletedRows) === 1
  }

  async knownSince(id: string, now: number): Promise<number> {
    const key = columnText(id)
    // It never changes once it is there, and reading costs no write.
    const known = await this.#db
      .selectFrom('im_known_schedules')
      .select('since')
      .where('id', '=', key)
      .executeTakeFirst()
    if (known !== undefined) return known.since
    const { since } = await this.#db
      .insertInto('im_known_schedules')
      .values({ id: key, since: now })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((update) => ({ since: update.ref('im_known_schedules.since') })),
      )
      .returning('since')
      .executeTakeFirstOrThrow()
    return since
  }
}
