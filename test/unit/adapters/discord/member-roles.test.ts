import { describe, expect, it } from 'vitest'
import { MemberRoles } from '../../../../src/adapters/discord/member-roles.ts'

const GUILDS = ['1200000000000000001', '1200000000000000002']

function rolesFrom(answers: Readonly<Record<string, unknown>>, guilds: readonly string[] = GUILDS) {
  const asked: string[] = []
  const clock = { now: 0 }
  const rest = {
    get: async (route: string) => {
      asked.push(route)
      const answer = Object.entries(answers).find(([guild]) => route.includes(guild))?.[1]
      if (answer === undefined) throw new Error('Unknown Member')
      return answer
    },
  }
  return { asked, clock, roles: new MemberRoles({ rest, guildIds: () => guilds, now: () => clock.now }) }
}

describe('MemberRoles', () => {
  it('gathers the roles of every server, and none where there is no membership', async () => {
    const { roles } = rolesFrom({ [GUILDS[0] ?? '']: { roles: ['1', '2'] } })
    expect(await roles.of('7')).toEqual(['1', '2'])
  })

  it('gives none for an answer that it does not understand', async () => {
    const { roles } = rolesFrom({ [GUILDS[0] ?? '']: { roles: 'all' }, [GUILDS[1] ?? '']: null })
    expect(await roles.of('7')).toEqual([])
  })

  it('remembers for a minute', async () => {
    const { roles, asked, clock } = rolesFrom({ [GUILDS[0] ?? '']: { roles: ['1'] } })
    await Promise.all([roles.of('7'), roles.of('7')])
    expect(asked).toHaveLength(2)
    clock.now = 60_001
    await roles.of('7')
    expect(asked).toHaveLength(4)
  })

  it('asks no more than ten servers', async () => {
    const { roles, asked } = rolesFrom(
      {},
      Array.from({ length: 30 }, (_, index) => `12000000000000000${index + 10}`),
    )
    await roles.of('7')
    expect(asked).toHaveLength(10)
  })
})
