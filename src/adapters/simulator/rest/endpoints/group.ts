import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { answer, refuse } from '../outcome.ts'

const getGroupInfo = endpoint('group_open_http_svc/get_group_info', {
  body: z.object({ GroupIdList: z.array(z.string()).min(1).max(50) }),
  malformed: 10_004,
  answer: ({ GroupIdList }, { world }) =>
    answer({
      GroupInfo: GroupIdList.map((groupId) => {
        const group = world.group(groupId)
        if (group === undefined) return { GroupId: groupId, ErrorCode: 10_010, ErrorInfo: 'group does not exist' }
        const { type, name, members } = group
        const owner = Object.entries(members).find(([, { role }]) => role === 'Owner')?.[0] ?? ''
        const facts = { Type: type, Name: name, Owner_Account: owner, MemberNum: Object.keys(members).length }
        return { GroupId: groupId, ErrorCode: 0, ErrorInfo: '', ...facts }
      }),
    }),
})

const MOST_MEMBERS = 6_000

/** @see https://cloud.tencent.com/document/product/269/75353 */
const getGroupMemberInfo = endpoint('group_open_http_svc/get_group_member_info', {
  body: z.object({
    GroupId: z.string(),
    Limit: z.number().int().min(1).max(MOST_MEMBERS).default(MOST_MEMBERS),
    Offset: z.number().int().min(0).default(0),
    MemberInfoFilter: z.array(z.string()).optional(),
  }),
  malformed: 10_004,
  answer({ GroupId, Limit, Offset, MemberInfoFilter }, { world }) {
    const group = world.group(GroupId)
    if (group === undefined) return refuse(10_010)
    const members = Object.entries(group.members)
    const page = members.slice(Offset, Offset + Limit).map(([userId, { role, receiveOption }]) => {
      const facts = { Member_Account: userId, Role: role, MsgFlag: receiveOption }
      if (MemberInfoFilter === undefined) return facts
      return Object.fromEntries(Object.entries(facts).filter(([name]) => MemberInfoFilter.includes(name)))
    })
    return answer({ MemberNum: members.length, MemberList: page })
  },
})

const getRoleInGroup = endpoint('group_open_http_svc/get_role_in_group', {
  body: z.object({ GroupId: z.string(), User_Account: z.array(z.string()).min(1).max(500) }),
  malformed: 10_004,
  answer({ GroupId, User_Account }, { world }) {
    const group = world.group(GroupId)
    if (group === undefined) return refuse(10_010)
    return answer({
      UserIdList: User_Account.map((userId) => ({
        Member_Account: userId,
        Role: group.members[userId]?.role ?? 'NotMember',
      })),
    })
  },
})

export const GROUP_ENDPOINTS = [getGroupInfo, getGroupMemberInfo, getRoleInGroup]
