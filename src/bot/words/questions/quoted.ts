/** A text whose quoted values are one letter each, so that forms need not know about quotation marks. */
export interface Masked {
  text: string
  /** The value that a letter stands for; null: it is an ordinary one. */
  valueOf: (letter: string) => string | null
}

/** Private letters of Unicode, which no keyboard writes. */
const FIRST = 0xe000
const MOST = 600

/** One of the letters, in a regular expression. */
export const MASK = String.raw`[\ue000-\uf8ff]`

const QUOTED = new RegExp(
  [
    String.raw`"(?<a>(?:[^"\\]|\\.){1,200})"`,
    String.raw`“(?<b>[^“”"]{1,200})[”"]`,
    String.raw`\x60{1,3}(?<c>[^\x60]{1,200})\x60{1,3}`,
    String.raw`「(?<d>[^」]{1,200})」`,
    String.raw`『(?<e>[^』]{1,200})』`,
    // An apostrophe inside a word is none.
    String.raw`(?<![\p{L}\p{N}])'(?<f>[^']{1,200})'(?![a-rt-z])`,
    String.raw`‘(?<g>[^‘’]{1,200})’`,
  ].join('|'),
  'gu',
)

/** Null where the text holds private letters itself, or more quoted values than anyone writes. */
export function maskQuotes(text: string): Masked | null {
  if (/[\ue000-\uf8ff]/.test(text)) return null
  const values: string[] = []
  const masked = text.replace(QUOTED, (...found: unknown[]) => {
    const groups = found.at(-1) as Readonly<Record<string, string | undefined>>
    const value = Object.values(groups).find((each) => each !== undefined) ?? ''
    values.push(groups['a'] === undefined ? value : value.replace(/\\(["\\])/g, '$1'))
    return String.fromCharCode(FIRST + Math.min(values.length - 1, MOST))
  })
  if (values.length > MOST) return null
  return { text: masked, valueOf: (letter) => values[letter.charCodeAt(0) - FIRST] ?? null }
}
