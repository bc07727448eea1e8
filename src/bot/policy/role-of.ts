import type { Actor } from '../request.ts'
import { memberKey, type Access, type Members } from '../services.ts'
import { ROLES, type Role } from './role.ts'

const isMember = (members: Members, { platform, id, groups }: Actor): boolean =>
  members.everyone ||
  members.users.has(memberKey(platform, id)) ||
  groups.some((group) => members.groups.has(memberKey(platform, group)))

/** The highest role the configuration gives; null where even looking is not allowed. The owner of the machine may all. */
export function roleOf(access: Access, actor: Actor): Role | null {
  if (actor.owner) return 'admin'
  return [...ROLES].reverse().find((role) => isMember(access.members[role], actor)) ?? null
}
