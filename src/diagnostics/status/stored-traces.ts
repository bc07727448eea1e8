import type { Device } from '../devices/device.ts'
import type { PushEvent } from '../events/event.ts'
import type { InstanceTrace, StageResult } from '../im/instance-trace.ts'
import { platformOfVendor } from '../im/push-platform.ts'

const SAME_PUSH = 60_000

const NOT_KEPT: StageResult = { status: null, ok: null, code: null, info: '', time: null }

/**
 * What the store keeps of the trace of the newest push: its devices. Empty where a push was told since, of which another
 * trace would tell.
 */
export function storedTraces(devices: readonly Device[], pushes: readonly PushEvent[]): readonly InstanceTrace[] {
  const traced = devices.filter(({ source }) => source === 'trace')
  const newest = Math.max(...traced.map(({ seenAt }) => seenAt))
  if (pushes.some(({ at, delivery, stage }) => delivery === 'offline' && stage === 1 && at > newest + SAME_PUSH))
    return []
  const lastPush = Math.max(...pushes.filter(({ delivery }) => delivery === 'offline').map(({ at }) => at))
  // A trace without a time was kept with that of its reading, which is later than its push.
  const timeOf = (seenAt: number) => (pushes.length > 0 && seenAt > lastPush + SAME_PUSH ? null : seenAt)
  return traced
    .filter(({ seenAt }) => seenAt >= newest - SAME_PUSH)
    .map((device) => traceOf(device, timeOf(device.seenAt)))
}

const traceOf = (device: Device, pushedAt: number | null): InstanceTrace => ({
  instanceId: device.instanceId,
  pushedAt,
  delivery: null,
  platform: platformOfVendor(device.vendor),
  vendor: device.vendor,
  token: device.token,
  registrationId: device.registrationId,
  certificateId: device.certificateId,
  model: device.model,
  system: device.platform,
  systemVersion: null,
  sdkVersion: device.sdkVersion,
  pushVersion: null,
  notifications: device.notifications,
  stages: { im: NOT_KEPT, vendor: NOT_KEPT, device: NOT_KEPT, click: NOT_KEPT },
})
