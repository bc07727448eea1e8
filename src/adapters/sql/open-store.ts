import type { Buttons } from '../../bot/ports/buttons.ts'
import type { Cases } from '../../bot/ports/cases.ts'
import type { Conversations } from '../../bot/ports/conversations.ts'
import type { Deliveries } from '../../bot/ports/deliveries.ts'
import type { Incidents } from '../../bot/ports/incidents.ts'
import type { Leases } from '../../bot/ports/leases.ts'
import type { Posts } from '../../bot/ports/posts.ts'
import type { Schedules } from '../../bot/ports/schedules.ts'
import type { Trail } from '../../bot/ports/trail.ts'
import type { Watches } from '../../bot/ports/watches.ts'
import type { EventFigures } from '../../diagnostics/ports/event-figures.ts'
import type { DeviceStore } from '../../diagnostics/ports/device-store.ts'
import type { EventStore } from '../../diagnostics/ports/event-store.ts'
import type { Slots } from '../../diagnostics/ports/slots.ts'
import type { TestPushStore } from '../../diagnostics/ports/test-push-store.ts'

export { StoreOpenError } from './store-open-error.ts'

export interface Store {
  events: EventStore
  devices: DeviceStore
  testPushes: TestPushStore
  slots: Slots
  conversations: Conversations
  figures: EventFigures
  schedules: Schedules
  posts: Posts
  leases: Leases
  watches: Watches
  incidents: Incidents
  cases: Cases
  trail: Trail
  buttons: Buttons
  deliveries: Deliveries
  /** Whether other processes may run the bot over the same database. */
  shared: boolean
  /** Whether the database answers; false too when the signal ends first. */
  ready(signal: AbortSignal): Promise<boolean>
  /**
   * Deletes what is older than `before` (UNIX milliseconds), a little at a time; ends early when the signal does.
   * @returns how many rows it deleted
   */
  prune(before: number, signal: AbortSignal): Promise<number>
  /** Writes what is waiting to be written, then lets go of the database. */
  close(): Promise<void>
}

export interface StoreOptions {
  /** A folder, `:memory:`, or `postgres://…`. */
  url: string
  now: () => number
}

/**
 * Opens the store and brings its schema up to date. Drivers are loaded here and only the one that is needed, so that
 * importing this file costs nothing.
 * @throws StoreOpenError
 */
export async function openStore({ url, now }: StoreOptions): Promise<Store> {
  const { createStore } = await import('./create-store.ts')
  if (/^postgres(ql)?:/i.test(url)) {
    const { openPostgres } = await import('./postgres/open-postgres.ts')
    return createStore(await openPostgres(url, now), now)
  }
  const { openSqlite } = await import('./sqlite/open-sqlite.ts')
  return createStore(await openSqlite(url, now), now)
}
