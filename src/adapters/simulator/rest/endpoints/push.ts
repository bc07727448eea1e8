import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { describeTrace } from '../../world/describe-trace.ts'
import { seconds } from '../../world/message.ts'
import type { Push } from '../../world/push.ts'
import { endpoint } from '../endpoint.ts'
import { answer, refuse } from '../outcome.ts'

/** Milliseconds. */
const KEPT_FOR = 7 * 86_400_000
const MOST_DATA_ID_BYTES = 64

/** A push to named users. @see https://trtc.io/document/67553 */
const pushToUsers = endpoint('timpush/batch', {
  perSecond: 30,
  body: z.object({
    From_Account: z.string(),
    To_Account: z.array(z.string()).min(1),
    MsgRandom: z.number().int().min(0).max(4_294_967_295),
    OfflinePushInfo: z.object({ Title: z.string().optional(), Desc: z.string().optional() }),
    DataId: z.string().default(''),
  }),
  malformed: 90_001,
  answer({ From_Account, To_Account, DataId }, { world, traffic, now }) {
    if (To_Account.length > 500) return refuse(90_011)
    if (Buffer.byteLength(DataId, 'utf8') > MOST_DATA_ID_BYTES) return refuse(90_057)
    if (!world.exists(From_Account)) return refuse(90_008)
    const taskId = `batch_${world.app.sdkAppId}_${seconds(now)}_${randomUUID()}`
    const isKnown = (name: string) => world.exists(name) || world.registered(name) !== null
    for (const userId of new Set(To_Account)) {
      if (isKnown(userId)) traffic.task(world, userId, { kind: 'task', taskId, dataId: DataId })
    }
    const unknown = To_Account.filter((userId) => !isKnown(userId))
    return answer({
      TaskId: taskId,
      ErrorList: unknown.map((userId) => ({
        To_Account: userId,
        ErrorCode: 70_107,
        ErrorInfo: 'account does not exist',
      })),
    })
  },
})

/** An unknown or forgotten push has no devices; no page tells of an error for it. */
const traceOf = (pushes: readonly Push[], now: number, is: (push: Push) => boolean) =>
  answer({ InstanceTrace: pushes.filter((push) => is(push) && push.at > now - KEPT_FOR).flatMap(describeTrace) })

/** The way of a chat message's push, by the PushID of its callbacks. @see https://trtc.io/document/71896 */
const messagePushTrace = endpoint('timpush/normal_push_trace', {
  perSecond: 1,
  body: z.object({ PushID: z.string().min(1) }),
  malformed: 90_001,
  answer: ({ PushID }, { world, now }) =>
    traceOf(world.pushes(), now, ({ id, cause }) => cause.kind === 'message' && id === PushID),
})

/** @see https://trtc.io/document/71893 */
const taskPushTrace = endpoint('timpush/all_member_push_trace', {
  perSecond: 1,
  body: z.object({ TaskID: z.string().min(1), UserID: z.string().min(1) }),
  malformed: 90_001,
  answer: ({ TaskID, UserID }, { world, now }) =>
    traceOf(
      world.pushes(),
      now,
      ({ cause, userId }) => cause.kind === 'task' && cause.taskId === TaskID && userId === UserID,
    ),
})

export const PUSH_ENDPOINTS = [pushToUsers, messagePushTrace, taskPushTrace]
