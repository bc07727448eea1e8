import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { ImEvent, MessageEvent, PushEvent, StateEvent } from '../../diagnostics/events/event.ts'
import { vendorCounts } from '../../diagnostics/figures/vendor-counts.ts'
import type { EventStore, MessageName, PushReceipts } from '../../diagnostics/ports/event-store.ts'
import type { Span } from '../../diagnostics/ports/im-service.ts'
import type { AppendQueue } from './append-queue.ts'
import { columnText } from './column-text.ts'
import { readEvent } from './event-body.ts'
import { messageColumn, subjectOfGroup, subjectOfUser } from './event-row.ts'
import { newEvent } from './figures/new-event.ts'
import { SqlEventFigures } from './figures/sql-event-figures.ts'
import type { Tables } from './tables.ts'

type Kind = ImEvent['kind']
interface Line {
  column: 'subject' | 'message'
  value: string
  kinds: readonly [Kind, ...Kind[]]
  span: Span | null
}

/** SQLite takes no more than 500 parts in one query, and 999 values in older builds. */
const USERS_AT_ONCE = 100

/** A custom status and the like, as `JSON.stringify` writes it: within a string the quotes would be escaped. */
const NO_CONNECTION = '%"action":"unknown"%'

/** Both ends of a span belong to it. Of events at the same millisecond, the one that was stored later comes first. */
export class SqlEventStore implements EventStore {
  readonly #db: Kysely<Tables>
  readonly #queue: AppendQueue

  constructor(db: Kysely<Tables>, queue: AppendQueue) {
    this.#db = db
    this.#queue = queue
  }

  async append(sdkAppId: number, events: readonly ImEvent[], receivedAt: number): Promise<number> {
    return await this.#queue.append(events.map((event) => newEvent(sdkAppId, event, receivedAt)))
  }

  async ofUser(sdkAppId: number, userId: string, span: Span, most: number): Promise<readonly ImEvent[]> {
    const kinds = ['state', 'push', 'message', 'block'] as const
    return await this.#newest(sdkAppId, { column: 'subject', value: subjectOfUser(userId), kinds, span }, most)
  }

  async ofGroup(sdkAppId: number, groupId: string, span: Span, most: number): Promise<readonly MessageEvent[]> {
    const line: Line = { column: 'subject', value: subjectOfGroup(groupId), kinds: ['message'], span }
    return (await this.#newest(sdkAppId, line, most)).filter((event) => event.kind === 'message')
  }

  async ofMessage(sdkAppId: number, name: MessageName, most: number): Promise<readonly (MessageEvent | PushEvent)[]> {
    const line = { column: 'message', value: messageColumn(name), span: null } as const
    // The sending is the oldest, and in a big group more pushes than `most` would push it out.
    const sent = await this.#newest(sdkAppId, { ...line, kinds: ['message'] }, most)
    const pushed = await this.#newest(sdkAppId, { ...line, kinds: ['push'] }, most - sent.length)
    return [...pushed, ...sent]
      .filter((event) => event.kind === 'message' || event.kind === 'push')
      .sort((one, other) => other.at - one.at)
  }

  async pushReceipts(sdkAppId: number, span: Span): Promise<readonly PushReceipts[]> {
    const counts = await new SqlEventFigures(this.#db).counts(sdkAppId, span, { kinds: ['push'], stepMs: null })
    return vendorCounts(counts).flatMap(({ vendor, accepted, receipts }) =>
      vendor === null ? [] : [{ vendor, accepted, receipts }],
    )
  }

  async ofTask(
    sdkAppId: number,
    of: { userId: string; taskId: string | null; dataId: string },
    most: number,
  ): Promise<readonly PushEvent[]> {
    const named = (column: 'task_id' | 'data_id', value: string) =>
      this.#db
        .selectFrom('im_events')
        .select(['seq', 'at', 'body'])
        .where('sdk_app_id', '=', sdkAppId)
        .where(column, '=', columnText(value))
        .where('subject', '=', subjectOfUser(of.userId))
    const marked = named('data_id', of.dataId)
    // A union of two, not an `or`: each part has its index.
    const either = of.taskId === null ? marked : marked.union(named('task_id', of.taskId))
    const rows = await either.orderBy('at', 'desc').orderBy('seq', 'desc').limit(most).execute()
    return readable(rows).filter((event) => event.kind === 'push')
  }

  async lastStates(
    sdkAppId: number,
    userIds: readonly string[],
    { until, most }: { until: number; most: number },
  ): Promise<ReadonlyMap<string, readonly StateEvent[]>> {
    const condition = sql`kind = 'state' and body not like ${NO_CONNECTION} and at <= ${until}`
    return await this.#newestOfEach(sdkAppId, userIds, condition, most, (event) => event.kind === 'state')
  }

  async lastPushes(
    sdkAppId: number,
    userIds: readonly string[],
    { from, to }: Span,
    most: number,
  ): Promise<ReadonlyMap<string, readonly PushEvent[]>> {
    const condition = sql`kind = 'push' and at >= ${from} and at <= ${to}`
    return await this.#newestOfEach(sdkAppId, userIds, condition, most, (event) => event.kind === 'push')
  }

  async lastReceived(sdkAppId: number): Promise<number | null> {
    const row = await this.#db
      .selectFrom('im_events')
      .select('received_at')
      .where('sdk_app_id', '=', sdkAppId)
      .orderBy('received_at', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row?.received_at ?? null
  }

  /** In the order asked. */
  async #newestOfEach<Event extends PushEvent | StateEvent>(
    sdkAppId: number,
    userIds: readonly string[],
    condition: RawBuilder<unknown>,
    most: number,
    isWanted: (event: ImEvent) => event is Event,
  ): Promise<ReadonlyMap<string, readonly Event[]>> {
    const found = new Map<string, Event[]>()
    const users = [...new Set(userIds)]
    for (let start = 0; start < users.length; start += USERS_AT_ONCE) {
      // Each part takes a few steps down the index, however many events a user has.
      const parts = users.slice(start, start + USERS_AT_ONCE).map(
        (userId, index) => sql`select * from (
          select seq, at, body from im_events
          where sdk_app_id = ${sdkAppId} and subject = ${subjectOfUser(userId)} and ${condition}
          order by at desc, seq desc limit ${most}
        ) as ${sql.ref(`newest_${index}`)}`,
      )
      const all = sql.join(parts, sql` union all `)
      const { rows } = await sql<{ body: string }>`${all} order by at desc, seq desc`.execute(this.#db)
      for (const event of readable(rows)) {
        if (!isWanted(event)) continue
        const known = found.get(event.userId)
        if (known === undefined) found.set(event.userId, [event])
        else known.push(event)
      }
    }
    return new Map(users.flatMap((userId) => (found.has(userId) ? [[userId, found.get(userId) ?? []]] : [])))
  }

  /** Merges the newest of each kind: kind stands before time in the index, which so serves `lastStates` too. */
  async #newest(sdkAppId: number, { column, value, kinds, span }: Line, most: number): Promise<ImEvent[]> {
    if (most <= 0) return []
    const ofKind = (kind: Kind) => {
      const query = this.#db
        .selectFrom('im_events')
        .select(['seq', 'at', 'body'])
        .where('sdk_app_id', '=', sdkAppId)
        .where(column, '=', value)
        .where('kind', '=', kind)
      return span === null ? query : query.where('at', '>=', span.from).where('at', '<=', span.to)
    }
    const [first, ...others] = kinds
    const merged = others.reduce((query, kind) => query.unionAll(ofKind(kind)), ofKind(first))
    return readable(await merged.orderBy('at', 'desc').orderBy('seq', 'desc').limit(most).execute())
  }
}

function readable(rows: readonly { body: string }[]): ImEvent[] {
  return rows.map(({ body }) => readEvent(body)).filter((event) => event !== null)
}
