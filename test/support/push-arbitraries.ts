import * as fc from 'fast-check'
import type { ImEvent } from '../../src/diagnostics/events/event.ts'
import type { ImFailure } from '../../src/diagnostics/im/im-failure.ts'
import type { InstanceTrace, StageResult } from '../../src/diagnostics/im/instance-trace.ts'
import type { Case, Evidence, Probed } from '../../src/diagnostics/push/evidence.ts'
import { VENDORS } from '../../src/diagnostics/codes/entry.ts'
import { Secret } from '../../src/diagnostics/secret.ts'
import type { DeviceProbe } from '../../src/diagnostics/push/probes/device-tokens.ts'
import type { VendorReply } from '../../src/diagnostics/vendors/vendor-reply.ts'
import {
  APNS_KEY,
  certificate as certificateOf,
  DAY,
  device,
  IPHONE_TOKEN,
  NOW,
  testImApp,
  trace,
  XIAOMI_KEY,
} from './push-case.ts'

const platform = fc.constantFrom('iPhone', 'iOS', 'Android', 'iPad', 'Web', 'Windows', 'Mac', 'HarmonyOS', 'Unknown')
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 2 })
/** Few moments, so that many events share one. */
const at = fc.oneof(
  fc.constantFrom(0, 1000, 60_000, 3_600_000, DAY, 7 * DAY, 8 * DAY, 31 * DAY).map((ago) => NOW - ago),
  fc.integer({ min: NOW - 40 * DAY, max: NOW + DAY }),
)
const code = fc.constantFrom(0, 0, 0, -1, -2, -198, -201, -203, 33, 400, 403, 410, 503, 10_034, 10_302, 80_100_016, 77)
const info = fc.constantFrom('', 'BadDeviceToken', 'Unregistered', 'regid_invalid', 'code: 33', 'at 1764000000, id 410')
const push = fc.constantFrom('push-1', 'push-2')
const user = fc.constantFrom('bob', 'eve')

const state = fc.constantFrom('Online', 'PushOnline', 'Offline', 'Unknown')

export const anyEvent: fc.Arbitrary<ImEvent> = fc.oneof(
  fc.record({
    id: fc.uuid(),
    kind: fc.constant('state' as const),
    at,
    userId: fc.constant('alice'),
    action: fc.constantFrom('login', 'logout', 'disconnect', 'unknown'),
    reason: maybe(fc.constantFrom('Register', 'TimeOut')),
    platform: maybe(platform),
    kicked: fc.array(platform, { maxLength: 2 }),
  }),
  fc.record({
    id: fc.uuid(),
    kind: fc.constant('push' as const),
    at,
    userId: fc.constant('alice'),
    chat: fc.constantFrom('direct', 'group', 'task'),
    delivery: fc.constantFrom('offline', 'offline', 'offline', 'online'),
    platform: fc.constantFrom(0, 1, 1, 2, 3, 6, 42),
    stage: fc.constantFrom(1, 1, 2, 3, 9),
    code,
    info,
    from: maybe(user),
    groupId: maybe(fc.constant('team')),
    messageKey: maybe(fc.constantFrom('key-1', 'key-2')),
    messageSeq: maybe(fc.constantFrom(1, 2)),
    pushId: maybe(push),
    taskId: maybe(fc.constant('task-1')),
    dataId: fc.constant(null),
  }),
  fc.record({
    id: fc.uuid(),
    kind: fc.constant('block' as const),
    at,
    userId: fc.constant('alice'),
    other: user,
    blocked: fc.boolean(),
  }),
)

const elements = fc.array(
  fc.record({ type: fc.constantFrom('TIMCustomElem', 'TIMTextElem'), described: fc.boolean() }),
  { maxLength: 2 },
)
const offlinePush = maybe(fc.record({ disabled: fc.boolean(), title: fc.boolean(), description: fc.boolean() }))

const anyMessage = fc.record({
  id: fc.uuid(),
  kind: fc.constant('message' as const),
  at,
  from: user,
  to: fc.constant('alice'),
  groupId: maybe(fc.constant('team')),
  groupType: fc.constant(null),
  messageKey: maybe(fc.constantFrom('key-1', 'key-2')),
  messageSeq: maybe(fc.constantFrom(1, 2)),
  onlineOnly: fc.boolean(),
  result: fc.constantFrom(0, 0, 0, 20_006, 20_007, 20_012),
  info: fc.constant(''),
  dropped: fc.boolean(),
  elements,
  offlinePush,
})

const stage: fc.Arbitrary<StageResult> = fc.record({
  status: maybe(fc.constantFrom(0, 1)),
  ok: maybe(fc.boolean()),
  code: maybe(fc.constantFrom('410', 'BadDeviceToken', '-2', '33', 'odd')),
  info,
  time: fc.constant(null),
})

/** Of one instance each, so that no order of them is better than another. */
const anyTraces: fc.Arbitrary<readonly InstanceTrace[]> = fc.uniqueArray(
  fc
    .record({
      instanceId: fc.constantFrom('i-1', 'i-2', 'i-3'),
      pushedAt: maybe(at),
      delivery: maybe(fc.constantFrom('offline' as const, 'online' as const)),
      platform: fc.constantFrom(0, 1, 2, 6),
      token: maybe(fc.constantFrom(IPHONE_TOKEN, 'opaque')),
      certificateId: maybe(fc.constantFrom('11', '22', '99')),
      model: maybe(fc.constant('Model')),
      notifications: fc.constantFrom('on' as const, 'off' as const, 'unknown' as const),
      stages: fc.record({ im: stage, vendor: stage, device: stage, click: stage }),
    })
    .map(({ token, ...rest }) => ({ ...trace(rest), token: token === null ? null : new Secret(token) })),
  { selector: ({ instanceId }) => instanceId, maxLength: 3 },
)

const imFailed: fc.Arbitrary<ImFailure> = fc.record({
  endpoint: fc.constantFrom('v4/a/b', 'v4/c/d'),
  kind: fc.constantFrom('refused', 'rate-limited', 'unreachable', 'timeout', 'http', 'garbage', 'cancelled'),
  code: maybe(fc.constantFrom(70_003, 60_026, 60_020, 90_045, 70_107, 12_345)),
  httpStatus: maybe(fc.constant(500)),
  info: fc.constantFrom('', 'some words'),
  attempts: fc.constant(1),
})

/** "No such thing", which is an answer. */
const imMissing: fc.Arbitrary<ImFailure> = fc.record({
  endpoint: fc.constantFrom('v4/a/b', 'v4/c/d'),
  kind: fc.constant('refused'),
  code: fc.constantFrom(90_049, 10_010, 10_044, 30_003),
  httpStatus: fc.constant(200),
  info: fc.constantFrom('', 'some words'),
  attempts: fc.constant(1),
})

const failure: fc.Arbitrary<Probed<never>> = fc
  .oneof(
    fc.constant({ source: 'store' as const }),
    fc.constant({ source: 'timeout' as const, afterMs: 10_000 }),
    fc.record({
      source: fc.constant('im' as const),
      failure: imFailed,
    }),
  )
  .map((why) => ({ kind: 'failed', failure: why, ms: 3 }))

const probed = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Probed<Value>> =>
  fc.oneof(
    { weight: 4, arbitrary: value.map((each): Probed<Value> => ({ kind: 'seen', value: each, ms: 2 })) },
    { weight: 1, arbitrary: failure },
    { weight: 1, arbitrary: imMissing.map((refusal): Probed<Value> => ({ kind: 'absent', refusal, ms: 2 })) },
    { weight: 1, arbitrary: fc.constant<Probed<Value>>({ kind: 'skipped' }) },
  )

const newestFirst = <Event extends { at: number }>(events: readonly Event[]): Event[] =>
  events.toSorted((one, other) => other.at - one.at)

const reply: fc.Arbitrary<VendorReply> = fc.oneof(
  fc.record({
    kind: fc.constant('accepted' as const),
    notifications: maybe(fc.constantFrom('on' as const, 'off' as const)),
    otherEnvironment: fc.boolean(),
    info,
  }),
  fc.record({
    kind: fc.constant('refused' as const),
    about: maybe(fc.constantFrom('token', 'credential', 'permission', 'quota', 'payload', 'server')),
    code: fc.constantFrom('BadDeviceToken', 'Unregistered', 'UNREGISTERED', '10302', '80300007', '33', 'odd'),
    http: maybe(fc.constantFrom(200, 400, 403, 410)),
    info,
    deadSince: maybe(at),
  }),
  fc.record({
    kind: fc.constant('unanswered' as const),
    reason: fc.constantFrom('timeout', 'unreachable', 'broken', 'busy', 'cancelled'),
    http: maybe(fc.constantFrom(429, 500, 503)),
    info,
    retryAfterMs: maybe(fc.constant(1000)),
  }),
)

const deviceProbes: fc.Arbitrary<DeviceProbe> = fc.record({
  device: fc
    .record({ model: maybe(fc.constant('Model')), seenAt: at, source: fc.constantFrom('trace', 'registry') })
    .map(device),
  certificate: fc
    .record({
      vendor: fc.constantFrom(...VENDORS),
      id: fc.constantFrom('11', '22'),
      held: fc.constantFrom(APNS_KEY, XIAOMI_KEY),
    })
    .map(({ held, ...rest }) => certificateOf({ ...rest, credential: held })),
  way: maybe(
    fc.record({
      certainty: fc.constantFrom('documented', 'observed', 'hint'),
      onPhone: fc.constantFrom('nothing', 'wakes-app', 'notification'),
    }),
  ),
  reply: maybe(reply),
  at: fc.constant(NOW),
})

const evidence: fc.Arbitrary<Evidence> = fc.record({
  state: probed(
    fc.record({
      userId: fc.constant('alice'),
      exists: fc.boolean(),
      state,
      clients: fc.array(fc.record({ platform, state }), { maxLength: 3 }),
      errorCode: fc.constant(null),
    }),
  ),
  account: probed(fc.boolean()),
  history: probed(
    fc.record({
      events: fc.array(anyEvent, { maxLength: 8 }).map(newestFirst),
      lastState: fc.constant(null),
      lastReceived: maybe(at),
      receipts: fc.array(fc.record({ vendor: fc.constantFrom(...VENDORS), accepted: fc.nat(9), receipts: fc.nat(1) }), {
        maxLength: 3,
      }),
    }),
  ),
  message: probed(
    fc.record({
      sent: fc.array(anyMessage, { maxLength: 2 }).map(newestFirst),
      roaming: fc
        .array(
          fc.record({
            key: maybe(fc.constantFrom('key-1', 'key-2')),
            seq: maybe(fc.constantFrom(1, 2)),
            at,
            from: user,
            elements,
            offlinePush,
            gone: fc.constant(false),
            read: maybe(fc.boolean()),
          }),
          { maxLength: 2 },
        )
        .map(newestFirst),
      failure: maybe(imFailed),
      absent: maybe(imMissing),
      withdrawn: fc.boolean(),
      stray: fc.option(
        fc.record({
          reason: fc.constantFrom('own', 'notice', 'other-receiver', 'other-sender'),
          from: fc.constantFrom('alice', 'bob'),
          to: fc.constantFrom(null, 'carol'),
        }),
        { nil: null, freq: 8 },
      ),
      complete: fc.boolean(),
      from: maybe(user),
      groupId: maybe(fc.constant('team')),
      pushes: fc
        .array(anyEvent, { maxLength: 3 })
        .map((all) => newestFirst(all.flatMap((event) => (event.kind === 'push' ? [event] : [])))),
    }),
  ),
  blocks: probed(fc.record({ receiverBlocksSender: fc.boolean(), senderBlocksReceiver: fc.boolean() })),
  mute: probed(
    fc.record({
      direct: fc.constantFrom(0, 60, Number.POSITIVE_INFINITY),
      group: fc.constantFrom(0, 60),
    }),
  ),
  group: probed(
    fc.record({
      groupId: fc.constant('team'),
      exists: fc.boolean(),
      type: maybe(fc.constantFrom('Public', 'ChatRoom', 'AVChatRoom')),
    }),
  ),
  member: probed(
    maybe(
      fc.record({ member: fc.boolean(), receiveOption: maybe(fc.constantFrom('AcceptAndNotify', 'AcceptNotNotify')) }),
    ),
  ),
  trace: probed(anyTraces),
  taskTrace: probed(anyTraces),
  loss: probed(
    fc.array(
      fc.record({
        phase: fc.constant('ready' as const),
        platform: maybe(fc.constant(1)),
        code: fc.constantFrom('-1', '-2'),
        count: fc.constantFrom(0, 40),
        info: fc.constant(''),
      }),
      { maxLength: 2 },
    ),
  ),
  devices: probed(fc.constant([])),
  tokens: probed(fc.array(deviceProbes, { maxLength: 3 })),
})

const certificate = fc.record({
  id: fc.constantFrom('11', '22'),
  vendor: fc.constantFrom(...VENDORS),
  environment: maybe(fc.constantFrom('production' as const, 'development' as const)),
  expiresAt: maybe(at),
  credential: maybe(fc.constantFrom(APNS_KEY, XIAOMI_KEY)),
})

/** A case of any evidence whatsoever, also of such as no server would give. */
export const anyCase: fc.Arbitrary<Case> = fc.record({
  question: fc.record({
    app: fc
      .record({
        push: fc.constantFrom('timpush' as const, 'self-integrated' as const),
        certificates: fc.array(certificate, { maxLength: 2 }),
      })
      .map(testImApp),
    userId: fc.constant('alice'),
    message: maybe(fc.constant('key-1')),
    from: maybe(user),
    groupId: maybe(fc.constant('team')),
    since: fc.constant(NOW - DAY),
  }),
  evidence,
  now: fc.constant(NOW),
})
