import { z } from 'zod'
import type { ImMessage } from '../../../diagnostics/im/im-message.ts'
import type { Order } from '../call.ts'
import { GARBAGE, value } from '../reading.ts'
import { groupMessage, messages, newestFirst } from './message-fields.ts'

/** The most that one answer may hold. */
const PAGE = 20

const answer = z.object({ RspMsgList: messages })

/** @see https://cloud.tencent.com/document/product/269/2738 */
export const groupMessagesOrder = ({
  groupId,
  seq,
}: {
  groupId: string
  seq: number | null
}): Order<readonly ImMessage[]> => ({
  endpoint: 'v4/group_open_http_svc/group_msg_get_simple',
  body: { GroupId: groupId, ReqMsgNumber: PAGE, ...(seq === null ? {} : { ReqMsgSeq: seq }) },
  read(body) {
    const read = answer.safeParse(body)
    if (!read.success) return GARBAGE
    return value(read.data.RspMsgList.map(groupMessage).sort(newestFirst))
  },
})
