import type { ImEvent, PushEvent } from '../../diagnostics/events/event.ts'
import type { EventStore } from '../../diagnostics/ports/event-store.ts'
import type { Watch } from '../ports/watches.ts'

/** A webhook may come so long after what it tells of, milliseconds. */
const LATE_MS = 2 * 60_000

/** Events of a user that are read at one look. */
const MOST = 500

/** By watch, ids of failures that were told a moment ago: so that those that come late are told, and the others not twice. */
export type ToldFailures = Map<string, ReadonlySet<string>>

/** Pushes to the user that failed since they were last looked through, and that were not told; newest first. */
export async function failedPushes(
  events: EventStore,
  sdkAppId: number,
  { id, userId, seen, createdAt }: Watch,
  told: ToldFailures,
  now: number,
): Promise<readonly PushEvent[]> {
  const known = told.get(id)
  // Another process, or one before, told what there was until then.
  const from = known === undefined ? seen.eventsTo + 1 : Math.max(createdAt + 1, seen.eventsTo - LATE_MS)
  const found = await events.ofUser(sdkAppId, userId, { from, to: now }, MOST)
  return found.filter(isFailure).filter((event) => known?.has(event.id) !== true)
}

const isFailure = (event: ImEvent): event is PushEvent =>
  event.kind === 'push' && event.delivery === 'offline' && event.code !== 0

/** Remembers what was told just now, as long as it would be found again. */
export function rememberTold(told: ToldFailures, watch: Watch, failures: readonly PushEvent[], now: number): void {
  const recent = failures.filter(({ at }) => at > now - LATE_MS).map(({ id }) => id)
  told.set(watch.id, new Set([...recent, ...(now - watch.seen.eventsTo < LATE_MS ? (told.get(watch.id) ?? []) : [])]))
}
