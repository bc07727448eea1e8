/** A word as typed. `at` and `end` are places in the text; `quoted` words are taken as they stand. */
export interface Token {
  value: string
  at: number
  end: number
  quoted: boolean
}

interface UnclosedQuote {
  kind: 'unclosed-quote'
  quote: string
  at: number
}

export type Tokens = { kind: 'tokens'; tokens: readonly Token[] } | UnclosedQuote

const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”',
  // Some keyboards open with the mark that others close with, or low.
  '”': '”',
  '„': '“',
  '‘': '’',
  '「': '」',
  '『': '』',
  '«': '»',
}

const LONGEST_ODD = 600

// JavaScript's \s holds U+3000, the full-width blank, and U+00A0.
const BLANK = /\s/

/** What stands between the values of a list. */
export const LIST_BREAK = /[\s,，、;；]/

/** Characters without a width that clients leave at the edges of pasted words. */
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/

/** `--app=` before a quotation mark, in all the ways in which keyboards write the hyphens. */
const OPTION_WITH_QUOTE = /(?:--|—|––?|－－)[A-Za-z][A-Za-z-]{0,40}[=＝](?=["'`“”„‘「『«])/y

/**
 * Splits what a person typed into words. Quotation marks of any kind, also Chinese and typographic ones, hold a value
 * with blanks together; a quotation mark inside a word is a letter like any other; `\"` inside quotes is the mark itself.
 * `between` is what one character between words looks like.
 */
export function tokenize(text: string, between: RegExp = BLANK): Tokens {
  const tokens: Token[] = []
  let index = 0
  while (index < text.length) {
    const character = text[index] ?? ''
    if (between.test(character) || INVISIBLE.test(character)) {
      index++
      continue
    }
    const token = fenced(text, index) ?? quoted(text, index) ?? option(text, index) ?? plain(text, index, between)
    if ('kind' in token) return token
    if (token.quoted || token.value !== '') tokens.push(token)
    index = token.end
  }
  return { kind: 'tokens', tokens }
}

/** Two or more backticks hold whatever stands before as many again. */
function fenced(text: string, at: number): Token | UnclosedQuote | null {
  let start = at
  while (text[start] === '`') start++
  if (start - at < 2) return null
  const fence = text.slice(at, start)
  const close = text.indexOf(fence, start)
  if (close !== -1) return { value: text.slice(start, close).trim(), at, end: close + fence.length, quoted: true }
  // Two alone are an empty value in backticks.
  return fence.length === 2 ? null : { kind: 'unclosed-quote', quote: fence, at }
}

function quoted(text: string, at: number): Token | UnclosedQuote | null {
  const quote = text[at] ?? ''
  const closing = CLOSING[quote]
  if (closing === undefined) return null
  // These two may be letters of a plain word as well: then there is nothing far away that closes them.
  const odd = quote === '”' || quote === '„'
  const within = odd ? text.slice(0, at + LONGEST_ODD) : text
  const token =
    untilClosed(within, at, (character) => character === closing || sameFamily(quote, character)) ??
    untilClosed(within, at, (character) => quote === '"' && DOUBLE.has(character))
  return token ?? (odd ? null : { kind: 'unclosed-quote', quote, at })
}

function untilClosed(text: string, at: number, closes: (character: string) => boolean): Token | null {
  let value = ''
  for (let index = at + 1; index < text.length; index++) {
    const character = text[index] ?? ''
    const next = text[index + 1] ?? ''
    if (character === '\\' && (closes(next) || next === '\\')) {
      value += text[++index]
      continue
    }
    if (closes(character)) return { value, at, end: index + 1, quoted: true }
    value += character
  }
  return null
}

const DOUBLE = new Set(['"', '“', '”'])
const SINGLE = new Set(["'", '‘', '’'])

/** Keyboards turn the second straight mark typographic, or only the first, so every mark of the same family closes. */
const sameFamily = (opening: string, character: string): boolean =>
  ('“”„'.includes(opening) && DOUBLE.has(character)) || (opening === '‘' && SINGLE.has(character))

function option(text: string, at: number): Token | UnclosedQuote | null {
  OPTION_WITH_QUOTE.lastIndex = at
  const name = OPTION_WITH_QUOTE.exec(text)?.[0]
  if (name === undefined) return null
  const value = quoted(text, at + name.length)
  if (value === null || 'kind' in value) return value
  return { value: name + value.value, at, end: value.end, quoted: false }
}

function plain(text: string, at: number, between: RegExp): Token {
  let end = at
  while (end < text.length && !between.test(text[end] ?? '')) end++
  let last = end
  while (last > at && INVISIBLE.test(text[last - 1] ?? '')) last--
  return { value: text.slice(at, last), at, end, quoted: false }
}
