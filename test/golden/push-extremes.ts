import { VENDORS } from '../../src/diagnostics/codes/entry.ts'
import type { Device } from '../../src/diagnostics/devices/device.ts'
import type { ImEvent } from '../../src/diagnostics/events/event.ts'
import type { Diagnosis } from '../../src/diagnostics/push/diagnose-push.ts'
import type { Case } from '../../src/diagnostics/push/evidence.ts'
import { conclude } from '../../src/diagnostics/push/conclude.ts'
import { pushFinding, type AnyPushFinding } from '../../src/diagnostics/push/push-finding.ts'
import type { TestPushResult } from '../../src/diagnostics/push/test-push.ts'
import { Secret } from '../../src/diagnostics/secret.ts'
import {
  blockEvent,
  failedWith,
  history,
  HOUR,
  messageEvent,
  messageFactsOf,
  MINUTE,
  NOW,
  pushCase,
  pushEvent,
  refusedWith,
  seenAs,
  stateEvent,
  testImApp,
  trace,
  userState,
  XIAOMI,
} from '../support/push-case.ts'
import { testResult } from './push-material.ts'

/** What each platform would read as a mention, emphasis, code, a quote or a link, if it were let. */
export const MARKUP =
  '@everyone <!channel> <@U1> @here **bold** ~~x~~ ||y|| `z` ```f``` [a](https://evil.example) :smile: & <b>'

const filled = (length: number): string => MARKUP.repeat(Math.ceil(length / MARKUP.length)).slice(0, length)

/** As long as a UserID may be, and wide. */
export const LONGEST_USER = `@everyone${'宽'.repeat(23)}`

/** As APNs makes them. */
export const TOKEN = '0f1e2d3c4b5a6978'.repeat(4)

/** Vendors repeat the token that they refuse. */
const INFO = `${filled(60)} ${TOKEN} is @everyone's ${filled(500)}`.slice(0, 500)
const MODEL = filled(100)
const REFUSED = { kind: 'refused', code: 99_999, info: INFO } as const

const PHONES = VENDORS.map((vendor, index) =>
  trace({
    vendor,
    token: TOKEN,
    platform: index + 1,
    instanceId: `instance-${index}`,
    model: MODEL,
    system: MODEL,
    sdkVersion: MODEL,
    certificateId: index % 2 === 0 ? null : MARKUP,
    notifications: 'off',
    stages: { vendor: refusedWith('99999', INFO) },
  }),
)

export const EXTREME_EVENTS: readonly ImEvent[] = Array.from({ length: 100 }, (_, index): readonly ImEvent[] => [
  pushEvent(index * MINUTE, { platform: 1 + (index % 8), code: 410, info: INFO, messageKey: MARKUP, from: MARKUP }),
  messageEvent(index * MINUTE, {
    from: MARKUP,
    result: 20_006,
    info: INFO,
    elements: [{ type: MODEL, described: false }],
  }),
  stateEvent(index * MINUTE, 'login', { platform: MODEL, reason: MARKUP, kicked: [MODEL, MODEL] }),
  stateEvent(index * MINUTE, 'logout', { platform: MODEL, reason: MARKUP }),
  blockEvent(index * MINUTE, index % 2 === 0, MARKUP),
]).flat()

/** Everything is wrong at once, and all that was told is as long as it may be. */
export const EXTREME_CASE: Case = pushCase(
  {
    state: seenAs(
      userState('Online', ...Array.from({ length: 9 }, (_, index) => `@everyone<!channel>${index} Online`)),
    ),
    account: failedWith(REFUSED),
    history: seenAs(history([...EXTREME_EVENTS, pushEvent(HOUR, { platform: XIAOMI, code: -201, info: INFO })])),
    message: seenAs(
      messageFactsOf({
        from: MARKUP,
        groupId: MARKUP,
        sent: [
          messageEvent(HOUR, {
            from: MARKUP,
            onlineOnly: true,
            dropped: true,
            elements: Array.from({ length: 30 }, () => ({ type: MODEL, described: false })),
          }),
        ],
      }),
    ),
    blocks: seenAs({ receiverBlocksSender: true, senderBlocksReceiver: true }),
    mute: seenAs({ direct: 4_294_967_295, group: 4_294_967_295 }),
    group: failedWith({ ...REFUSED, endpoint: MARKUP }),
    member: seenAs(null),
    trace: seenAs(PHONES),
    taskTrace: failedWith({ kind: 'rate-limited', info: INFO }),
    loss: failedWith({ kind: 'unreachable', info: INFO }),
  },
  {
    userId: LONGEST_USER,
    message: MARKUP,
    from: MARKUP,
    groupId: MARKUP,
    app: testImApp({
      certificates: [
        { id: MARKUP, vendor: 'apns', environment: 'development', expiresAt: NOW - HOUR, credential: null },
      ],
    }),
  },
)

export const EXTREME_DEVICES: readonly Device[] = Array.from({ length: 40 }, (_, index) => ({
  userId: 'alice',
  vendor: 'apns',
  notifications: 'off',
  seenAt: NOW,
  source: 'trace',
  token: new Secret(TOKEN),
  registrationId: null,
  instanceId: `instance-${index}`,
  certificateId: MARKUP,
  model: MODEL,
  system: MODEL,
  platform: MODEL,
  sdkVersion: MODEL,
}))

/** More than any card shows. */
const EXTREME_FINDINGS: readonly AnyPushFinding[] = Array.from({ length: 25 }, () =>
  pushFinding(
    'token-invalid',
    { effect: 'blocks', confidence: 'certain' },
    { vendor: 'huawei', code: MARKUP, info: INFO, at: NOW, flaws: [] },
    Array.from({ length: 9 }, () => ({
      kind: 'push-event' as const,
      stage: 1,
      answer: { vendor: 'huawei' as const, code: MARKUP, info: INFO, at: NOW },
      delivery: 'offline' as const,
    })),
  ),
)

const FAILED = { outcome: 'fail', code: MARKUP, info: INFO, at: NOW } as const

export const EXTREME_RESULT: TestPushResult = testResult({
  repeated: true,
  outcome: 'failed',
  stages: testResult().stages.map((stage) => ({ ...stage, ...FAILED })),
  findings: EXTREME_FINDINGS,
})

export const MANY_EXTREME_USERS: readonly string[] = Array.from(
  { length: 500 },
  (_, index) => `@everyone${String(index).padStart(3, '0')}${'宽'.repeat(20)}`,
)

/** As many findings as no case has. */
export const EXTREME_DIAGNOSIS: Diagnosis = {
  ...conclude(EXTREME_CASE),
  findings: EXTREME_FINDINGS,
  case: EXTREME_CASE,
}
