import type { Arguments } from '../argument.ts'
import type { Command } from '../command.ts'
import type { UsageProblem } from '../problem.ts'
import { closest } from './closest.ts'
import type { Token } from './tokens.ts'

export type WordsRead =
  | { kind: 'args'; args: Readonly<Record<string, unknown>> }
  | { kind: 'problem'; problem: UsageProblem }

// Apple keyboards make one dash of `--`; a full-width hyphen comes from Chinese input.
const OPTION = /^(?:--|—|––?|－－)([A-Za-z][A-Za-z-]*)(?:[=＝](.*))?$/su

/**
 * Reads the words after a command's name by its declaration: words in their turn, `--name value` and `--name=value`
 * anywhere, and for an argument that takes the rest everything that is left, joined, since a wrapped signature arrives in
 * pieces.
 */
export function readWords(command: Command, text: string, tokens: readonly Token[]): WordsRead {
  const args: Record<string, string> = {}
  const words: Token[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token
    const option = token.quoted ? null : optionOf(command.args, token.value)
    if (option === null) {
      words.push(token)
      continue
    }
    if (option.kind === 'unknown') {
      // Inside a signature that was wrapped over lines a piece may well start with hyphens.
      if (takesRest(command.args) && words.length > 1 && !/^--[a-z]{2,12}(=|$)/.test(token.value)) {
        words.push(token)
        continue
      }
      const names = optionNames(command.args)
      const near = closest(option.name, names, 1)[0]
      return problem({
        kind: 'unknown-option',
        command: command.id,
        given: `--${option.name}`,
        closest: near === undefined ? null : `--${near}`,
      })
    }
    if (args[option.name] !== undefined)
      return problem({ kind: 'repeated-option', command: command.id, option: `--${option.name}` })
    const value = option.value ?? tokens[++index]?.value
    if (value === undefined || value === '')
      return problem({ kind: 'option-without-value', command: command.id, option: `--${option.name}` })
    args[option.name] = value
  }
  return placeWords(command, text, words, args)
}

function placeWords(command: Command, text: string, words: readonly Token[], args: Record<string, string>): WordsRead {
  let next = 0
  for (const [name, argument] of Object.entries(command.args)) {
    const token = words[next]
    if (argument.place === 'option' || token === undefined || args[name] !== undefined) continue
    if (argument.place === 'word') {
      args[name] = token.value
      next++
    } else {
      const rest = words.slice(next)
      args[name] = rest.length === 1 ? token.value : rest.map(({ at, end }) => text.slice(at, end)).join(' ')
      next = words.length
    }
  }
  const extra = words[next]
  if (extra !== undefined)
    return problem({ kind: 'too-many-words', command: command.id, word: extra.value.slice(0, 40), at: extra.at })
  return { kind: 'args', args }
}

type Option = { kind: 'known'; name: string; value: string | undefined } | { kind: 'unknown'; name: string }

function optionOf(args: Arguments, word: string): Option | null {
  const match = OPTION.exec(word)
  if (!match) return null
  const name = (match[1] ?? '').toLowerCase()
  return args[name] === undefined ? { kind: 'unknown', name } : { kind: 'known', name, value: match[2] }
}

const optionNames = (args: Arguments): readonly string[] =>
  Object.keys(args).filter((name) => args[name]?.place === 'option')

const takesRest = (args: Arguments): boolean => Object.values(args).some(({ place }) => place === 'rest')

const problem = (value: UsageProblem): WordsRead => ({ kind: 'problem', problem: value })
