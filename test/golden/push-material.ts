import type { Device } from '../../src/diagnostics/devices/device.ts'
import type { ImEvent } from '../../src/diagnostics/events/event.ts'
import type { UserState } from '../../src/diagnostics/im/user-state.ts'
import type { Case, Evidence } from '../../src/diagnostics/push/evidence.ts'
import { pushFinding } from '../../src/diagnostics/push/push-finding.ts'
import type { TestPushResult, TestStage } from '../../src/diagnostics/push/test-push.ts'
import { Secret } from '../../src/diagnostics/secret.ts'
import {
  blockEvent,
  DAY,
  failedWith,
  history,
  HOUR,
  IPHONE_TOKEN,
  messageEvent,
  messageFactsOf,
  MINUTE,
  NOW,
  OFFLINE,
  PASSED,
  pushCase,
  pushEvent,
  REACHABLE,
  refusedWith,
  seenAs,
  stateEvent,
  STORE_DOWN,
  trace,
  UNREGISTERED,
  userState,
  XIAOMI,
} from '../support/push-case.ts'

const XIAOMI_DEVICE = {
  platform: XIAOMI,
  instanceId: 'instance-2',
  model: 'Mi 14',
  system: 'Android',
  certificateId: '12',
}

/** The vendor knows the token no longer, and the phone shows no notifications either. */
export const DEAD_TOKEN: Case = pushCase({
  history: seenAs(history([pushEvent(3 * HOUR, { ...UNREGISTERED, messageKey: 'key-1', pushId: 'push-1' })])),
  trace: seenAs([
    trace({ notifications: 'off', stages: { vendor: refusedWith('410', 'Unregistered') }, pushedAt: NOW - 3 * HOUR }),
  ]),
})

const TWO_PHONES = [
  pushEvent(HOUR, { ...UNREGISTERED, pushId: 'push-2' }),
  pushEvent(HOUR, { platform: XIAOMI, pushId: 'push-2' }),
  pushEvent(HOUR - 5000, { platform: XIAOMI, stage: 2, pushId: 'push-2' }),
]

const FOREGROUND = pushCase({ state: seenAs(userState('Online', 'iPhone', 'Web')) })

/** The same, asked a while ago. */
export const OPEN_APP: Case = { ...FOREGROUND, now: NOW - 5 * MINUTE }

/** The phone of the case before, once its app was closed. */
export const CLOSED_APP = pushCase({ state: seenAs(userState('Online', 'iPhone PushOnline', 'Web Online')) })

const UNREACHABLE = failedWith()

export const WHY_CASES = {
  'dead-token': DEAD_TOKEN,
  healthy: pushCase({
    history: seenAs(
      history([pushEvent(HOUR, { pushId: 'push-3' }), pushEvent(HOUR - 4000, { stage: 2, pushId: 'push-3' })]),
    ),
    trace: seenAs([trace({ stages: { vendor: PASSED, device: PASSED } })]),
  }),
  'two-phones': pushCase({
    state: seenAs(userState('PushOnline', 'iPhone', 'Android')),
    history: seenAs(history(TWO_PHONES)),
    trace: seenAs([
      trace({ stages: { vendor: refusedWith('410', 'Unregistered') } }),
      trace({ ...XIAOMI_DEVICE, stages: { vendor: PASSED, device: PASSED } }),
    ]),
  }),
  'logged-out': pushCase({
    state: seenAs(OFFLINE),
    history: seenAs(
      history([stateEvent(2 * HOUR, 'logout', { reason: 'Unregister' })], {
        lastState: stateEvent(2 * HOUR, 'logout', { reason: 'Unregister' }),
      }),
    ),
  }),
  foreground: FOREGROUND,
  'online-only': pushCase(
    {
      message: seenAs(messageFactsOf({ sent: [messageEvent(20 * MINUTE, { onlineOnly: true })] })),
      blocks: seenAs({ receiverBlocksSender: false, senderBlocksReceiver: false }),
      mute: seenAs({ direct: 0, group: 0 }),
    },
    { message: 'key-asked', from: 'bob' },
  ),
  'nothing-seen': pushCase({
    state: UNREACHABLE,
    account: UNREACHABLE,
    history: STORE_DOWN,
    devices: STORE_DOWN,
  }),
} satisfies Record<string, Case>

/** As far as a diagnosis has come when it is shown for the first time. */
export const HALF_ANSWERED: Partial<Evidence> = {
  state: seenAs(REACHABLE),
  account: UNREACHABLE,
  message: { kind: 'skipped' },
  devices: seenAs([]),
}

const device = (changes: Partial<Device>): Device => ({
  userId: 'alice',
  instanceId: 'instance-1',
  platform: 'iOS',
  vendor: 'apns',
  certificateId: '11',
  token: new Secret(IPHONE_TOKEN),
  registrationId: null,
  model: 'iPhone 15',
  system: 'iOS 19.1',
  sdkVersion: '8.6',
  notifications: 'on',
  seenAt: NOW - HOUR,
  source: 'trace',
  ...changes,
})

export const KNOWN_DEVICES: readonly Device[] = [
  device({}),
  device({
    instanceId: 'instance-2',
    platform: 'Android',
    vendor: 'xiaomi',
    certificateId: null,
    token: null,
    model: 'Mi 14',
    system: 'Android 15',
    notifications: 'off',
    seenAt: NOW - 2 * DAY,
    source: 'registry',
  }),
  device({
    instanceId: 'instance-3',
    platform: 'Android',
    vendor: null,
    certificateId: null,
    token: null,
    model: null,
    system: null,
    sdkVersion: null,
    notifications: 'unknown',
    seenAt: NOW - 6 * DAY,
    source: 'callback',
  }),
]

/** One of every kind. */
export const EVENTS: readonly ImEvent[] = [
  stateEvent(23 * HOUR, 'login', { reason: 'Register', platform: 'Android' }),
  stateEvent(22 * HOUR, 'login', { reason: 'Register', kicked: ['Android'] }),
  stateEvent(21 * HOUR, 'disconnect', { reason: 'LinkClose' }),
  stateEvent(20 * HOUR, 'unknown', { platform: null }),
  messageEvent(19 * HOUR),
  messageEvent(18 * HOUR, { onlineOnly: true }),
  messageEvent(17 * HOUR, { from: 'carol', result: 20_006, info: 'rejected by the callback' }),
  pushEvent(16 * HOUR),
  pushEvent(16 * HOUR - 4000, { stage: 2 }),
  pushEvent(15 * HOUR, { stage: 3 }),
  pushEvent(14 * HOUR, { delivery: 'online' }),
  pushEvent(13 * HOUR, { ...UNREGISTERED }),
  pushEvent(12 * HOUR, { platform: XIAOMI, code: -201 }),
  blockEvent(11 * HOUR, true),
  blockEvent(10 * HOUR, false),
  stateEvent(2 * HOUR, 'logout', { reason: 'Unregister' }),
]

const stage = (name: TestStage['name'], changes: Partial<TestStage> = {}): TestStage => ({
  name,
  outcome: 'unknown',
  code: null,
  info: '',
  at: null,
  online: false,
  ...changes,
})

const SENT = stage('im', { outcome: 'pass', at: NOW - 8000 })
const TAKEN = stage('vendor', { outcome: 'pass', at: NOW - 7000 })
const REFUSED: Partial<TestStage> = { outcome: 'fail', code: '410', info: 'Unregistered', at: NOW - 7000 }

export const testResult = (changes: Partial<TestPushResult> = {}): TestPushResult => ({
  ordered: { kind: 'sent', taskId: 'task-1', at: NOW - 8000 },
  repeated: false,
  stages: [SENT, TAKEN, stage('device'), stage('click')],
  outcome: 'accepted',
  findings: [],
  ...changes,
})

const DELIVERED: Partial<TestPushResult> = {
  outcome: 'delivered',
  stages: [SENT, TAKEN, stage('device', { outcome: 'pass', at: NOW - 5000 }), stage('click')],
}

export const TEST_RESULTS = {
  accepted: testResult(),
  delivered: testResult(DELIVERED),
  failed: testResult({
    outcome: 'failed',
    stages: [SENT, stage('vendor', REFUSED), stage('device'), stage('click')],
    findings: [
      pushFinding(
        'token-invalid',
        { effect: 'blocks', confidence: 'very-likely' },
        { vendor: 'apns', code: '410', info: 'Unregistered', at: NOW - 7000, flaws: [] },
        [],
      ),
    ],
  }),
  alreadySent: testResult({ ...DELIVERED, repeated: true }),
} satisfies Record<string, TestPushResult>

export type TestName = keyof typeof TEST_RESULTS

/** More than a card shows. */
export const MANY_USERS: readonly string[] = ['alice', ...Array.from({ length: 59 }, (_, index) => `user-${index + 2}`)]

const STATES: readonly UserState[] = [
  userState('PushOnline', 'iPhone'),
  userState('Online', 'Android', 'Web'),
  userState('Online', 'Web'),
  OFFLINE,
  { ...OFFLINE, exists: false },
  userState('Online', 'iPhone PushOnline', 'Windows Online'),
]

/** One state after the other, over and over. */
export const MANY_STATES = (userId: string, index: number): UserState => {
  const state = STATES[index % STATES.length] ?? OFFLINE
  return { ...state, userId }
}
