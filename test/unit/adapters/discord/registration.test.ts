import { describe, expect, it } from 'vitest'
import { discordCommands } from '../../../../src/adapters/discord/registration.ts'
import { LIMITS } from '../../../../src/adapters/discord/limits.ts'
import { optionalText, requiredList } from '../../../../src/bot/argument.ts'
import { commandTexts } from '../../../../src/bot/cards/command-form.ts'
import { defineCommand, FAMILIES, pathOf, type Command, type Group } from '../../../../src/bot/command.ts'
import { textsFor } from '../../../../src/bot/texts/texts.ts'
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
const optionsOf = (command: Command): readonly Node[] =>
  pathOf(command).reduce<readonly Node[]>(
    (nodes, word) => nodes.find((node) => node.name === word)?.options ?? [],
    registered.filter(({ type }) => type === 1),
  )

/** The words of each subcommand. Types of options: 1 a subcommand, 2 a group of them. */
const pathsIn = (nodes: readonly Node[], above: readonly string[]): readonly string[] =>
  nodes.flatMap(({ type, name, options = [] }) =>
    type === 1 ? [[...above, name].join('.')] : type === 2 ? pathsIn(options, [...above, name]) : [],
  )

const longest = (text: string | undefined, localized: Readonly<Record<string, string>> | undefined): number =>
  Math.max(...[text ?? '', ...Object.values(localized ?? {})].map((each) => each.length))

/** What Discord would refuse of a command for its size. */
function overLimits(command: Node): readonly string[] {
  const nodes = everything([command])
  const size = nodes.reduce(
    (sum, node) =>
      sum + longest(node.name, node.name_localizations) + longest(node.description, node.description_localizations),
    0,
  )
  return [
    ...nodes.filter(({ options = [] }) => options.length > 25).map(({ name }) => `${name}: too many options`),
    ...nodes.filter(({ max_length = 1 }) => max_length > LIMITS.stringOption).map(({ name }) => `${name}: too long`),
    ...(size > LIMITS.commandTotal ? [`${command.name}: ${size} characters`] : []),
  ]
}

const GROUP_NAMES: readonly Group[] = ['report', 'watch', 'alert', 'case']
const sample: Pick<Command, 'role' | 'visibility' | 'form' | 'examples' | 'run'> = {
  role: 'viewer',
  visibility: 'public',
  form: false,
  examples: [],
  run: () => ({ kind: 'denied', reason: { kind: 'no-access-section' } }),
}

describe('discordCommands', () => {
  it('has every command as a subcommand of its family', () => {
    const paths = registered
      .filter(({ type }) => type === 1)
      .flatMap(({ name, options = [] }) => pathsIn(options, [name]))
    expect(paths.toSorted()).toEqual(COMMANDS.map((command) => pathOf(command).join('.')).toSorted())
  })

  it('lets a command with a form be called bare, and insists on what others need', () => {
    for (const command of COMMANDS) {
      const { id, form, args } = command
      const required = optionsOf(command)
        .filter((option) => option.required)
        .map((option) => option.name)
      expect([id, ...required]).toEqual([id, ...(form ? [] : Object.keys(args).filter((arg) => args[arg]?.required))])
    }
  })

  it('offers values where there is a list, and only there', () => {
    for (const command of COMMANDS) {
      for (const option of optionsOf(command))
        expect(option.autocomplete).toBe(command.args[option.name]?.suggestions !== null)
    }
  })

  it('puts required options first', () => {
    for (const command of COMMANDS) {
      const required = optionsOf(command).map((option) => Number(option.required))
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

  it('keeps the names of one level apart in every language', () => {
    for (const { options: nodes = [] } of everything(registered)) {
      for (const locale of ['en-US', 'zh-CN']) {
        const names = nodes.map((node) => node.name_localizations[locale])
        expect(new Set(names).size).toBe(names.length)
      }
    }
  })

  it('keeps to the limits of a command', () => {
    expect(registered.flatMap(overLimits)).toEqual([])
  })

  it('has room for every command of the team channel, with all that is said of it', () => {
    const ids = Object.keys(textsFor('en').commands)
    const all = ids.map((id) => {
      const words = id === 'im.report' ? ['im', 'report', 'now'] : id.split('.')
      const args = Object.keys(commandTexts(id, 'en').args).map(
        (name) => [name, optionalText({ place: 'option' })] as const,
      )
      const group = words.length === 3 ? GROUP_NAMES.find((name) => name === words[1]) : undefined
      return defineCommand({
        ...sample,
        id,
        family: FAMILIES.find((family) => family === words[0]) ?? 'im',
        group: group ?? null,
        name: words.at(-1) ?? '',
        args: Object.fromEntries(args),
      })
    })
    const drawn: readonly Node[] = JSON.parse(JSON.stringify(discordCommands(all)))
    const im = drawn.find(({ name }) => name === 'im')
    expect(im?.options?.filter(({ type }) => type === 2).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['report', 'watch', 'alert']),
    )
    expect(im?.options?.find(({ name }) => name === 'report')).toMatchObject({
      name_localizations: { 'en-US': 'report', 'zh-CN': '报告' },
      description_localizations: { 'zh-CN': '团队报告：立即出一份，或定时发送' },
    })
    expect(drawn.flatMap(overLimits)).toEqual([])
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
