import { FAMILIES, type Command, type Family } from '../command.ts'
import type { UsageProblem } from '../problem.ts'
import { textsFor } from '../texts/texts.ts'
import { LOCALES, type Locale } from '../texts/locale.ts'
import { closest } from './closest.ts'
import { languageOf, understand } from './questions.ts'
import { readWords } from './read-words.ts'
import { tokenize } from './tokens.ts'

/** What words mean. `locale` is set where the question's own language decides the answer's. */
export type Reading =
  | { kind: 'command'; command: Command; args: Readonly<Record<string, unknown>>; locale: Locale | null; bare: boolean }
  | { kind: 'problem'; command: Command | null; problem: UsageProblem; locale: Locale | null }

// The mention of the bot by its name, as typed at a terminal or where the platform left it as text.
const ADDRESS = /^\s*@?im[ -]?doctor[\s,，:：]+/iu

/** Longest text that is read at all, in characters: room for the longest signature that is still judged, and more. */
const TEXT_LIMIT = 20_000

/** Words → a command with its raw arguments, by the command's own form first, else as a free question. */
export function readRequest(commands: readonly Command[], words: string): Reading {
  const text = words.slice(0, TEXT_LIMIT).replace(ADDRESS, '')
  if (text.trim() === '') return problem(null, { kind: 'nothing-asked' })
  const head = /^[\s/]*([^\s:：]+)[:：]?(?:\s+([^\s:：]+))?/u.exec(text)
  const family = FAMILIES.find((name) => name === head?.[1]?.toLowerCase())
  if (family !== undefined) return readFamily(commands, family, text)
  const understood = understand(text)
  if (understood !== null) {
    const command = commands.find(({ id }) => id === understood.command)
    if (command !== undefined)
      return { kind: 'command', command, args: understood.args, locale: languageOf(text, understood), bare: false }
  }
  const locale = /\p{Script=Han}/u.test(text) ? 'zh' : null
  return problem(null, { kind: 'not-understood', closest: closestCommands(commands, text) }, locale)
}

function readFamily(commands: readonly Command[], family: Family, text: string): Reading {
  const members = commands.filter((command) => command.family === family)
  const split = /^[\s/]*\S+\s*/u.exec(text)?.[0].length ?? 0
  const rest = text.slice(split)
  const given = /^\S*/u.exec(rest)?.[0] ?? ''
  if (given === '') return helpWith(commands, family)
  const command = members.find(({ id, name }) => name === given.toLowerCase() || localNames(id).includes(given))
  if (command === undefined) {
    const near = closest(
      given,
      members.map(({ name }) => name),
    )
    return problem(null, {
      kind: 'unknown-subcommand',
      family,
      given: given.slice(0, 40),
      closest: (near.length > 0 ? near : members.map(({ name }) => name)).map((name) => `${family}.${name}`),
    })
  }
  // The command's name is blanked, not cut, so that places in errors are those of what the person typed.
  const blanked = ' '.repeat(split + given.length) + text.slice(split + given.length)
  const tokens = tokenize(blanked)
  if (tokens.kind === 'unclosed-quote')
    return problem(command, { kind: 'unclosed-quote', command: command.id, quote: tokens.quote, at: tokens.at })
  const read = readWords(command, blanked, tokens.tokens)
  if (read.kind === 'problem') return problem(command, read.problem)
  return { kind: 'command', command, args: read.args, locale: null, bare: tokens.tokens.length === 0 }
}

const localNames = (id: string): readonly string[] =>
  LOCALES.map((locale) => (textsFor(locale).commands as Record<string, { name: string } | undefined>)[id]?.name ?? '')

function helpWith(commands: readonly Command[], family: Family): Reading {
  const command = commands.find(({ id }) => id === 'im.help')
  return command === undefined
    ? problem(null, { kind: 'nothing-asked' })
    : { kind: 'command', command, args: { command: family }, locale: null, bare: false }
}

/** For words that could not be read: commands that are named or nearly named in them. */
function closestCommands(commands: readonly Command[], text: string): readonly string[] {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .slice(0, 40)
  const hits = new Set<string>()
  for (const { id, family, name } of commands) {
    if (words.some((word) => word.length > 2 && (closest(word, [name, family], 1).length > 0 || HINTS[id]?.test(word))))
      hits.add(id)
  }
  return [...hits].slice(0, 4)
}

const HINTS: Readonly<Record<string, RegExp>> = {
  'usersig.verify': /^(?:sig|signature|login|签名|登录|校验)/u,
  'usersig.generate': /^(?:token|sign|生成)/u,
  'im.error': /^(?:code|fail|failed|错误|报错|\d{4,8}$)/u,
}

const problem = (command: Command | null, value: UsageProblem, locale: Locale | null = null): Reading => ({
  kind: 'problem',
  command,
  problem: value,
  locale,
})
