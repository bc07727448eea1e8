import { Routes } from './discord-js.ts'
import type { REST } from 'discord.js'
import { z } from 'zod'
import { ExpiringMap } from '../expiring-map.ts'
import { within } from '../within.ts'

const Member = z.object({ roles: z.array(z.string()) })
const KNOWN = 500
const KEPT_FOR = 60_000
const LONGEST_LOOK_UP = 3_000
const MOST_SERVERS = 10

export interface MemberRolesDeps {
  rest: Pick<REST, 'get'>
  /** The servers whose roles count. */
  guildIds: () => readonly string[]
  /** UNIX milliseconds. */
  now: () => number
}

/**
 * The roles of somebody who writes directly: there Discord sends none, and who may do a thing in a channel may do it here.
 * Role ids are unique over all of Discord, so a server cannot lend out the roles of another.
 */
export class MemberRoles {
  readonly #known: ExpiringMap<Promise<readonly string[]>>
  readonly #deps: MemberRolesDeps

  constructor(deps: MemberRolesDeps) {
    this.#deps = deps
    this.#known = new ExpiringMap({ most: KNOWN, keptFor: KEPT_FOR, now: deps.now })
  }

  /** Never rejects: what cannot be looked up gives no role, and so no right. */
  of(person: string): Promise<readonly string[]> {
    const known = this.#known.get(person)
    if (known !== undefined) return known
    const looked = Promise.all(
      this.#deps
        .guildIds()
        .slice(0, MOST_SERVERS)
        .map((guild) => this.#in(guild, person)),
    )
    const roles = looked.then((each) => each.flat())
    this.#known.set(person, roles)
    return roles
  }

  async #in(guild: string, person: string): Promise<readonly string[]> {
    try {
      const member = await within(this.#deps.rest.get(Routes.guildMember(guild, person)), LONGEST_LOOK_UP, null)
      return Member.safeParse(member).data?.roles ?? []
    } catch {
      return []
    }
  }
}
