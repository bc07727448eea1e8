import { messageKey, type SimulatedMessage, seconds } from '../world/message.ts'
import type { Callback } from './callback.ts'

interface Sending {
  message: SimulatedMessage
  /** `OptPlatform`: what the message was sent with. */
  client: string
}

/** `C2C.CallbackAfterSendMsg`. The pages show no OfflinePushInfo in it. @see https://cloud.tencent.com/document/product/269/2716 */
export function directMessageSent({ message, client }: Sending): Callback {
  return {
    command: 'C2C.CallbackAfterSendMsg',
    at: message.at,
    client,
    body: {
      CallbackCommand: 'C2C.CallbackAfterSendMsg',
      From_Account: message.from,
      To_Account: message.to,
      MsgSeq: message.seq,
      MsgRandom: message.random,
      MsgTime: seconds(message.at),
      MsgKey: messageKey(message),
      OnlineOnlyFlag: message.onlineOnly ? 1 : 0,
      SendMsgResult: 0,
      ErrorInfo: 'send msg succeed',
      UnreadMsgNum: message.onlineOnly || message.read ? 0 : 1,
      MsgBody: message.body,
      CloudCustomData: '',
    },
  }
}

/** `Group.CallbackAfterSendMsg`, or `Group.CallbackSendMsgException` for a message that was dropped. */
export function groupMessageSent({ message, client }: Sending, groupType: string): Callback {
  const command = message.dropped ? 'Group.CallbackSendMsgException' : 'Group.CallbackAfterSendMsg'
  return {
    command,
    at: message.at,
    client,
    body: {
      CallbackCommand: command,
      GroupId: message.groupId,
      Type: groupType,
      From_Account: message.from,
      Operator_Account: message.from,
      Random: message.random,
      ...(message.dropped
        ? { ErrorCode: 10_023, ErrorInfo: 'msg count exceeds limit,please retry later' }
        : { MsgSeq: message.seq, MsgTime: seconds(message.at) }),
      OnlineOnlyFlag: message.onlineOnly ? 1 : 0,
      MsgBody: message.body,
      CloudCustomData: '',
      EventTime: message.at,
    },
  }
}
