/** A text whose quoted values and unmistakable ids are one letter each, so that no form can take them apart. */
export interface Masked {
  text: string
  /** The value that a letter stands for; null: it is an ordinary one. */
  valueOf: (letter: string) => string | null
}

/** Private letters of Unicode, which no keyboard writes: these for quoted values, those from the second on for ids. */
const FIRST = 0xe000
const FIRST_ID = 0xf000
const MOST = 600

/** One of the letters, in a regular expression. */
export const MASK = String.raw`[\ue000-\uf8ff]`
/** One that stands for a quoted value. */
export const QUOTED_MASK = String.raw`[\ue000-\uefff]`

const QUOTED = new RegExp(
  [
    String.raw`"(?<a>(?:[^"\\]|\\.){1,200})"`,
    String.raw`“(?<b>[^“”"]{1,200})[”"]`,
    String.raw`\x60{1,3}(?<c>[^\x60]{1,200})\x60{1,3}`,
    String.raw`「(?<d>[^」]{1,200})」`,
    String.raw`«(?<h>[^»]{1,200})»`,
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

/** The same text, with each word that `isId` knows for an id as one letter. `@alice` is how people address alice. */
export function maskIds({ text, valueOf }: Masked, words: RegExp, isId: (word: string) => boolean): Masked {
  const ids: string[] = []
  const masked = text.replace(words, (word) => {
    if (ids.length >= MOST || !isId(word)) return word
    ids.push(word.replace(/^@/, ''))
    return String.fromCharCode(FIRST_ID + ids.length - 1)
  })
  return { text: masked, valueOf: (letter) => ids[letter.charCodeAt(0) - FIRST_ID] ?? valueOf(letter) }
}
