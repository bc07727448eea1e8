import { z } from 'zod'
import { classifyRefusal } from '../../../diagnostics/im/classify-refusal.ts'
import type { GroupFacts } from '../../../diagnostics/ports/im-service.ts'
import type { Order } from '../call.ts'
import { list, number, text, textOrEmpty, textOrNull } from '../fields.ts'
import { GARBAGE, refused, value } from '../reading.ts'

const answer = z.object({
  GroupInfo: list(z.object({ GroupId: text, ErrorCode: number.catch(0), ErrorInfo: textOrEmpty, Type: textOrNull })),
})

/** @see https://cloud.tencent.com/document/product/269/1616 */
export function groupOrder(groupId: string): Order<GroupFacts> {
  const missing = value<GroupFacts>({ groupId, exists: false, type: null })
  return {
    endpoint: 'v4/group_open_http_svc/get_group_info',
    // Without the filter, the members come along.
    body: { GroupIdList: [groupId], ResponseFilter: { GroupBaseInfoFilter: ['Type'] } },
    read(body, clean) {
      const info = answer.safeParse(body).data?.GroupInfo.find(({ GroupId }) => GroupId === groupId)
      if (info === undefined) return GARBAGE
      if (info.ErrorCode !== 0) {
        const said = clean(info.ErrorInfo)
        return classifyRefusal(info.ErrorCode, said) === 'missing-group' ? missing : refused(info.ErrorCode, said)
      }
      return value({ groupId, exists: true, type: info.Type })
    },
    readRefusal: ({ kind }) => (kind === 'missing-group' ? missing : null),
  }
}
