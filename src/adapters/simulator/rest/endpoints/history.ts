import { z } from 'zod'
import { messageKey, type SimulatedMessage, seconds } from '../../world/message.ts'
import { endpoint } from '../endpoint.ts'
import { answer, refuse } from '../outcome.ts'

/** The pages' samples show no OfflinePushInfo; here a message has it where its sender gave any. */
const pushInfoOf = ({ pushInfo }: SimulatedMessage) => (pushInfo === null ? {} : { OfflinePushInfo: pushInfo })

/**
 * The newest messages of a time span, oldest first. For more, ask again with `MaxTime` and `LastMsgKey` of the answer,
 * which name its oldest message. @see https://trtc.io/document/35478
 */
const getRoamingMessages = endpoint('openim/admin_getroammsg', {
  body: z.object({
    Operator_Account: z.string(),
    Peer_Account: z.string(),
    MaxCnt: z.number().int().min(1),
    MinTime: z.number().int().min(0),
    MaxTime: z.number().int().min(0),
    LastMsgKey: z.string().optional(),
  }),
  malformed: 90_001,
  answer({ Operator_Account, Peer_Account, MaxCnt, MinTime, MaxTime, LastMsgKey }, { world }) {
    if (!world.exists(Operator_Account) || !world.exists(Peer_Account)) return refuse(90_012)
    const pair = [Operator_Account, Peer_Account]
    const between = world
      .messages()
      .filter(
        ({ from, to, stored }) => stored && to !== null && pair.includes(from) && pair.includes(to) && from !== to,
      )
      .filter(({ at }) => seconds(at) >= MinTime && seconds(at) <= MaxTime)
    const last = LastMsgKey === undefined ? -1 : between.findIndex((message) => messageKey(message) === LastMsgKey)
    const candidates = last < 0 ? between : between.slice(0, last)
    const page = candidates.slice(-Math.min(MaxCnt, MOST_DIRECT))
    const oldest = page[0]
    return answer({
      Complete: page.length === candidates.length ? 1 : 0,
      MsgCnt: page.length,
      LastMsgTime: oldest === undefined ? 0 : seconds(oldest.at),
      LastMsgKey: oldest === undefined ? '' : messageKey(oldest),
      MsgList: page.map((message) => ({
        From_Account: message.from,
        To_Account: message.to,
        MsgSeq: message.seq,
        MsgRandom: message.random,
        MsgTimeStamp: seconds(message.at),
        MsgFlagBits: 0,
        IsPeerRead: message.read ? 1 : 0,
        MsgKey: messageKey(message),
        MsgBody: message.body,
        CloudCustomData: '',
        ...pushInfoOf(message),
      })),
    })
  },
})

const MOST_DIRECT = 100
const MOST_IN_GROUPS = 20

/** Newest first. */
const getGroupMessages = endpoint('group_open_http_svc/group_msg_get_simple', {
  body: z.object({
    GroupId: z.string(),
    ReqMsgNumber: z.number().int().min(1).max(MOST_IN_GROUPS),
    ReqMsgSeq: z.number().int().optional(),
  }),
  malformed: 10_004,
  answer({ GroupId, ReqMsgNumber, ReqMsgSeq }, { world }) {
    const group = world.group(GroupId)
    if (group === undefined) return refuse(10_010)
    if (group.type === 'AVChatRoom') return refuse(10_044)
    const stored = world.messages().filter((message) => message.groupId === GroupId && message.stored)
    const upTo = stored.filter(({ seq }) => ReqMsgSeq === undefined || seq <= ReqMsgSeq).reverse()
    return answer({
      GroupId,
      IsFinished: upTo.length <= ReqMsgNumber ? 1 : 0,
      RspMsgList: upTo.slice(0, ReqMsgNumber).map((message) => ({
        From_Account: message.from,
        IsPlaceMsg: 0,
        MsgBody: message.body,
        MsgPriority: 2,
        MsgRandom: message.random,
        MsgSeq: message.seq,
        MsgTimeStamp: seconds(message.at),
        ...pushInfoOf(message),
      })),
    })
  },
})

export const HISTORY_ENDPOINTS = [getRoamingMessages, getGroupMessages]
