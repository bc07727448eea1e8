import type { StateEvent } from '../events/event.ts'
import type { ImApp } from '../im/im-app.ts'
import type { UserState } from '../im/user-state.ts'
import type { EventStore } from '../ports/event-store.ts'
import type { ImService } from '../ports/im-service.ts'
import { NEWS_FOR, seen, type ProbeFailure } from '../push/evidence.ts'
import { askIm, askStore } from '../push/probe.ts'
import { lastPushOf, type LastPush } from './last-push.ts'
import { reachabilityIn, type Reachability } from './reachability.ts'

const BOUND_MS = 12_000

/** Steps of pushes of one user: enough for the last ones to all of their phones. */
const MOST_PUSHES = 20

export interface UserStatus {
  state: UserState
  /** The last change that a webhook told of; null: none is known. */
  last: StateEvent | null
  reach: Reachability
  /** Null: no push to them is known. */
  push: LastPush | null
  /** Whether an offline push reaches them: what the state allows, as far as the last push does not speak against it. */
  can: Reachability['can']
}

export interface Status {
  users: readonly UserStatus[]
  /** Why Tencent told no state at all; null: it did. */
  failure: ProbeFailure | null
}

/** The states of up to MOST_STATES users in one call, with what webhooks know of each: one call to Tencent. In the order asked. */
export async function askStatus(
  { app, userIds }: { app: ImApp; userIds: readonly string[] },
  { im, events }: { im: ImService; events: EventStore },
  { clock, signal }: { clock: () => number; signal: AbortSignal },
): Promise<Status> {
  const run = { clock, signal, boundMs: BOUND_MS }
  const since = clock() - NEWS_FOR
  const [states, lasts, pushes] = await Promise.all([
    askIm(run, (ending) => im.userStates(app, userIds, ending)),
    // Without it the state still stands, only its reason is less sure.
    askStore(run, () => events.lastStates(app.sdkAppId, userIds)),
    askStore(run, () => events.lastPushes(app.sdkAppId, userIds, { from: since, to: clock() }, MOST_PUSHES)),
  ])
  const known = seen(states)
  const now = clock()
  const users = userIds.map((userId, index): UserStatus => {
    const state = known?.[index] ?? { userId, exists: true, state: 'Unknown', clients: [], errorCode: null }
    const last = seen(lasts)?.get(userId) ?? null
    const reach = reachabilityIn(app, state, last, now)
    const push = lastPushOf({ app, state, last, pushes: seen(pushes)?.get(userId) ?? [] }, now)
    return { state, last, reach, push, can: reach.can === 'yes' && isDoubtful(push) ? 'unlikely' : reach.can }
  })
  return { users, failure: states.kind === 'failed' ? states.failure : null }
}

const isDoubtful = (push: LastPush | null): boolean =>
  push?.kind === 'failed' || (push?.kind === 'accepted' && push.doubtful)
