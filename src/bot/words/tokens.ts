/** A word as typed. `at` and `end` are places in the text; `quoted` words are taken as they stand. */
export interface Token {
  value: string
  at: number
  end: number
  quoted: boolean
}

export type Tokens =
  | { kind: 'tokens'; tokens: readonly Token[] }
  | { kind: 'unclosed-quote'; quote: string; at: number }

const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '«': '»',
}

// JavaScript's \s holds U+3000, the full-width blank, and U+00A0; clients also leave zero-width characters behind.
const BLANK = /[\s\u200b-\u200f\u2060\ufeff]/

/**
 * Splits what a person typed into words. Quotation marks of any kind, also Chinese and typographic ones, hold a value
 * with blanks together; a quotation mark inside a word is a letter like any other; `\"` inside quotes is the mark itself.
 */
export function tokenize(text: string): Tokens {
  const tokens: Token[] = []
  let index = 0
  while (index < text.length) {
    if (BLANK.test(text[index] ?? '')) {
      index++
      continue
    }
    const token = text.startsWith('```', index) ? fenced(text, index) : quotedOrPlain(text, index)
    if ('quote' in token) return { kind: 'unclosed-quote', ...token }
    tokens.push(token)
    index = token.end
  }
  return { kind: 'tokens', tokens }
}

function fenced(text: string, at: number): Token | { quote: string; at: number } {
  const close = text.indexOf('```', at + 3)
  if (close === -1) return { quote: '```', at }
  return { value: text.slice(at + 3, close).trim(), at, end: close + 3, quoted: true }
}

function quotedOrPlain(text: string, at: number): Token | { quote: string; at: number } {
  const quote = text[at] ?? ''
  const closing = CLOSING[quote]
  if (closing === undefined) return plain(text, at)
  let value = ''
  for (let index = at + 1; index < text.length; index++) {
    const character = text[index] ?? ''
    if (character === '\\' && (text[index + 1] === closing || text[index + 1] === '\\')) {
      value += text[++index]
      continue
    }
    // Keyboards turn the second straight mark typographic, or only the first: any mark of the same family closes.
    if (character === closing || sameFamily(quote, character)) return { value, at, end: index + 1, quoted: true }
    value += character
  }
  return { quote, at }
}

const DOUBLE = new Set(['"', '“', '”'])
const SINGLE = new Set(["'", '‘', '’'])

const sameFamily = (opening: string, character: string): boolean =>
  (opening === '“' && DOUBLE.has(character)) || (opening === '‘' && SINGLE.has(character))

function plain(text: string, at: number): Token {
  let end = at
  while (end < text.length && !BLANK.test(text[end] ?? '')) end++
  return { value: text.slice(at, end), at, end, quoted: false }
}
