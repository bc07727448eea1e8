import type { OtherAlphabet } from './finding.ts'
import type { RecoveryNotes } from './recovery-notes.ts'
import { BLANKS } from './unwrap-text.ts'

export const ALL_BLANKS = new RegExp(BLANKS.source, 'gu')
/** An en dash has been one hyphen or two; `dashReadings` tries both. */
export const UNSURE_DASH = /[\u2012\u2013]/gu
const LONG_DASH = /[\u2014\u2015]/gu
const SHORT_DASH = /[\u2010\u2011\u2043\u2212\ufe63\u2e3a]/gu
const STAR = /[\u2217\u204e\u2731\ufe61]/gu
const STANDARD: Readonly<Record<string, string>> = { '+': '*', '/': '-', '=': '_' }

/** Characters that stand for another: full-width ones, typographic dashes, the standard alphabet; blanks go. */
export function normaliseCharacters(text: string, notes: RecoveryNotes, longDash = '--', unsureDash = '-'): string {
  if (/^[A-Za-z0-9*_-]*$/.test(text)) return text
  const narrow = text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
  if (narrow !== text) notes.repairs.add('full-width')
  const plain = narrow
    .replace(LONG_DASH, longDash)
    .replace(UNSURE_DASH, unsureDash)
    .replace(SHORT_DASH, '-')
    .replace(STAR, '*')
  if (plain !== narrow) notes.repairs.add('smart-punctuation')
  const dense = plain.replace(ALL_BLANKS, '')
  if (dense !== plain) notes.whitespace = true
  const swapped = dense.replace(/[+/=]/g, (standard) => STANDARD[standard] ?? standard)
  if (swapped !== dense) {
    notes.repairs.add('alphabet')
    notes.alphabet = alphabetOf(dense)
  }
  return swapped
}

/** Of a text with characters of the standard alphabet: that one as a whole, or only what was not replaced. */
function alphabetOf(text: string): OtherAlphabet {
  const letters = text.replace(/[=_]+$/, '')
  const isPart = /[*-]/.test(letters) || (text.endsWith('_') && /[+/]/.test(letters))
  return isPart ? 'mixed' : 'standard'
}
