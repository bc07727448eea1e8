import { z } from 'zod'
import type { InstanceTrace } from '../../../diagnostics/im/instance-trace.ts'
import type { Order } from '../call.ts'
import { list } from '../fields.ts'
import { GARBAGE, value } from '../reading.ts'
import { instanceTrace } from './trace-fields.ts'

type TraceOrder = Order<readonly InstanceTrace[]>

/** The devices of one chat push. @param now UNIX milliseconds @see https://trtc.io/zh/document/71893 */
export const pushTraceOrder = (pushId: string, now: number): TraceOrder => ({
  endpoint: 'v4/timpush/normal_push_trace',
  body: { PushID: pushId },
  read: readTrace(now),
})

/** One user's devices in one task. @param now UNIX milliseconds @see https://trtc.io/zh/document/71896 */
export const taskTraceOrder = ({ taskId, userId }: { taskId: string; userId: string }, now: number): TraceOrder => ({
  endpoint: 'v4/timpush/all_member_push_trace',
  body: { TaskID: taskId, UserID: userId },
  read: readTrace(now),
})

const readTrace =
  (now: number): TraceOrder['read'] =>
  (body, clean) => {
    const read = z.object({ InstanceTrace: list(instanceTrace(clean, now)) }).safeParse(body)
    return read.success ? value(read.data.InstanceTrace) : GARBAGE
  }
