import type { AppDay } from '../im/app-day.ts'
import type { ImApp } from '../im/im-app.ts'
import type { Answer } from '../im/im-failure.ts'
import type { ImMessage } from '../im/im-message.ts'
import type { InstanceTrace } from '../im/instance-trace.ts'
import type { PushLoss } from '../im/push-loss.ts'
import type { PushStatistics } from '../im/push-statistics.ts'
import type { Secret } from '../secret.ts'
import type { UserState } from '../im/user-state.ts'

/** At most so many UserIDs in one question for states. @see https://cloud.tencent.com/document/product/269/2566 */
export const MOST_STATES = 500

/** A time span, both ends in UNIX milliseconds. */
export interface Span {
  from: number
  to: number
}

export interface GroupFacts {
  groupId: string
  exists: boolean
  /** `Public`, `Private` (work), `ChatRoom` (meeting), `AVChatRoom`, `Community`; others may come. Null: it does not exist. */
  type: string | null
}

export interface MemberFacts {
  member: boolean
  /** `AcceptAndNotify`, `AcceptNotNotify`, `Discard`, or a word that no page lists; null where not said. */
  receiveOption: string | null
}

export interface TestPushOrder {
  userId: string
  /** Sends to this device of the user alone; null: to all. */
  registrationId: Secret | null
  /** Comes back in the callback; at most 64 bytes. */
  caseNumber: string
  title: string
  text: string
  /** `MsgRandom`, 0 to 4294967295: the same for the same order. */
  random: number
}

/**
 * What a diagnosis asks of Tencent's server API. Every call is bounded in time, ends when its signal does, and gives its
 * failure as a value.
 */
export interface ImService {
  /** `openim/query_online_status` with detail: at most MOST_STATES users, one call. In the order asked. */
  userStates(app: ImApp, userIds: readonly string[], signal: AbortSignal): Promise<Answer<readonly UserState[]>>
  /** `im_open_login_svc/account_check`. */
  accountExists(app: ImApp, userId: string, signal: AbortSignal): Promise<Answer<boolean>>
  /** `sns/black_list_check`, both ways: who has whom on the list. */
  blocks(
    app: ImApp,
    pair: { receiver: string; sender: string },
    signal: AbortSignal,
  ): Promise<Answer<{ receiverBlocksSender: boolean; senderBlocksReceiver: boolean }>>
  /** `openconfigsvr/getnospeaking`: seconds for which the user may not send; 0: may, Infinity: for ever. */
  mute(app: ImApp, userId: string, signal: AbortSignal): Promise<Answer<{ direct: number; group: number }>>
  /** `group_open_http_svc/get_group_info`. */
  group(app: ImApp, groupId: string, signal: AbortSignal): Promise<Answer<GroupFacts>>
  /** `group_open_http_svc/get_group_member_info`; null: the group has more members than are looked through. */
  member(app: ImApp, of: { groupId: string; userId: string }, signal: AbortSignal): Promise<Answer<MemberFacts | null>>
  /**
   * `openim/admin_getroammsg` from the receiver's side: messages that `sender` sent to `receiver`, newest first.
   * `complete` is false where there were more than are read.
   */
  directMessages(
    app: ImApp,
    of: { receiver: string; sender: string; span: Span },
    signal: AbortSignal,
  ): Promise<Answer<{ messages: readonly ImMessage[]; complete: boolean }>>
  /** `group_open_http_svc/group_msg_get_simple`: the newest messages, or those up to `seq`; newest first. */
  groupMessages(
    app: ImApp,
    of: { groupId: string; seq: number | null },
    signal: AbortSignal,
  ): Promise<Answer<readonly ImMessage[]>>
  /** `timpush/normal_push_trace`: the devices of one chat push. Tencent keeps it for 7 days; one call a second. */
  pushTrace(app: ImApp, pushId: string, signal: AbortSignal): Promise<Answer<readonly InstanceTrace[]>>
  /** `timpush/all_member_push_trace`: the user's devices in one task. Kept for 7 days; one call a second. */
  taskTrace(
    app: ImApp,
    of: { taskId: string; userId: string },
    signal: AbortSignal,
  ): Promise<Answer<readonly InstanceTrace[]>>
  /** `timpush/normal_push_loss`: at most the last 7 days; one call a second. */
  pushLoss(app: ImApp, span: Span, signal: AbortSignal): Promise<Answer<readonly PushLoss[]>>
  /** `timpush/normal_push_statistics`: at most the last 30 days; one call a second. */
  pushStatistics(app: ImApp, span: Span, signal: AbortSignal): Promise<Answer<PushStatistics>>
  /** `openconfigsvr/getappinfo`: up to 30 days, oldest first. */
  appDays(app: ImApp, signal: AbortSignal): Promise<Answer<readonly AppDay[]>>
  /**
   * `timpush/batch` to one user: shows a real notification, so only with a person's consent, and never tried again.
   * `refusal`: Tencent took the task but refused this user.
   */
  sendTestPush(
    app: ImApp,
    order: TestPushOrder,
    signal: AbortSignal,
  ): Promise<Answer<{ taskId: string | null; refusal: { code: number; info: string } | null }>>
}
