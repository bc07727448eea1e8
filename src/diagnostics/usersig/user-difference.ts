import type { DifferenceKind, UserDifference } from './finding.ts'

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u200b\u2800]/gu

/** Letters and marks of other scripts that are drawn like a Latin one: Cyrillic, Greek, Armenian, Roman numerals. */
const DRAWN_ALIKE: readonly (readonly [latin: string, others: string])[] = [
  ['A', 'АΑ'],
  ['B', 'ВΒ'],
  ['C', 'С'],
  ['E', 'ЕΕ'],
  ['H', 'НΗ'],
  ['I', 'ІΙ'],
  ['J', 'Ј'],
  ['K', 'КΚ'],
  ['M', 'МΜ'],
  ['O', 'ОΟ'],
  ['P', 'РΡ'],
  ['S', 'Ѕ'],
  ['T', 'ТΤ'],
  ['X', 'ХΧ'],
  ['Y', 'УΥ'],
  ['a', 'аαɑ'],
  ['e', 'е'],
  ['o', 'оοօ'],
  ['p', 'рρ'],
  ['c', 'сϲ'],
  ['y', 'у'],
  ['x', 'хχⅹ'],
  ['i', 'іιⅰı'],
  ['j', 'јϳ'],
  ['s', 'ѕ'],
  ['d', 'ԁ'],
  ['h', 'һհ'],
  ['q', 'ԛզ'],
  ['w', 'ԝ'],
  ['v', 'ѵνⅴ'],
  ['l', 'ӏⅼ'],
  ['Z', 'Ζ'],
  ['N', 'Ν'],
  ['u', 'υս'],
  ['t', 'τ'],
  ['k', 'κ'],
  ['n', 'ո'],
  ['g', 'ցɡ'],
  ['!', 'ǃ'],
  ["'", 'ʼ’‘′`'],
  ['-', '‐‑‒–—―−'],
  ['.', '٫'],
  ['·', '·・'],
]
const LOOK_ALIKE = new Map(DRAWN_ALIKE.flatMap(([latin, others]) => [...others].map((other) => [other, latin])))
/** Latin letters and digits that many fonts draw alike. */
const CONFUSED = new Map(
  ['0Oo', '1lI|'].flatMap((alike) => [...alike].map((letter) => [letter, alike.charAt(0)] as const)),
)

const FOLDS: readonly (readonly [DifferenceKind, (text: string) => string])[] = [
  // Ahead of blanks: JavaScript takes the byte order mark for one.
  ['invisible', (text) => text.replace(INVISIBLE, '')],
  ['space-before', (text) => text.replace(/^\s+/u, '')],
  ['space-after', (text) => text.replace(/\s+$/u, '')],
  ['space-inside', (text) => text.replace(/(?<=\S)\s+(?=\S)/gu, '')],
  ['unicode-form', (text) => text.normalize('NFC')],
  ['full-width', (text) => text.normalize('NFKC')],
  ['look-alike', (text) => swapped(text, LOOK_ALIKE)],
  ['case', (text) => text.toLowerCase()],
]

const swapped = (text: string, letters: ReadonlyMap<string, string>): string =>
  Array.from(text, (letter) => letters.get(letter) ?? letter).join('')

/** In what alone two UserIDs differ that a person could take for one another, and where; null: they are simply two. */
export function userDifference(expected: string, actual: string): UserDifference | null {
  const kinds = kindsBetween(expected, actual)
  if (kinds === null) return null
  const one = Array.from(expected)
  const other = Array.from(actual)
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return { kinds, at, expected: codePoint(one[at]), actual: codePoint(other[at]) }
}

/** The smallest set of folds under which both are the same: one alone, else all without those that change nothing. */
function kindsBetween(expected: string, actual: string): readonly DifferenceKind[] | null {
  for (const [kind, fold] of FOLDS) if (fold(expected) === fold(actual)) return [kind]
  if (swapped(expected, CONFUSED) === swapped(actual, CONFUSED)) return ['look-alike']
  const needed = FOLDS.map(([kind]) => kind)
  if (!areSame(expected, actual, needed)) return null
  return needed.reduce<readonly DifferenceKind[]>((kept, kind) => {
    const fewer = kept.filter((each) => each !== kind)
    return areSame(expected, actual, fewer) ? fewer : kept
  }, needed)
}

function areSame(expected: string, actual: string, kinds: readonly DifferenceKind[]): boolean {
  const folds = FOLDS.filter(([kind]) => kinds.includes(kind))
  const folded = (text: string): string => folds.reduce((rest, [, fold]) => fold(rest), text)
  return folded(expected) === folded(actual) && folded(expected) !== ''
}

function codePoint(letter: string | undefined): string | null {
  const code = letter?.codePointAt(0)
  return code === undefined ? null : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}
