import { z } from 'zod'
import type { GroupFacts } from '../../../diagnostics/ports/im-service.ts'
import type { Order } from '../call.ts'
import { list, number, text, textOrEmpty, textOrNull } from '../fields.ts'
import { GARBAGE, refused, value } from '../reading.ts'
import { isNoSuchGroup } from './no-such-group.ts'

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
      if (isNoSuchGroup(info.ErrorCode)) return missing
      if (info.ErrorCode !== 0) return refused(info.ErrorCode, clean(info.ErrorInfo))
      return value({ groupId, exists: true, type: info.Type })
    },
    readRefusal: (code) => (isNoSuchGroup(code) ? missing : null),
  }
}
