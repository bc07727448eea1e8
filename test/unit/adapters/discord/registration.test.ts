import { describe, expect, it } from 'vitest'
import { discordCommands } from '../../../../src/adapters/discord/registration.ts'
import { LIMITS } from '../../../../src/adapters/discord/limits.ts'
import { optionalText, requiredList } from '../../../../src/bot/argument.ts'
import { COMMANDS } from '../../../../src/bot/registry.ts'

interface Node {
  type: number
  name: string
  name_localizations: Readonly<Record<string, string>>
  description?: string
  description_localizations?: Readonly<Record<string, string>>
  options?: readonly Node[]
  required?: boolean
  autocomplete?: boolean
  max_length?: number
}

const registered: readonly Node[] = JSON.parse(JSON.stringify(discordCommands(COMMANDS)))
const everything = (nodes: readonly Node[]): readonly Node[] =>
  nodes.flatMap((node) => [node, ...everything(node.options ?? [])])
const optionsOf = (family: string, name: string): readonly Node[] =>
  registered.find((node) => node.name === family)?.options?.find((node) => node.name === name)?.options ?? []

const longest = (text: string | undefined, localized: Readonly<Record<string, string>> | undefined): number =>
  Math.max(...[text ?? '', ...Object.values(localized ?? {})].map((each) => each.length))

describe('discordCommands', () => {
  it('has every command as a subcommand of its family', () => {
    const paths = registered
      .filter(({ type }) => type === 1)
      .flatMap(({ name, options = [] }) => options.map((option) => `${name}.${option.name}`))
    expect(paths.toSorted()).toEqual(COMMANDS.map(({ id }) => id).toSorted())
  })

  it('lets a command with a form be called bare, and insists on what others need', () => {
    for (const { family, name, form, args } of COMMANDS) {
      const required = optionsOf(family, name)
        .filter((option) => option.required)
        .map((option) => option.name)
      expect(required, `${family} ${name}`).toEqual(form ? [] : Object.keys(args).filter((arg) => args[arg]?.required))
    }
  })

  it('offers values where there is a list, and only there', () => {
    for (const { family, name, args } of COMMANDS) {
      for (const option of optionsOf(family, name))
        expect(option.autocomplete).toBe(args[option.name]?.suggestions !== null)
    }
  })

  it('puts required options first', () => {
    for (const { family, name } of COMMANDS) {
      const required = optionsOf(family, name).map((option) => Number(option.required))
      expect(required).toEqual(required.toSorted((left, right) => right - left))
    }
  })

  it.each(['en-US', 'zh-CN', 'zh-TW'])('is complete in %s', (locale) => {
    for (const node of everything(registered.filter(({ type }) => type === 1))) {
      const name = node.name_localizations[locale] ?? ''
      expect(name).toMatch(/^[-_'\p{L}\p{N}]{1,32}$/u)
      expect(name).toBe(name.toLowerCase())
      expect(node.description_localizations?.[locale]).toMatch(/^.{1,100}$/u)
    }
  })

  it('keeps names of options apart in every language', () => {
    for (const { family, name } of COMMANDS) {
      for (const locale of ['en-US', 'zh-CN']) {
        const names = optionsOf(family, name).map((option) => option.name_localizations[locale])
        expect(new Set(names).size).toBe(names.length)
      }
    }
  })

  it('keeps to the limits of a command', () => {
    for (const command of registered) {
      for (const node of everything([command])) expect(node.options?.length ?? 0).toBeLessThanOrEqual(25)
      const size = everything([command]).reduce(
        (sum, node) =>
          sum + longest(node.name, node.name_localizations) + longest(node.description, node.description_localizations),
        0,
      )
      expect(size).toBeLessThanOrEqual(LIMITS.commandTotal)
      for (const node of everything([command])) expect(node.max_length ?? 1).toBeLessThanOrEqual(LIMITS.stringOption)
    }
  })

  it('asks for no flag, and for a list as one text', () => {
    const [command] = COMMANDS
    if (command === undefined) throw new Error('no command')
    const args = {
      users: requiredList({ most: 500, each: 32 }),
      yes: optionalText({ place: 'flag' }),
      from: optionalText({ place: 'option' }),
    }
    const [family] = JSON.parse(JSON.stringify(discordCommands([{ ...command, form: false, args }]))) as Node[]
    expect(family?.options?.[0]?.options).toMatchObject([
      { name: 'users', type: 3, required: true, max_length: LIMITS.stringOption },
      { name: 'from', type: 3, required: false, max_length: 200 },
    ])
  })

  it('has the message command, without description or options', () => {
    const menu = registered.find(({ type }) => type === 3)
    expect(menu).toMatchObject({
      name: 'Verify this UserSig',
      name_localizations: { 'zh-CN': '校验此 UserSig' },
      contexts: [0, 1],
      integration_types: [0],
    })
    expect(menu).not.toHaveProperty('description')
    expect(menu).not.toHaveProperty('options')
  })
})
