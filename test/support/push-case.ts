import type { BlockEvent, MessageEvent, PushEvent, StateEvent } from '../../src/diagnostics/events/event.ts'
import type { ImApp } from '../../src/diagnostics/im/im-app.ts'
import type { ImFailure } from '../../src/diagnostics/im/im-failure.ts'
import type { ImMessage } from '../../src/diagnostics/im/im-message.ts'
import type { InstanceTrace, StageResult, TraceStage } from '../../src/diagnostics/im/instance-trace.ts'
import { vendorOfPlatform } from '../../src/diagnostics/im/push-platform.ts'
import type { Client, ClientState, UserState } from '../../src/diagnostics/im/user-state.ts'
import type {
  Case,
  Evidence,
  History,
  MessageFacts,
  Probed,
  PushQuestion,
} from '../../src/diagnostics/push/evidence.ts'
import { Secret } from '../../src/diagnostics/secret.ts'

export const NOW = Date.parse('2026-11-25T12:00:00Z')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const APNS = 1
export const XIAOMI = 2

export const testImApp = (changes: Partial<ImApp> = {}): ImApp => ({
  name: 'prod',
  sdkAppId: 1_400_000_010,
  secretKey: new Secret('k'.repeat(64)),
  previousSecretKeys: [],
  administrators: ['administrator'],
  region: 'china',
  baseUrl: null,
  push: 'timpush',
  certificates: [],
  webhookToken: null,
  ...changes,
})

export const question = (changes: Partial<PushQuestion> = {}): PushQuestion => ({
  app: testImApp(),
  userId: 'alice',
  message: null,
  from: null,
  groupId: null,
  since: NOW - DAY,
  ...changes,
})

export const seenAs = <Value>(value: Value, ms = 5): Probed<Value> => ({ kind: 'seen', value, ms })

export const imFailure = (changes: Partial<ImFailure> = {}): ImFailure => ({
  endpoint: 'v4/openim/query_online_status',
  kind: 'unreachable',
  code: null,
  httpStatus: null,
  info: '',
  attempts: 2,
  ...changes,
})

export const failedWith = (changes: Partial<ImFailure> = {}): Probed<never> => ({
  kind: 'failed',
  failure: { source: 'im', failure: imFailure(changes) },
  ms: 9,
})

export const STORE_DOWN: Probed<never> = { kind: 'failed', failure: { source: 'store' }, ms: 1 }

export const userState = (state: ClientState, ...clients: readonly string[]): UserState => ({
  userId: 'alice',
  exists: true,
  state,
  clients: clients.map((client): Client => {
    const [platform = '', own = state] = client.split(' ')
    return { platform, state: own as ClientState }
  }),
  errorCode: null,
})

/** Waits for pushes on an iPhone. */
export const REACHABLE = userState('PushOnline', 'iPhone')
export const OFFLINE = userState('Offline')

export const history = (events: History['events'], changes: Partial<History> = {}): History => ({
  events: events.toSorted((one, other) => other.at - one.at),
  lastState: null,
  lastReceived: NOW - MINUTE,
  ...changes,
})

export const messageFactsOf = (changes: Partial<MessageFacts> = {}): MessageFacts => ({
  sent: [],
  roaming: [],
  failure: null,
  complete: true,
  from: 'bob',
  groupId: null,
  pushes: [],
  ...changes,
})

const SKIPPED = { kind: 'skipped' } as const

export const evidenceOf = (changes: Partial<Evidence> = {}): Evidence => ({
  state: seenAs(REACHABLE),
  account: seenAs(true),
  history: seenAs(history([])),
  message: SKIPPED,
  blocks: SKIPPED,
  mute: SKIPPED,
  group: SKIPPED,
  member: SKIPPED,
  trace: SKIPPED,
  taskTrace: SKIPPED,
  loss: SKIPPED,
  devices: seenAs([]),
  ...changes,
})

/** A healthy user, apart from what is changed. */
export const pushCase = (evidence: Partial<Evidence> = {}, asked: Partial<PushQuestion> = {}): Case => ({
  question: question(asked),
  evidence: evidenceOf(evidence),
  now: NOW,
})

let count = 0
const id = (): string => `event-${String(++count).padStart(6, '0')}`

export const stateEvent = (
  ago: number,
  action: StateEvent['action'],
  changes: Partial<StateEvent> = {},
): StateEvent => ({
  id: id(),
  kind: 'state',
  at: NOW - ago,
  userId: 'alice',
  action,
  reason: null,
  platform: 'iPhone',
  kicked: [],
  ...changes,
})

/** A chat push handed to APNs, taken; each a push of its own unless `pushId` is given. */
export function pushEvent(ago: number, changes: Partial<PushEvent> = {}): PushEvent {
  const own = id()
  return {
    id: own,
    kind: 'push',
    at: NOW - ago,
    userId: 'alice',
    chat: 'direct',
    delivery: 'offline',
    platform: APNS,
    stage: 1,
    code: 0,
    info: '',
    from: 'bob',
    groupId: null,
    messageKey: `key-${own}`,
    messageSeq: null,
    pushId: `push-${own}`,
    taskId: null,
    dataId: null,
    ...changes,
  }
}

export const UNREGISTERED = { code: 410, info: 'Unregistered' }

export const messageEvent = (ago: number, changes: Partial<MessageEvent> = {}): MessageEvent => ({
  id: id(),
  kind: 'message',
  at: NOW - ago,
  from: 'bob',
  to: 'alice',
  groupId: null,
  groupType: null,
  messageKey: 'key-asked',
  messageSeq: null,
  onlineOnly: false,
  result: 0,
  info: '',
  dropped: false,
  elements: [{ type: 'TIMTextElem', described: false }],
  offlinePush: null,
  ...changes,
})

export const blockEvent = (ago: number, blocked: boolean, other = 'bob'): BlockEvent => ({
  id: id(),
  kind: 'block',
  at: NOW - ago,
  userId: 'alice',
  other,
  blocked,
})

export const roamingMessage = (ago: number, changes: Partial<ImMessage> = {}): ImMessage => ({
  key: 'key-asked',
  seq: null,
  at: NOW - ago,
  from: 'bob',
  elements: [{ type: 'TIMTextElem', described: false }],
  offlinePush: null,
  read: null,
  ...changes,
})

export const UNTOLD: StageResult = { status: null, ok: null, code: null, info: '', time: null }
export const PASSED: StageResult = { ...UNTOLD, status: 1, ok: true }
export const refusedWith = (code: string, info = ''): StageResult => ({ ...UNTOLD, status: 0, ok: false, code, info })

export const IPHONE_TOKEN = 'ab'.repeat(32)

export type TraceChanges = Partial<Omit<InstanceTrace, 'stages' | 'token'>> & {
  token?: string | null
  stages?: Partial<Record<TraceStage, StageResult>>
}

/** An iPhone with all that a push needs, of a push an hour ago; with another platform its token has no shape that tells. */
export function trace({ token: own, stages, ...changes }: TraceChanges = {}): InstanceTrace {
  const platform = changes.platform ?? APNS
  const token = own === undefined ? (platform === APNS ? IPHONE_TOKEN : 'opaque-token') : own
  return {
    instanceId: 'instance-1',
    pushedAt: NOW - HOUR,
    delivery: null,
    vendor: vendorOfPlatform(platform),
    certificateId: '11',
    model: 'iPhone 15',
    system: 'iOS',
    systemVersion: '19.1',
    sdkVersion: '8.6',
    pushVersion: null,
    notifications: 'on',
    ...changes,
    platform,
    token: token === null ? null : new Secret(token),
    stages: { im: PASSED, vendor: UNTOLD, device: UNTOLD, click: UNTOLD, ...stages },
  }
}
