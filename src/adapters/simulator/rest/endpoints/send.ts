import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { messageKey, newMessage, seconds, wholeSecond } from '../../world/message.ts'
import { endpoint } from '../endpoint.ts'
import { answer, refuse } from '../outcome.ts'

const UINT32 = z.number().int().min(0).max(4_294_967_295)

/** What both kinds of messages carry. */
const MESSAGE = {
  From_Account: z.string().optional(),
  MsgBody: z.array(z.object({ MsgType: z.string(), MsgContent: z.record(z.string(), z.unknown()) })).min(1),
  ForbidCallbackControl: z.array(z.string()).default([]),
  OfflinePushInfo: z
    .object({ PushFlag: z.number().optional(), Title: z.string().optional(), Desc: z.string().optional() })
    .optional(),
}

const tells = (forbidden: readonly string[]): boolean => !forbidden.includes('ForbidAfterSendMsgCallback')

/**
 * Sends to one user. As in reality it looks neither at block lists nor at do-not-disturb.
 * @see https://trtc.io/document/34919
 */
const sendMessage = endpoint('openim/sendmsg', {
  body: z.object({
    ...MESSAGE,
    To_Account: z.string(),
    MsgSeq: UINT32.optional(),
    MsgRandom: UINT32,
    /** Seconds; 0: only for those who are online. */
    MsgLifeTime: z.number().int().min(0).max(604_800).default(604_800),
  }),
  malformed: 90_001,
  answer(body, { world, traffic, now }) {
    const from = body.From_Account ?? world.app.administrators[0] ?? 'administrator'
    if (!world.exists(from)) return refuse(90_008)
    if (!world.exists(body.To_Account)) return refuse(90_012)
    const onlineOnly = body.MsgLifeTime === 0
    const message = newMessage({
      from,
      to: body.To_Account,
      seq: body.MsgSeq ?? randomInt(2 ** 31),
      random: body.MsgRandom,
      at: wholeSecond(now),
      body: body.MsgBody,
      pushInfo: body.OfflinePushInfo ?? null,
      onlineOnly,
      stored: !onlineOnly,
    })
    traffic.message(world, message, { tell: tells(body.ForbidCallbackControl) })
    return answer({ MsgTime: seconds(message.at), MsgKey: messageKey(message) })
  },
})

const sendGroupMessage = endpoint('group_open_http_svc/send_group_msg', {
  body: z.object({ ...MESSAGE, GroupId: z.string(), Random: UINT32, OnlineOnlyFlag: z.number().default(0) }),
  malformed: 10_004,
  answer(body, { world, traffic, now }) {
    const group = world.group(body.GroupId)
    if (group === undefined) return refuse(10_010)
    const from = body.From_Account ?? world.app.administrators[0] ?? 'administrator'
    if (!world.exists(from)) return refuse(10_019)
    if (group.members[from] === undefined && !world.app.administrators.includes(from)) return refuse(10_007)
    const before = world.messages().filter((each) => each.groupId === body.GroupId)
    const onlineOnly = body.OnlineOnlyFlag === 1 && group.type !== 'AVChatRoom'
    const message = newMessage({
      from,
      groupId: body.GroupId,
      seq: Math.max(0, ...before.map(({ seq }) => seq)) + 1,
      random: body.Random,
      at: wholeSecond(now),
      body: body.MsgBody,
      pushInfo: body.OfflinePushInfo ?? null,
      onlineOnly,
      stored: !onlineOnly && group.type !== 'AVChatRoom',
    })
    traffic.message(world, message, { tell: tells(body.ForbidCallbackControl) })
    return answer({ MsgTime: seconds(message.at), MsgSeq: message.seq })
  },
})

export const SEND_ENDPOINTS = [sendMessage, sendGroupMessage]
