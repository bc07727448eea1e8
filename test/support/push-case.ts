import type { BlockEvent, MessageEvent, PushEvent, StateEvent } from '../../src/diagnostics/events/event.ts'
import type { Device } from '../../src/diagnostics/devices/device.ts'
import type { Certificate, ImApp } from '../../src/diagnostics/im/im-app.ts'
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
import type { DeviceProbe } from '../../src/diagnostics/push/probes/device-tokens.ts'
import { Secret } from '../../src/diagnostics/secret.ts'
import type { ApnsKey, XiaomiSecret } from '../../src/diagnostics/vendors/credential.ts'
import type { HeldCertificate } from '../../src/diagnostics/vendors/probe-token.ts'
import type { VendorReply } from '../../src/diagnostics/vendors/vendor-reply.ts'

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
  receipts: [],
  ...changes,
})

export const messageFactsOf = (changes: Partial<MessageFacts> = {}): MessageFacts => ({
  sent: [],
  roaming: [],
  failure: null,
  absent: null,
  withdrawn: false,
  stray: null,
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
  tokens: SKIPPED,
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
  gone: false,
  read: null,
  ...changes,
})

export const UNTOLD: StageResult = { status: null, ok: null, code: null, info: '', time: null }
export const PASSED: StageResult = { ...UNTOLD, status: 1, ok: true }
export const refusedWith = (code: string, info = ''): StageResult => ({ ...UNTOLD, status: 0, ok: false, code, info })

export const XIAOMI_KEY: XiaomiSecret = {
  vendor: 'xiaomi',
  kind: 'app-secret',
  packageName: 'com.example.chat',
  appSecret: new Secret('xiaomi-secret'),
  region: 'china',
  channelId: null,
  baseUrl: null,
}

export const APNS_KEY: ApnsKey = {
  vendor: 'apns',
  kind: 'key',
  key: new Secret('apns-secret'),
  keyId: 'ABCDEFGHIJ',
  teamId: 'KLMNOPQRST',
  topic: 'com.example.chat',
  environment: 'production',
  baseUrl: null,
}

/** Of APNs, for production, with a key that the team holds. */
export const certificate = (changes: Partial<Certificate> = {}): Certificate => ({
  id: '11',
  vendor: 'apns',
  environment: 'production',
  expiresAt: null,
  credential: APNS_KEY,
  ...changes,
})

export const heldCertificate = (changes: Partial<HeldCertificate> = {}): HeldCertificate => ({
  ...certificate(),
  credential: APNS_KEY,
  ...changes,
})

/** An iPhone that the app's own server told of an hour ago. */
export const device = ({ token = IPHONE_TOKEN, ...changes }: DeviceChanges = {}): Device => ({
  userId: 'alice',
  instanceId: 'device-1',
  platform: 'iOS',
  vendor: 'apns',
  certificateId: '11',
  registrationId: null,
  model: 'iPhone 15',
  system: 'iOS 19.1',
  sdkVersion: null,
  notifications: 'unknown',
  seenAt: NOW - HOUR,
  source: 'registry',
  ...changes,
  token: token === null ? null : new Secret(token),
})

export type DeviceChanges = Partial<Omit<Device, 'token'>> & { token?: string | null }

export const accepted = (changes: Partial<Extract<VendorReply, { kind: 'accepted' }>> = {}): VendorReply => ({
  kind: 'accepted',
  notifications: null,
  otherEnvironment: false,
  info: '',
  ...changes,
})

export const refused = (
  code: string,
  changes: Partial<Extract<VendorReply, { kind: 'refused' }>> = {},
): VendorReply => ({
  kind: 'refused',
  about: null,
  code,
  http: 400,
  info: code,
  deadSince: null,
  ...changes,
})

export const unanswered = (
  reason: Extract<VendorReply, { kind: 'unanswered' }>['reason'],
  http: number | null = null,
): VendorReply => ({ kind: 'unanswered', reason, http, info: '', retryAfterMs: null })

/** What the vendor of an iPhone said of its token just now. */
export const deviceProbe = (reply: VendorReply | null, changes: Partial<DeviceProbe> = {}): DeviceProbe => ({
  device: device(),
  certificate: certificate(),
  way: { certainty: 'documented', onPhone: 'nothing' },
  reply,
  at: NOW,
  ...changes,
})

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
    registrationId: null,
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
