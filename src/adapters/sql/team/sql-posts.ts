import type { Kysely, Selectable } from 'kysely'
import type { ChannelRef } from '../../../bot/ports/channels.ts'
import type { Claim, PostEnd, PostRecord, Posts } from '../../../bot/ports/posts.ts'
import { columnText } from '../column-text.ts'
import { readBody } from '../read-body.ts'
import type { PostsTable, Tables } from '../tables.ts'
import { channelSchema } from './channel-schema.ts'

export class SqlPosts implements Posts {
  readonly #db: Kysely<Tables>

  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  async claim(
    key: string,
    to: ChannelRef,
    { owner, now, until }: { owner: string; now: number; until: number },
  ): Promise<Claim> {
    // One statement, so that of all who ask at once one is told that it is theirs.
    const ours = await this.#db
      .insertInto('im_posts')
      .values({
        key: columnText(key),
        owner: columnText(owner),
        held_until: until,
        may_stand: 0,
        ended: null,
        message: null,
        attempts: 1,
        since: now,
        place: JSON.stringify(to),
      })
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet((update) => ({
            may_stand: update.case().when('im_posts.owner', 'is', null).then(0).else(1).end(),
            owner: update.ref('excluded.owner'),
            held_until: update.ref('excluded.held_until'),
            attempts: update('im_posts.attempts', '+', 1),
          }))
          .where('im_posts.ended', 'is', null)
          .where((where) =>
            where.or([
              where('im_posts.held_until', '<=', now),
              where('im_posts.owner', '=', where.ref('excluded.owner')),
            ]),
          ),
      )
      .returningAll()
      .executeTakeFirst()
    if (ours !== undefined) return { kind: 'ours', mayStand: ours.may_stand === 1, record: recordOf(ours, to) }
    const row = await this.#row(key)
    // Deleted in between: whoever comes again has it.
    if (row === undefined) return { kind: 'held', until: now }
    return row.ended === null ? { kind: 'held', until: row.held_until } : { kind: 'ended', record: recordOf(row, to) }
  }

  release(key: string, owner: string, notBefore: number): Promise<boolean> {
    return this.#end(key, owner, { owner: null, held_until: notBefore })
  }

  settle(key: string, owner: string, end: PostEnd, message: string | null): Promise<boolean> {
    return this.#end(key, owner, {
      owner: null,
      ended: end,
      message: message === null ? null : columnText(message),
    })
  }

  async find(key: string): Promise<PostRecord | null> {
    const row = await this.#row(key)
    return row === undefined ? null : recordOf(row, null)
  }

  async #end(key: string, owner: string, set: Partial<PostsTable>): Promise<boolean> {
    const { numUpdatedRows } = await this.#db
      .updateTable('im_posts')
      .set(set)
      .where('key', '=', columnText(key))
      .where('owner', '=', columnText(owner))
      .where('ended', 'is', null)
      .executeTakeFirst()
    return Number(numUpdatedRows) === 1
  }

  #row(key: string): Promise<Selectable<PostsTable> | undefined> {
    return this.#db.selectFrom('im_posts').selectAll().where('key', '=', columnText(key)).executeTakeFirst()
  }
}

function recordOf(row: Selectable<PostsTable>, to: ChannelRef): PostRecord
function recordOf(row: Selectable<PostsTable>, to: null): PostRecord | null
/** @param to where it goes, in case that what was stored cannot be read */
function recordOf(row: Selectable<PostsTable>, to: ChannelRef | null): PostRecord | null {
  const { key, ended: end, message, attempts, since } = row
  const place = readBody(channelSchema, row.place) ?? to
  return place === null ? null : { key, to: place, end, message, attempts, since }
}
