import type { Command } from '../command.ts'
import { splitList } from './split-list.ts'
import { tokenize } from './tokens.ts'

/**
 * Values that a person typed into the fields of a form, or as the options of a slash command, read as the same words would
 * be: trimmed, and to the letter where they stand in quotes. Signatures are read by the verifier.
 */
export function typedValues(
  { args: declared }: Command,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const argument = declared[name]
      if (argument === undefined || argument.secret || typeof value !== 'string') return [name, value]
      if (argument.place === 'list') return [name, splitList(value)]
      return [name, argument.place === 'rest' ? value : typedValue(value)]
    }),
  )
}

function typedValue(text: string): string {
  const read = tokenize(text)
  const only = read.kind === 'tokens' && read.tokens.length === 1 ? read.tokens[0] : undefined
  return only?.quoted === true ? only.value : text.trim()
}
