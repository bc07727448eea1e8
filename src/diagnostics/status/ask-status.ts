import type { StateEvent } from '../events/event.ts'
import type { ImApp } from '../im/im-app.ts'
import type { UserState } from '../im/user-state.ts'
import type { EventStore } from '../ports/event-store.ts'
import type { ImService } from '../ports/im-service.ts'
import { seen, type ProbeFailure } from '../push/evidence.ts'
import { askIm, askStore } from '../push/probe.ts'
import { reachabilityIn, type Reachability } from './reachability.ts'

const BOUND_MS = 12_000

export interface UserStatus {
  state: UserState
  /** The last change that a webhook told of; null: none is known. */
  last: StateEvent | null
  reach: Reachability
}

export interface Status {
  users: readonly UserStatus[]
  /** Why Tencent told no state at all; null: it did. */
  failure: ProbeFailure | null
}

/** The states of up to MOST_STATES users in one call, with what webhooks know of each. In the order asked. */
export async function askStatus(
  { app, userIds }: { app: ImApp; userIds: readonly string[] },
  { im, events }: { im: ImService; events: EventStore },
  { clock, signal }: { clock: () => number; signal: AbortSignal },
): Promise<Status> {
  const run = { clock, signal, boundMs: BOUND_MS }
  const [states, lasts] = await Promise.all([
    askIm(run, (ending) => im.userStates(app, userIds, ending)),
    // Without it the state still stands, only its reason is less sure.
    askStore(run, () => events.lastStates(app.sdkAppId, userIds)),
  ])
  const known = seen(states)
  const now = clock()
  const users = userIds.map((userId, index): UserStatus => {
    const state = known?.[index] ?? { userId, exists: true, state: 'Unknown', clients: [], errorCode: null }
    const last = seen(lasts)?.get(userId) ?? null
    return { state, last, reach: reachabilityIn(app, state, last, now) }
  })
  return { users, failure: states.kind === 'failed' ? states.failure : null }
}
