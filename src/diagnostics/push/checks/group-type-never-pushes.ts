import { seen } from '../evidence.ts'
import { isQuiet } from './do-not-disturb.ts'
import type { Judge } from '../judge.ts'
import { pushFinding } from '../push-finding.ts'

const NEVER = /^AVChatRoom$/i
/** Messages go to members who are online, by the group type's default. Meeting groups are called ChatRoom by the API. */
const ONLINE_BY_DEFAULT = /^(?:ChatRoom|Meeting)$/i

export const groupTypeNeverPushes: Judge = (each) => {
  const group = seen(each.evidence.group)
  if (group === null || group.type === null) return []
  const never = NEVER.test(group.type)
  const wasPushed = (seen(each.evidence.message)?.pushes ?? []).length > 0
  if (!never && (wasPushed || !ONLINE_BY_DEFAULT.test(group.type))) return []
  const { groupId, type } = group
  return [
    pushFinding(
      'group-type-never-pushes',
      // The member's own option then only says the same once more.
      { effect: 'blocks', confidence: never || isQuiet(seen(each.evidence.member)) ? 'certain' : 'very-likely' },
      { groupId, type },
      [{ kind: 'group', groupId, type }],
    ),
  ]
}
