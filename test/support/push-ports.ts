import type { Device } from '../../src/diagnostics/devices/device.ts'
import type { ImEvent, MessageEvent, PushEvent, StateEvent } from '../../src/diagnostics/events/event.ts'
import type { Answer } from '../../src/diagnostics/im/im-failure.ts'
import type { DeviceStore } from '../../src/diagnostics/ports/device-store.ts'
import type { EventStore } from '../../src/diagnostics/ports/event-store.ts'
import type { ImService } from '../../src/diagnostics/ports/im-service.ts'
import type { PushVendors } from '../../src/diagnostics/ports/push-vendors.ts'
import type { TestPush, TestPushStore } from '../../src/diagnostics/ports/test-push-store.ts'
import type { DiagnosisPorts } from '../../src/diagnostics/push/gather.ts'
import type { VendorReply, Ways } from '../../src/diagnostics/vendors/vendor-reply.ts'
import { REACHABLE } from './push-case.ts'

/** An answer that never comes, from a port that does not heed its signal. */
export const never = <Value>(): Promise<Value> => new Promise<Value>(() => {})

export const answer = <Value>(value: Value): Promise<Answer<Value>> => Promise.resolve({ ok: true, value })

/** Tencent for a healthy user; each call can be changed. */
export const fakeIm = (changes: Partial<ImService> = {}): ImService => ({
  userStates: (_app, userIds) => answer(userIds.map((userId) => ({ ...REACHABLE, userId }))),
  accountExists: () => answer(true),
  blocks: () => answer({ receiverBlocksSender: false, senderBlocksReceiver: false }),
  mute: () => answer({ direct: 0, group: 0 }),
  group: (_app, groupId) => answer({ groupId, exists: true, type: 'Public' }),
  member: () => answer({ member: true, receiveOption: 'AcceptAndNotify' }),
  directMessages: () => answer({ messages: [], complete: true }),
  groupMessages: () => answer([]),
  pushTrace: () => answer([]),
  taskTrace: () => answer([]),
  pushLoss: () => answer([]),
  pushStatistics: () => answer({ all: { total: null, sent: null, delivered: null, clicked: null }, platforms: [] }),
  appDays: () => answer([]),
  sendTestPush: () => answer({ taskId: 'task-1', refusal: null }),
  ...changes,
})

const newestFirst = <Event extends ImEvent>(events: readonly Event[]): Event[] =>
  events.toSorted((one, other) => other.at - one.at)

export const fakeEvents = (all: readonly ImEvent[] = [], changes: Partial<EventStore> = {}): EventStore => ({
  append: () => Promise.resolve(0),
  ofUser: (_app, _user, { from, to }) => Promise.resolve(newestFirst(all.filter(({ at }) => at >= from && at <= to))),
  ofGroup: (_app, groupId) =>
    Promise.resolve(
      newestFirst(all.filter((event): event is MessageEvent => event.kind === 'message' && event.groupId === groupId)),
    ),
  ofMessage: (_app, name) =>
    Promise.resolve(
      newestFirst(
        all.filter(
          (event): event is MessageEvent | PushEvent =>
            (event.kind === 'message' || event.kind === 'push') &&
            (name.kind === 'direct' ? event.messageKey === name.key : event.messageSeq === name.seq),
        ),
      ),
    ),
  ofTask: (_app, { taskId, dataId }) =>
    Promise.resolve(
      newestFirst(
        all.filter(
          (event): event is PushEvent =>
            event.kind === 'push' && ((taskId !== null && event.taskId === taskId) || event.dataId === dataId),
        ),
      ),
    ),
  lastStates: (_app, userIds, { until, most }) => {
    const states = newestFirst(all).filter(
      (event): event is StateEvent => event.kind === 'state' && event.action !== 'unknown' && event.at <= until,
    )
    const ofUser = (userId: string) => states.filter((event) => event.userId === userId).slice(0, most)
    return Promise.resolve(
      new Map(userIds.map((userId) => [userId, ofUser(userId)] as const).filter(([, { length }]) => length > 0)),
    )
  },
  pushReceipts: () => Promise.resolve([]),
  lastPushes: (_app, userIds, { from, to }, most) => {
    const pushes = newestFirst(all).filter(
      (event): event is PushEvent => event.kind === 'push' && event.at >= from && event.at <= to,
    )
    const ofUser = (userId: string) => pushes.filter((event) => event.userId === userId).slice(0, most)
    return Promise.resolve(
      new Map(userIds.map((userId) => [userId, ofUser(userId)] as const).filter(([, { length }]) => length > 0)),
    )
  },
  lastReceived: () => Promise.resolve(newestFirst(all)[0]?.at ?? null),
  ...changes,
})

export function fakeDevices(known: readonly Device[] = [], changes: Partial<DeviceStore> = {}): DeviceStore {
  const kept = [...known]
  return {
    remember: (_app, devices) => {
      kept.push(...devices)
      return Promise.resolve()
    },
    replace: (_app, userId, source, devices) => {
      const others = kept.filter((device) => device.userId !== userId || device.source !== source)
      kept.splice(0, kept.length, ...others, ...devices)
      return Promise.resolve()
    },
    forget: (_app, userId, source, instanceId) => {
      const isMeant = (device: Device) =>
        device.userId === userId &&
        device.source === source &&
        (instanceId === null || device.instanceId === instanceId)
      const before = kept.length
      kept.splice(0, before, ...kept.filter((device) => !isMeant(device)))
      return Promise.resolve(before - kept.length)
    },
    ofUser: () => Promise.resolve([...kept]),
    ofUsers: (_app, userIds) =>
      Promise.resolve(new Map(userIds.map((userId) => [userId, kept.filter((device) => device.userId === userId)]))),
    ...changes,
  }
}

export function fakeTestPushes(changes: Partial<TestPushStore> = {}): TestPushStore {
  const kept = new Map<string, TestPush>()
  return {
    reserve: (_app, push) => {
      if (kept.has(push.caseNumber)) return Promise.resolve(false)
      kept.set(push.caseNumber, push)
      return Promise.resolve(true)
    },
    sent: (_app, caseNumber, taskId) => {
      const push = kept.get(caseNumber)
      if (push !== undefined) kept.set(caseNumber, { ...push, taskId })
      return Promise.resolve()
    },
    find: (_app, caseNumber) => Promise.resolve(kept.get(caseNumber) ?? null),
    last: (_app, userId, since) =>
      Promise.resolve([...kept.values()].findLast((push) => push.userId === userId && push.at >= since) ?? null),
    ...changes,
  }
}

const KNOWN: VendorReply = { kind: 'accepted', notifications: null, otherEnvironment: false, info: '' }

export const QUIET_WAYS: Ways = {
  credential: { certainty: 'documented', onPhone: 'nothing' },
  token: { certainty: 'documented', onPhone: 'nothing' },
  test: { certainty: 'documented', onPhone: 'notification' },
}

/** Vendors that take everything; each call can be changed. */
export const fakeVendors = (changes: Partial<PushVendors> = {}): PushVendors => ({
  ways: () => QUIET_WAYS,
  probeCredential: () => Promise.resolve(KNOWN),
  probeToken: () => Promise.resolve(KNOWN),
  sendTest: () => Promise.resolve(KNOWN),
  ...changes,
})

export const fakePorts = (changes: Partial<DiagnosisPorts> = {}): DiagnosisPorts => ({
  im: fakeIm(),
  events: fakeEvents(),
  devices: fakeDevices(),
  testPushes: fakeTestPushes(),
  vendors: fakeVendors(),
  ...changes,
})
