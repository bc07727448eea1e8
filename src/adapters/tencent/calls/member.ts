import { z } from 'zod'
import type { Answer } from '../../../diagnostics/im/im-failure.ts'
import type { MemberFacts } from '../../../diagnostics/ports/im-service.ts'
import type { Order } from '../call.ts'
import { list, numberOrNull, text, textOrNull } from '../fields.ts'
import { GARBAGE, value } from '../reading.ts'

/** The most that one answer may hold. */
const PAGE = 6_000
const MOST_PAGES = 2
/** The answer would be longer than the server sends. */
const TOO_LONG = 10018

const answer = z.object({
  MemberNum: numberOrNull,
  MemberList: list(z.object({ Member_Account: text, MsgFlag: textOrNull })),
  Next: textOrNull.transform((next) => (next === '0' ? null : next)),
})

/** Communities tell where the next page starts; other groups are counted. */
type Start = { offset: number; next: string | null }
type Page = { found: MemberFacts } | { goesOn: Start } | 'too-many'

const NO_MEMBER: MemberFacts = { member: false, receiveOption: null }

/** Looks for one member page by page. @see https://cloud.tencent.com/document/product/269/1617 */
export async function findMember(
  { groupId, userId }: { groupId: string; userId: string },
  call: (order: Order<Page>) => Promise<Answer<Page>>,
): Promise<Answer<MemberFacts | null>> {
  let start: Start = { offset: 0, next: null }
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await call(pageOrder(groupId, userId, start))
    if (!page.ok) return page
    if (page.value === 'too-many') break
    if ('found' in page.value) return { ok: true, value: page.value.found }
    start = page.value.goesOn
  }
  return { ok: true, value: null }
}

const pageOrder = (groupId: string, userId: string, { offset, next }: Start): Order<Page> => ({
  endpoint: 'v4/group_open_http_svc/get_group_member_info',
  body: {
    GroupId: groupId,
    MemberInfoFilter: ['Member_Account', 'MsgFlag'],
    Limit: PAGE,
    ...(next === null ? { Offset: offset } : { Next: next }),
  },
  read(body) {
    const read = answer.safeParse(body)
    if (!read.success) return GARBAGE
    const { MemberNum, MemberList, Next } = read.data
    const member = MemberList.find(({ Member_Account }) => Member_Account === userId)
    if (member !== undefined) return value({ found: { member: true, receiveOption: member.MsgFlag } })
    const seen = offset + MemberList.length
    const isLast = MemberNum === null ? MemberList.length < PAGE : seen >= MemberNum
    if (Next === null && (isLast || MemberList.length === 0)) return value({ found: NO_MEMBER })
    return value({ goesOn: { offset: seen, next: Next } })
  },
  readRefusal({ code, kind }) {
    if (kind === 'missing-group') return value({ found: NO_MEMBER })
    return code === TOO_LONG ? value('too-many') : null
  },
})
