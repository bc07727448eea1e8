import { z } from 'zod'
import type { PushEvent } from '../../diagnostics/events/event.ts'
import type { Command } from './command.ts'
import { eventId } from './event-id.ts'
import { plausibleTime } from './event-time.ts'
import { idField, infoField, neededIdField, resultField, timeField, wholeField } from './fields.ts'
import { type EventReading, type ReadEvent, unreadable } from './read-event.ts'

const push = z
  .object({
    /** Of the event itself; null: as the delivery. */
    CallbackCommand: z.enum(['Push.OfflinePush', 'Push.AllMemberPush']).nullable().catch(null),
    EventType: wholeField,
    EventTime: timeField,
    From_Account: idField,
    To_Account: neededIdField,
    PushPlatform: wholeField,
    DeviceType: wholeField,
    PushStage: wholeField,
    MsgKey: idField,
    GroupID: idField,
    MsgSeq: wholeField,
    PushID: idField,
    TaskId: idField,
    DataId: idField,
    ErrCode: resultField,
    ErrInfo: infoField,
  })
  .refine(({ PushStage, ErrCode }) => PushStage !== null || ErrCode !== null, { path: ['PushStage'] })

/** `EventType` says another thing in each of the two. */
const GROUP_MESSAGE = 2
const ONLINE_TASK = 2

/**
 * One event of `Push.OfflinePush` or `Push.AllMemberPush`. An event that names neither a step nor a result is unreadable.
 * @see https://trtc.io/document/67551 and https://trtc.io/document/67552
 */
export const readPush: ReadEvent = (value, delivery): EventReading => {
  const read = push.safeParse(value)
  if (!read.success) return unreadable(read.error)
  const { sdkAppId, receivedAt } = delivery
  const { CallbackCommand, EventType, EventTime, To_Account: userId, PushStage, PushPlatform, ErrCode } = read.data
  const { MsgKey, GroupID, MsgSeq, PushID, TaskId, DataId } = read.data
  const command = CallbackCommand ?? delivery.command
  const kind = kindOf(command, EventType, GroupID)
  const platform = (kind.delivery === 'online' ? (read.data.DeviceType ?? PushPlatform) : PushPlatform) ?? 0
  const stage = PushStage ?? 0
  const code = ErrCode ?? 0
  const identity = [PushID, TaskId, DataId, MsgKey, GroupID, MsgSeq] as const
  const told = EventTime ?? (identity.every((part) => part === null) ? receivedAt : null)
  return {
    kind: 'event',
    event: {
      kind: 'push',
      id: eventId(sdkAppId, command, userId, ...identity, stage, platform, code, told, EventType),
      at: plausibleTime(EventTime, receivedAt),
      userId,
      ...kind,
      platform,
      stage,
      code,
      info: read.data.ErrInfo,
      from: read.data.From_Account,
      groupId: GroupID,
      messageKey: MsgKey,
      messageSeq: MsgSeq,
      pushId: PushID,
      taskId: TaskId,
      dataId: DataId,
    },
  }
}

function kindOf(command: Command, type: number | null, groupId: string | null): Pick<PushEvent, 'chat' | 'delivery'> {
  if (command === 'Push.AllMemberPush') return { chat: 'task', delivery: type === ONLINE_TASK ? 'online' : 'offline' }
  const isGroup = type === null ? groupId !== null : type === GROUP_MESSAGE
  return { chat: isGroup ? 'group' : 'direct', delivery: 'offline' }
}
