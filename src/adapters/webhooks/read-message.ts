import { z } from 'zod'
import type { MessageElement, OfflinePushInfo } from '../../diagnostics/im/im-message.ts'
import { eventId } from './event-id.ts'
import { plausibleTime } from './event-time.ts'
import {
  flagField,
  idField,
  infoField,
  listField,
  neededIdField,
  presenceField,
  resultField,
  timeField,
  wholeField,
} from './fields.ts'
import { type EventReading, type ReadEvent, unreadable } from './read-event.ts'

/** More elements than a message of Tencent's largest size is made of by anyone. */
const ELEMENTS = 100

const shared = {
  From_Account: neededIdField,
  MsgSeq: wholeField,
  MsgTime: timeField,
  OnlineOnlyFlag: flagField,
  SendMsgResult: resultField,
  /** What groups say for `SendMsgResult`. A message that was not sent on is told to be so without it, too. */
  ErrorCode: wholeField,
  ErrorInfo: infoField,
  MsgBody: listField(ELEMENTS),
  OfflinePushInfo: z.unknown().optional(),
}

const directMessage = z.object({ ...shared, To_Account: neededIdField, MsgKey: idField, MsgRandom: wholeField })

const groupMessage = z.object({
  ...shared,
  GroupId: neededIdField,
  Type: idField,
  Random: wholeField,
  TopicId: idField,
  EventTime: timeField,
})

const element = z.object({ MsgType: neededIdField, MsgContent: z.unknown().optional() })
const content = z.object({ Desc: presenceField })
const offlinePushInfo = z.object({ PushFlag: wholeField, Title: presenceField, Desc: presenceField })

/** `C2C.CallbackAfterSendMsg`, which also comes for sends that failed. */
export const readDirectMessage: ReadEvent = (value, { command, sdkAppId, receivedAt }): EventReading => {
  const read = directMessage.safeParse(value)
  if (!read.success) return unreadable(read.error)
  const { From_Account: from, To_Account: to, MsgKey, MsgSeq, MsgRandom, MsgTime } = read.data
  const identity = MsgKey === null ? [MsgSeq, MsgRandom, MsgTime ?? receivedAt] : [MsgKey]
  const event = common(read.data)
  return {
    kind: 'event',
    event: {
      ...event,
      // The key is made of numbers that a server which sends for others may give to many messages.
      id: eventId(sdkAppId, command, from, to, event.result, ...identity),
      at: plausibleTime(MsgTime, receivedAt),
      to,
      groupId: null,
      groupType: null,
      messageKey: MsgKey,
      dropped: false,
    },
  }
}

/** `Group.CallbackAfterSendMsg` and `Group.CallbackSendMsgException`, the second for a message that was dropped. */
export const readGroupMessage: ReadEvent = (value, { command, sdkAppId, receivedAt }): EventReading => {
  const read = groupMessage.safeParse(value)
  if (!read.success) return unreadable(read.error)
  const { From_Account: from, GroupId: groupId, Type: groupType, TopicId, MsgSeq, Random } = read.data
  const time = read.data.MsgTime ?? read.data.EventTime
  // The topics of a community each count their own messages.
  const identity = [groupId, TopicId, ...(MsgSeq === null ? [from, Random, time ?? receivedAt] : [MsgSeq])]
  const event = common(read.data)
  return {
    kind: 'event',
    event: {
      ...event,
      id: eventId(sdkAppId, command, event.result, ...identity),
      at: plausibleTime(time, receivedAt),
      to: null,
      // An AVChatRoom takes no notice of the flag.
      onlineOnly: event.onlineOnly && groupType !== 'AVChatRoom',
      groupId,
      groupType,
      messageKey: null,
      dropped: command === 'Group.CallbackSendMsgException',
    },
  }
}

const common = (read: z.infer<z.ZodObject<typeof shared>>) => ({
  kind: 'message' as const,
  from: read.From_Account,
  messageSeq: read.MsgSeq,
  onlineOnly: read.OnlineOnlyFlag,
  result: read.SendMsgResult ?? read.ErrorCode ?? 0,
  info: read.ErrorInfo,
  elements: read.MsgBody.flatMap(elementOf),
  offlinePush: offlinePushOf(read.OfflinePushInfo),
})

/** None where it has no type; of the content no more than whether a notification would have something to show. */
function elementOf(value: unknown): MessageElement[] {
  const { data } = element.safeParse(value)
  if (data === undefined) return []
  const described = data.MsgType === 'TIMCustomElem' && content.safeParse(data.MsgContent).data?.Desc === true
  return [{ type: data.MsgType, described }]
}

function offlinePushOf(value: unknown): OfflinePushInfo | null {
  const { data } = offlinePushInfo.safeParse(value)
  if (data === undefined) return null
  return { disabled: data.PushFlag === 1, title: data.Title, description: data.Desc }
}
