import { expect, it } from 'vitest'
import { closedForGood, unreachable } from '../../../../src/adapters/discord/start-errors.ts'

it.each([
  [4004, 'DISCORD_TOKEN'],
  [4013, 'privileged'],
  [4014, 'privileged'],
  [4010, 'SHARD_COUNT'],
  [4012, 'update im-doctor'],
])('says for close code %i what to mend', (code, remedy) => {
  expect(closedForGood(code).remedy).toContain(remedy)
})

it('names the host and nothing else of the address', () => {
  expect(unreachable('https://user:pass@proxy.example/api', 'ECONNREFUSED').remedy).toContain('proxy.example')
  expect(unreachable('https://user:pass@proxy.example/api', 'ECONNREFUSED').remedy).not.toContain('pass@')
  expect(unreachable('not a url', 'x').remedy).toContain('Discord')
})
