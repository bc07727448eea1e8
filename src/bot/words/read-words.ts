import type { Arguments } from '../argument.ts'
import type { Command } from '../command.ts'
import type { UsageProblem } from '../problem.ts'
import { closest } from './closest.ts'
import { shown } from './shown.ts'
import type { Token } from './tokens.ts'

export type WordsRead =
  | { kind: 'args'; args: Readonly<Record<string, string | readonly string[]>> }
  | { kind: 'problem'; problem: UsageProblem }

// Apple keyboards make one dash of `--`; a full-width hyphen comes from Chinese input.
const OPTION = /^(?:--|—|––?|－－)([A-Za-z][A-Za-z-]*)(?:[=＝](.*))?$/su

/**
 * Reads the words after a command's name by its declaration: words in their turn, `--name value` and `--name=value`
 * anywhere, `--name` alone where it is a flag, and for an argument that takes the rest everything that is left: as a list,
 * or joined, since a wrapped signature arrives in pieces.
 */
export function readWords(command: Command, text: string, tokens: readonly Token[]): WordsRead {
  const args: Record<string, string> = {}
  const words: Token[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token
    const option = optionOf(command.args, token)
    if (option === null || (option.kind === 'unknown' && mayBePiece(command.args, words.length, token))) {
      words.push(token)
      continue
    }
    if (option.kind === 'unknown') return problem(unknownOption(command, option.written))
    if (args[option.name] !== undefined)
      return problem({ kind: 'repeated-option', command: command.id, option: `--${option.name}` })
    const isFlag = command.args[option.name]?.place === 'flag'
    const next = tokens[index + 1]
    const following = next !== undefined && isOption(command.args, next) ? undefined : next?.value
    const value = option.value ?? (isFlag ? 'true' : following)
    if (value === undefined || value === '')
      return problem({ kind: 'option-without-value', command: command.id, option: `--${option.name}` })
    if (option.value === undefined && !isFlag) index++
    args[option.name] = value
  }
  return placeWords(command, text, words, args)
}

function placeWords(
  command: Command,
  text: string,
  words: readonly Token[],
  options: Readonly<Record<string, string>>,
): WordsRead {
  const args: Record<string, string | readonly string[]> = { ...options }
  let next = 0
  for (const [name, { place }] of Object.entries(command.args)) {
    const token = words[next]
    if (place === 'option' || place === 'flag' || token === undefined || args[name] !== undefined) continue
    if (place === 'word') {
      args[name] = token.value
      next++
    } else {
      const rest = words.slice(next)
      args[name] = place === 'list' ? rest.map(({ value }) => value) : joined(text, rest, token)
      next = words.length
    }
  }
  const extra = words[next]
  if (extra !== undefined)
    return problem({ kind: 'too-many-words', command: command.id, word: shown(extra.value), at: extra.at })
  return { kind: 'args', args }
}

const joined = (text: string, rest: readonly Token[], first: Token): string =>
  rest.length === 1 ? first.value : rest.map(({ at, end }) => text.slice(at, end)).join(' ')

type Option = { kind: 'known'; name: string; value: string | undefined } | { kind: 'unknown'; written: string }

function optionOf(args: Arguments, { value: word, quoted }: Token): Option | null {
  const match = quoted ? null : OPTION.exec(word)
  if (!match) return null
  const [, written = '', value] = match
  const name = written.toLowerCase()
  return Object.hasOwn(args, name) ? { kind: 'known', name, value } : { kind: 'unknown', written }
}

const isOption = (args: Arguments, token: Token): boolean => optionOf(args, token)?.kind === 'known'

/** Inside a signature that was wrapped over lines a piece may well start with hyphens. */
function mayBePiece(args: Arguments, before: number, { value }: Token): boolean {
  const places = Object.values(args).map(({ place }) => place)
  const firstOfRest = places.filter((place) => place === 'word').length
  return places.includes('rest') && before > firstOfRest && !/^--[a-z]{2,12}(?:=|$)/.test(value)
}

/** What options are named like; all else was perhaps meant as a value. */
const NAMED_LIKE_OPTION = /^(?:[a-z][a-z-]{0,20}|[A-Z-]{1,20})$/

function unknownOption({ id, args }: Command, written: string): UsageProblem {
  const names = Object.keys(args).filter((each) => args[each]?.place === 'option' || args[each]?.place === 'flag')
  const near = closest(written.toLowerCase(), names, 1)[0]
  return {
    kind: 'unknown-option',
    command: id,
    given: `--${shown(written)}`,
    closest: near === undefined ? null : `--${near}`,
    mayBeValue: near === undefined && !NAMED_LIKE_OPTION.test(written),
  }
}

const problem = (value: UsageProblem): WordsRead => ({ kind: 'problem', problem: value })
