import { ExpiringMap } from '../expiring-map.ts'
import { within } from '../within.ts'
import { TIMES } from './limits.ts'
import type { SlackApi } from './slack-api.ts'

export interface UserGroups {
  /** Which of the wanted user groups the person is in. Where Slack does not tell: none, so that nothing is allowed by chance. */
  of(user: string): Promise<readonly string[]>
}

const FIVE_MINUTES = 300_000
const TEN_SECONDS = 10_000

/** Members of the user groups that the access rules name, remembered for five minutes. */
export function createUserGroups(
  api: Pick<SlackApi, 'usergroupMembers'>,
  wanted: readonly string[],
  now: () => number,
): UserGroups {
  const members = new ExpiringMap<ReadonlySet<string>>({ most: 500, keptFor: FIVE_MINUTES, now })
  const failed = new ExpiringMap<true>({ most: 500, keptFor: TEN_SECONDS, now })
  const asking = new Map<string, Promise<ReadonlySet<string>>>()
  const none: ReadonlySet<string> = new Set()

  async function ask(group: string): Promise<ReadonlySet<string>> {
    const listed = await api.usergroupMembers(group)
    if (!listed.ok) {
      failed.set(group, true)
      return none
    }
    const found = new Set(listed.value)
    members.set(group, found)
    return found
  }

  function membersOf(group: string): Promise<ReadonlySet<string>> {
    const known = members.get(group)
    if (known !== undefined) return Promise.resolve(known)
    if (failed.get(group) === true) return Promise.resolve(none)
    const asked = asking.get(group) ?? ask(group).finally(() => asking.delete(group))
    asking.set(group, asked)
    return within(asked, TIMES.groups, none)
  }

  return {
    async of(user) {
      if (wanted.length === 0) return []
      const lists = await Promise.all(wanted.map(membersOf))
      return wanted.filter((_, index) => lists[index]?.has(user) === true)
    },
  }
}
