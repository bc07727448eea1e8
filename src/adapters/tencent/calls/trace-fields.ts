import { z } from 'zod'
import type { InstanceTrace, StageResult } from '../../../diagnostics/im/instance-trace.ts'
import { vendorOfPlatform } from '../../../diagnostics/im/push-platform.ts'
import { Secret } from '../../../diagnostics/secret.ts'
import { numberOrNull, textOrEmpty, textOrNull } from '../fields.ts'
import { readPushTime } from './push-time.ts'

const stat = z
  .object({ PushStatus: numberOrNull, ErrorCode: textOrNull, ErrorInfo: textOrEmpty, EventTime: textOrNull })
  .nullable()
  .catch(null)

type Stat = z.output<typeof stat>

/** Zero is how the server writes "none" where it writes numbers and ids. */
const noneForZero = (text: string | null): string | null => (text === '0' ? null : text)

const instance = z.object({
  InstanceId: textOrNull,
  PushTime: z.unknown().optional(),
  DeviceModel: textOrNull,
  System: textOrNull,
  SystemVersion: textOrNull,
  EventType: numberOrNull,
  PushPlatform: numberOrNull,
  Token: textOrNull,
  RegistrationID: textOrNull,
  CertId: textOrNull,
  SdkVersion: textOrNull,
  PushVersion: textOrNull,
  NotificationStatus: numberOrNull,
  IMCommitStat: z.object({ IMStat: stat }).catch({ IMStat: null }),
  OfflinePushStat: z
    .object({ OfflineStat: stat, ChannelStat: stat, DeviceStat: stat, ClickStat: stat })
    .catch({ OfflineStat: null, ChannelStat: null, DeviceStat: null, ClickStat: null }),
})

/** One item of `InstanceTrace[]`. @param now UNIX milliseconds */
export const instanceTrace = (clean: (said: string) => string, now: number) =>
  z.unknown().transform((given, context): InstanceTrace => {
    const read = instance.safeParse(given)
    if (!read.success) {
      context.addIssue({ code: 'custom', message: 'not a trace' })
      return z.NEVER
    }
    const raw = read.data
    const untold = untoldIn(given)
    const { OfflineStat, ChannelStat, DeviceStat, ClickStat } = raw.OfflinePushStat
    const stage = (from: Stat) => stageOf(from, clean)
    return {
      instanceId: raw.InstanceId,
      pushedAt: readPushTime(raw.PushTime, now),
      delivery: raw.EventType === 1 ? 'offline' : raw.EventType === 2 ? 'online' : null,
      platform: raw.PushPlatform ?? 0,
      vendor: vendorOfPlatform(raw.PushPlatform ?? 0),
      token: raw.Token === null ? null : new Secret(raw.Token),
      registrationId: raw.RegistrationID === null ? null : new Secret(raw.RegistrationID),
      certificateId: noneForZero(raw.CertId),
      model: raw.DeviceModel,
      system: raw.System,
      systemVersion: raw.SystemVersion,
      sdkVersion: raw.SdkVersion,
      pushVersion: raw.PushVersion,
      notifications: raw.NotificationStatus === 1 ? 'on' : raw.NotificationStatus === 0 ? 'off' : 'unknown',
      ...(untold.length === 0 ? {} : { untold }),
      stages: {
        im: stage(isTold(OfflineStat) ? OfflineStat : raw.IMCommitStat.IMStat),
        vendor: stage(ChannelStat),
        device: stage(DeviceStat),
        click: stage(ClickStat),
      },
    }
  })

/** An empty text, or 0, says that none was reported; a member that is not there says nothing. */
function untoldIn(given: unknown): NonNullable<InstanceTrace['untold']> {
  const has = z.looseObject({}).safeParse(given).data ?? {}
  const isAbsent = (member: string) => has[member] === undefined || has[member] === null
  return [...(isAbsent('Token') ? ['token' as const] : []), ...(isAbsent('CertId') ? ['certificateId' as const] : [])]
}

const isTold = (from: Stat): boolean => from !== null && (from.PushStatus !== null || from.ErrorCode !== null)

function stageOf(from: Stat, clean: (said: string) => string): StageResult {
  if (from === null) return { status: null, ok: null, code: null, info: '', time: null }
  const { PushStatus: status, ErrorInfo, EventTime: time } = from
  const code = noneForZero(from.ErrorCode)
  return { status, ok: code !== null ? false : status === 1 ? true : null, code, info: clean(ErrorInfo), time }
}
