import type { Device } from '../../src/diagnostics/devices/device.ts'
import type { BlockEvent, MessageEvent, PushEvent, StateEvent } from '../../src/diagnostics/events/event.ts'

export const APP = 1_400_000_000

let serial = 0
const nextId = () => `event-${++serial}`

export function stateOf(userId: string, at: number, changes: Partial<StateEvent> = {}): StateEvent {
  return {
    id: nextId(),
    at,
    kind: 'state',
    userId,
    action: 'login',
    reason: 'Register',
    platform: 'iOS',
    kicked: [],
    ...changes,
  }
}

export function pushTo(userId: string, at: number, changes: Partial<PushEvent> = {}): PushEvent {
  return {
    id: nextId(),
    at,
    kind: 'push',
    userId,
    chat: 'direct',
    delivery: 'offline',
    platform: 2,
    stage: 1,
    code: 0,
    info: 'ok',
    from: 'bob',
    groupId: null,
    messageKey: null,
    messageSeq: null,
    pushId: 'push-1',
    taskId: null,
    dataId: null,
    ...changes,
  }
}

export function messageTo(to: string | null, at: number, changes: Partial<MessageEvent> = {}): MessageEvent {
  return {
    id: nextId(),
    at,
    kind: 'message',
    from: 'bob',
    to,
    groupId: null,
    groupType: null,
    messageKey: '12_34_1764000000',
    messageSeq: 34,
    onlineOnly: false,
    result: 0,
    info: '',
    dropped: false,
    elements: [{ type: 'TIMTextElem', described: false }],
    offlinePush: null,
    ...changes,
  }
}

export function blockBy(userId: string, at: number, changes: Partial<BlockEvent> = {}): BlockEvent {
  return { id: nextId(), at, kind: 'block', userId, other: 'bob', blocked: true, ...changes }
}

export function deviceOf(userId: string, seenAt: number, changes: Partial<Device> = {}): Device {
  return {
    userId,
    instanceId: 'instance-1',
    platform: 'iOS',
    vendor: 'apns',
    certificateId: '12345',
    token: null,
    registrationId: null,
    model: 'iPhone',
    system: '18.1',
    sdkVersion: '8.0',
    notifications: 'on',
    seenAt,
    source: 'trace',
    ...changes,
  }
}
