import type { Device } from '../devices/device.ts'
import type { ImEvent, PushEvent } from '../events/event.ts'
import type { InstanceTrace } from '../im/instance-trace.ts'
import { vendorOfPlatform } from '../im/push-platform.ts'

/** A traced instance as a device. `now` stands in where the trace has no time that could be read. */
export const deviceOf = (userId: string, trace: InstanceTrace, now: number): Device => ({
  userId,
  instanceId: trace.instanceId ?? `${trace.vendor ?? trace.platform} ${trace.model ?? ''}`,
  platform: platformOf(trace),
  vendor: trace.vendor,
  certificateId: trace.certificateId,
  token: trace.token,
  registrationId: trace.registrationId,
  model: trace.model,
  system: [trace.system, trace.systemVersion].filter((part) => part !== null && part !== '').join(' ') || null,
  sdkVersion: trace.sdkVersion,
  notifications: trace.notifications,
  seenAt: trace.pushedAt ?? now,
  source: 'trace',
})

const platformOf = ({ system, vendor }: InstanceTrace): string | null =>
  system ?? (vendor === null ? null : vendor === 'apns' ? 'iOS' : 'Android')

/**
 * All devices that are known, the newest first: those that a trace or a registry told of, and, from callbacks, vendors by
 * which the user was pushed and of which nothing more is known.
 */
export function knownDevices(userId: string, stored: readonly Device[], events: readonly ImEvent[]): readonly Device[] {
  const pushes = events.filter((event): event is PushEvent => event.kind === 'push' && event.platform !== 0)
  const byVendor = [...new Set(pushes.map(({ platform }) => platform))].flatMap((platform): readonly Device[] => {
    const newest = pushes.find((push) => push.platform === platform)
    const vendor = vendorOfPlatform(platform)
    if (newest === undefined || stored.some((device) => device.vendor === vendor)) return []
    return [
      {
        userId,
        instanceId: `push platform ${platform}`,
        platform: vendor === null ? null : vendor === 'apns' ? 'iOS' : 'Android',
        vendor,
        certificateId: null,
        token: null,
        registrationId: null,
        model: null,
        system: null,
        sdkVersion: null,
        notifications: 'unknown',
        seenAt: newest.at,
        source: 'callback',
      },
    ]
  })
  return [...stored, ...byVendor].toSorted((one, other) => other.seenAt - one.seenAt)
}
