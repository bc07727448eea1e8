import { describe, expect, it } from 'vitest'
import { discordCommands } from '../../../../src/adapters/discord/registration.ts'
import { sameCommands } from '../../../../src/adapters/discord/same-commands.ts'
import { COMMANDS } from '../../../../src/bot/registry.ts'

const wanted = discordCommands(COMMANDS)

/** As Discord lists it: with its own fields and defaults, its own order, and without what is false. */
const asListed = () =>
  wanted
    .map((command, index) => ({
      id: `${index}`,
      application_id: '1',
      version: '2',
      default_member_permissions: null,
      nsfw: false,
      dm_permission: true,
      description: '',
      ...withoutFalse(JSON.parse(JSON.stringify(command))),
    }))
    .toReversed()

const withoutFalse = (value: object): object =>
  JSON.parse(JSON.stringify(value, (_, entry: unknown) => (entry === false ? undefined : entry)))

describe('sameCommands', () => {
  it('sees no difference in what Discord adds, leaves out and reorders', () => {
    expect(sameCommands(asListed(), wanted)).toBe(true)
  })

  it.each([
    ['a text', (text: string) => text.replace('The UserID that logs in with it', 'Another text')],
    ['a translation', (text: string) => text.replace('校验', '验证')],
    ['a limit', (text: string) => text.replace('"max_length":100', '"max_length":99')],
    ['a context', (text: string) => text.replace('"contexts":[0,1]', '"contexts":[0]')],
  ])('sees a difference in %s', (_, change) => {
    const changed = change(JSON.stringify(asListed()))
    expect(changed).not.toBe(JSON.stringify(asListed()))
    expect(sameCommands(JSON.parse(changed), wanted)).toBe(false)
  })

  it('sees a missing and an additional command', () => {
    expect(sameCommands(asListed().slice(1), wanted)).toBe(false)
    expect(sameCommands([...asListed(), { name: 'ping', type: 1 }], wanted)).toBe(false)
    expect(sameCommands([], wanted)).toBe(false)
  })
})
