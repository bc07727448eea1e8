import { z } from 'zod'
import type { ImMessage, MessageElement, OfflinePushInfo } from '../../../diagnostics/im/im-message.ts'
import { list, number, numberOrNull, text, textOrEmpty, textOrNull } from '../fields.ts'

const element = z.object({ MsgType: text, MsgContent: z.object({ Desc: textOrEmpty }).catch({ Desc: '' }) }).transform(
  ({ MsgType, MsgContent }): MessageElement => ({
    type: MsgType,
    described: MsgType === 'TIMCustomElem' && MsgContent.Desc !== '',
  }),
)

const offlinePush = z
  .object({ PushFlag: numberOrNull, Title: textOrEmpty, Desc: textOrEmpty })
  .transform(
    ({ PushFlag, Title, Desc }): OfflinePushInfo => ({
      disabled: PushFlag === 1,
      title: Title !== '',
      description: Desc !== '',
    }),
  )
  .nullable()
  .catch(null)

/** What one-to-one and group messages have in common; contents are left behind here. */
const message = z.object({
  From_Account: text,
  MsgTimeStamp: number,
  MsgSeq: numberOrNull,
  MsgRandom: numberOrNull,
  MsgKey: textOrNull,
  MsgBody: list(element),
  OfflinePushInfo: offlinePush,
  IsPeerRead: numberOrNull,
  /** In groups. Not 0: the message itself is gone, and this only holds its place. */
  IsPlaceMsg: numberOrNull,
  /** One-to-one. */
  MsgFlagBits: numberOrNull,
})

export const messages = list(message)

type RawMessage = z.output<typeof message>

export function directMessage(raw: RawMessage): ImMessage {
  const { MsgSeq, MsgRandom, MsgTimeStamp, IsPeerRead } = raw
  const made = MsgSeq === null || MsgRandom === null ? null : `${MsgSeq}_${MsgRandom}_${MsgTimeStamp}`
  return { ...common(raw), key: raw.MsgKey ?? made, read: IsPeerRead === null ? null : IsPeerRead === 1 }
}

export const groupMessage = (raw: RawMessage): ImMessage => ({ ...common(raw), key: null, read: null })

const WITHDRAWN = 8

const common = ({
  From_Account,
  MsgTimeStamp,
  MsgSeq,
  MsgBody,
  OfflinePushInfo,
  IsPlaceMsg,
  MsgFlagBits,
}: RawMessage) => ({
  seq: MsgSeq,
  at: MsgTimeStamp * 1_000,
  from: From_Account,
  elements: MsgBody,
  offlinePush: OfflinePushInfo,
  gone: (IsPlaceMsg ?? 0) !== 0 || ((MsgFlagBits ?? 0) & WITHDRAWN) !== 0,
})

export const newestFirst = (one: ImMessage, other: ImMessage): number =>
  other.at - one.at || (other.seq ?? 0) - (one.seq ?? 0)
