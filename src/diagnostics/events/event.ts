import type { MessageElement, OfflinePushInfo } from '../im/im-message.ts'

interface EventBase {
  /** The same for a redelivery, different for another event: what keeps an event from being stored twice. */
  id: string
  /** When it happened, UNIX milliseconds. */
  at: number
}

/** `State.StateChange`. @see https://cloud.tencent.com/document/product/269/2570 */
export interface StateEvent extends EventBase {
  kind: 'state'
  userId: string
  /** `unknown`: no change of the connection, as a custom status; it tells nothing of where the user is. */
  action: 'login' | 'logout' | 'disconnect' | 'unknown'
  /** `Register`, `Unregister`, `LinkClose`, `TimeOut`, or whatever came; of an unknown action at least its name. */
  reason: string | null
  /** `OptPlatform`: the device it is about, where the server says so. */
  platform: string | null
  /** Platforms that this login threw out. */
  kicked: readonly string[]
}

/** `Push.OfflinePush` and `Push.AllMemberPush`: one step of one push to one user. @see https://cloud.tencent.com/document/product/269/102567 */
export interface PushEvent extends EventBase {
  kind: 'push'
  userId: string
  /** `task`: a push to all, to tags or to named users, such as a test push. */
  chat: 'direct' | 'group' | 'task'
  delivery: 'offline' | 'online'
  /** Raw `PushPlatform`; of online events `DeviceType`. */
  platform: number
  /** 1 handed to the vendor, 2 delivered, 3 clicked; others may come. */
  stage: number
  /** 0: success. Negative numbers are Tencent's, positive ones the vendor's. */
  code: number
  info: string
  from: string | null
  groupId: string | null
  messageKey: string | null
  messageSeq: number | null
  /** What `pushTrace` takes; null for tasks. */
  pushId: string | null
  taskId: string | null
  /** The sender's mark, a case number where the bot sent it. */
  dataId: string | null
}

/** `C2C.CallbackAfterSendMsg`, `Group.CallbackAfterSendMsg` and `Group.CallbackSendMsgException`. No content is kept. */
export interface MessageEvent extends EventBase {
  kind: 'message'
  from: string
  /** The receiver; null in groups. */
  to: string | null
  groupId: string | null
  groupType: string | null
  messageKey: string | null
  messageSeq: number | null
  onlineOnly: boolean
  /** `SendMsgResult`, in groups `ErrorCode`: 0 success, or not told. */
  result: number
  info: string
  /** Tencent did not send it on to the group. */
  dropped: boolean
  elements: readonly MessageElement[]
  /** Null where the callback does not carry it, as the documented ones do not. */
  offlinePush: OfflinePushInfo | null
}

/** `Sns.CallbackBlackListAdd` and `Delete`. */
export interface BlockEvent extends EventBase {
  kind: 'block'
  /** Whose list it is. */
  userId: string
  other: string
  blocked: boolean
}

export type ImEvent = StateEvent | PushEvent | MessageEvent | BlockEvent
