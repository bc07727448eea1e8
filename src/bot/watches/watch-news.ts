import type { PushEvent } from '../../diagnostics/events/event.ts'
import type { UserStatus } from '../../diagnostics/status/ask-status.ts'
import type { Watch } from '../ports/watches.ts'

/** One message in so long a time for each watch, milliseconds. */
const MESSAGE_EVERY_MS = 10 * 60_000

/** What was seen of a watched user at one look. */
export interface WatchLook {
  /** Null: their state could not be seen. */
  status: UserStatus | null
  /** Pushes to them that failed and that were not told yet; newest first. Null: the store could not be asked. */
  failures: readonly PushEvent[] | null
}

/** What there is to tell. */
export interface WatchNews {
  /** They have become reachable; null: not since the last look. */
  reachable: UserStatus | null
  failures: readonly PushEvent[]
}

/**
 * Whether a user can be reached: online, or for an offline push.
 *
 * @returns null: that cannot be told
 */
export function isReachable({ state, reach, can }: UserStatus): boolean | null {
  // That no phone confirmed the last push says little of the next.
  if (state.state === 'Online' || can === 'yes' || (can === 'unknown' && reach.can === 'yes')) return true
  if (state.errorCode !== null || can === 'unknown') return null
  return false
}

/** What is new since the last look; null: nothing. */
export function watchNews({ seen }: Watch, { status, failures }: WatchLook): WatchNews | null {
  const became = status !== null && isReachable(status) === true && seen.reachable !== true
  if (!became && (failures ?? []).length === 0) return null
  return { reachable: became ? status : null, failures: failures ?? [] }
}

/** Too soon after the last message: the next one sums up. */
export const isTooSoon = ({ seen: { toldAt } }: Watch, now: number): boolean =>
  toldAt !== null && now - toldAt < MESSAGE_EVERY_MS
