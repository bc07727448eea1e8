import { LIST_BREAK, tokenize } from './tokens.ts'

/** The values of a list as typed: `alice, bob` or `alice "li lei"`. With a quotation mark that never closes, marks are letters. */
export function splitList(text: string): readonly string[] {
  const read = tokenize(text, LIST_BREAK)
  return read.kind === 'tokens'
    ? read.tokens.map(({ value }) => value)
    : text.split(LIST_BREAK).filter((value) => value !== '')
}
