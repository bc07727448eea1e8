import { createHash } from 'node:crypto'
import { PLATFORM_OF, type PushStep, type PushToDevice, type Push } from './push.ts'

/** Versions that all of the cast have. */
const SDK_VERSION = '8.5.6870'

/**
 * `EventTime` and `PushTime`. No page names the zone of these texts; those of scheduled pushes are in UTC.
 * @param at UNIX milliseconds
 */
const timeText = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ')

/** `InstanceTrace[]`: what is known by now of a push to each device. @see https://trtc.io/document/71893 */
export function describeTrace(push: Push): Record<string, unknown>[] {
  return push.devices.map((each) => {
    const { device, delivery, steps } = each
    const isTask = push.cause.kind === 'task'
    return {
      InstanceId: instanceIdOf(push, each),
      PushTime: timeText(push.at),
      DeviceModel: device.model,
      System: device.vendor === 'apns' ? 'iOS' : 'Android',
      SystemVersion: device.systemVersion,
      ...(isTask ? { EventType: delivery === 'offline' ? 1 : 2 } : {}),
      PushPlatform: PLATFORM_OF[device.vendor],
      Token: device.token,
      // A member of ours: no page lists it.
      ...(device.registrationId === undefined ? {} : { RegistrationID: device.registrationId }),
      CertId: device.certificateId,
      SdkVersion: SDK_VERSION,
      PushVersion: SDK_VERSION,
      NotificationStatus: device.notifications === 'on' ? 1 : 0,
      last_active_terminal: 1,
      IMCommitStat: { IMStat: succeeded(push.at) },
      // What we saw of the page ends inside of the second: its members are ours.
      ...(delivery === 'offline'
        ? { OfflinePushStat: offlineStages(push, steps) }
        : { OnlinePushStat: { OnlineStat: stageOf(steps, 2), ClickStat: stageOf(steps, 3) } }),
    }
  })
}

/** A number that lasts as long as the user has the device. */
function instanceIdOf({ userId }: Push, { device }: PushToDevice): string {
  const name = `${userId} ${device.platform} ${device.vendor}`
  return String(createHash('sha256').update(name).digest().readUInt32BE())
}

function offlineStages({ at }: Push, steps: readonly PushStep[]) {
  const first = steps[0]
  if (first?.neverSent === true) return { OfflineStat: stageOf(steps, 1) }
  return {
    ...(first === undefined ? {} : { OfflineStat: succeeded(at) }),
    ChannelStat: stageOf(steps, 1),
    DeviceStat: stageOf(steps, 2),
    ClickStat: stageOf(steps, 3),
  }
}

/** Of a status, the pages only show that 1 is success. */
const nothingYet = { PushStatus: 0, ErrorCode: 0, ErrorInfo: '', EventTime: '' }

function succeeded(at: number) {
  return { PushStatus: 1, ErrorCode: 0, ErrorInfo: 'success', EventTime: timeText(at) }
}

function stageOf(steps: readonly PushStep[], stage: PushStep['stage']) {
  const step = steps.find((each) => each.stage === stage)
  if (step === undefined) return nothingYet
  if (step.code === 0) return succeeded(step.at)
  return { PushStatus: 0, ErrorCode: step.code, ErrorInfo: step.info, EventTime: timeText(step.at) }
}
