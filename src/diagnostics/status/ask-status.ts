import type { StateEvent } from '../events/event.ts'
import type { ImApp } from '../im/im-app.ts'
import type { UserState } from '../im/user-state.ts'
import type { DeviceStore } from '../ports/device-store.ts'
import type { EventStore } from '../ports/event-store.ts'
import type { ImService } from '../ports/im-service.ts'
import { lastState, reachOf } from '../push/case-facts.ts'
import { conclude, type PushVerdict } from '../push/conclude.ts'
import { NEWS_FOR, seen, type Case, type Probed, type ProbeFailure } from '../push/evidence.ts'
import { stateUnanswered } from '../push/gather.ts'
import { NO_EVIDENCE } from '../push/no-evidence.ts'
import { askIm, askStore } from '../push/probe.ts'
import { lastPushOf, type LastPush } from './last-push.ts'
import { tellingState, type Reachability } from './reachability.ts'
import { storedTraces } from './stored-traces.ts'

const BOUND_MS = 12_000

/** Events of one kind that are read for all users together, and for any one of them. */
const EVENTS_FOR_ALL = 5000
const EVENTS_FOR_ONE = { least: 20, most: 200 }

export interface UserStatus {
  state: UserState
  /** Null: Tencent did not answer for them. */
  exists: boolean | null
  /** The change that explains the state best; null: none is known. */
  last: StateEvent | null
  reach: Reachability
  /** Null: no push to them is known. */
  push: LastPush | null
  /** Whether an offline push reaches them, as a diagnosis concludes from the same facts. */
  can: Reachability['can']
}

export interface Status {
  users: readonly UserStatus[]
  /** Why Tencent told no state at all; null: it did. */
  failure: ProbeFailure | null
}

export interface StatusPorts {
  im: ImService
  events: EventStore
  devices: Pick<DeviceStore, 'ofUsers'>
}

/** The states of up to MOST_STATES users in one call, with what webhooks know of each: one call to Tencent. In the order asked. */
export async function askStatus(
  { app, userIds }: { app: ImApp; userIds: readonly string[] },
  { im, events, devices }: StatusPorts,
  { clock, signal }: { clock: () => number; signal: AbortSignal },
): Promise<Status> {
  const run = { clock, signal, boundMs: BOUND_MS }
  const { sdkAppId } = app
  const until = clock()
  const span = { from: until - NEWS_FOR, to: until }
  const most = eventsForEach(userIds.length)
  const [states, changes, pushes, known] = await Promise.all([
    askIm(run, (ending) => im.userStates(app, userIds, ending)),
    // Without these the state still stands, only its reason is less sure.
    askStore(run, () => events.lastStates(sdkAppId, userIds, { until, most })),
    askStore(run, () => events.lastPushes(sdkAppId, userIds, span, most)),
    askStore(run, () => devices.ofUsers(sdkAppId, userIds)),
  ])
  const now = clock()
  const users = userIds.map((userId, index): UserStatus => {
    const state = seen(states)?.[index] ?? UNANSWERED(userId)
    const stateChanges = seen(changes)?.get(userId) ?? []
    const pushed = seen(pushes)?.get(userId) ?? []
    const traces = storedTraces(seen(known)?.get(userId) ?? [], pushed)
    const each: Case = {
      question: { app, userId, message: null, from: null, groupId: null, since: now },
      evidence: {
        ...NO_EVIDENCE,
        state: probedState(states, state),
        history: {
          kind: 'seen',
          value: {
            events: [...pushed, ...stateChanges.filter(({ at }) => at >= span.from)].toSorted((a, b) => b.at - a.at),
            lastState: tellingState(stateChanges),
            lastReceived: now,
            receipts: [],
          },
          ms: 0,
        },
        trace: traces.length === 0 ? { kind: 'skipped' } : { kind: 'seen', value: traces, ms: 0 },
      },
      now,
    }
    const concluded = conclude(each)
    return {
      state,
      exists: each.evidence.state.kind === 'seen' ? state.exists : null,
      last: lastState(each),
      reach: reachOf(each)?.reach ?? { can: 'unknown', reason: 'state-unknown' },
      push: lastPushOf(each, concluded.findings),
      can: CAN[concluded.verdict],
    }
  })
  return { users, failure: states.kind === 'failed' ? states.failure : null }
}

const CAN: Readonly<Record<PushVerdict, Reachability['can']>> = {
  'can-receive': 'yes',
  'cannot-receive': 'no',
  unlikely: 'unlikely',
  unknown: 'unknown',
}

export const eventsForEach = (users: number): number =>
  Math.min(EVENTS_FOR_ONE.most, Math.max(EVENTS_FOR_ONE.least, Math.floor(EVENTS_FOR_ALL / Math.max(1, users))))

const UNANSWERED = (userId: string): UserState => ({
  userId,
  exists: true,
  state: 'Unknown',
  clients: [],
  errorCode: null,
})

function probedState(states: Probed<unknown>, state: UserState): Probed<UserState> {
  if (states.kind !== 'seen') return states
  return state.state === 'Unknown' && state.errorCode !== null
    ? { kind: 'failed', failure: { source: 'im', failure: stateUnanswered(state.errorCode) }, ms: 0 }
    : { kind: 'seen', value: state, ms: 0 }
}
