import type { RecoveryNotes } from './recovery-notes.ts'

/** White space, and characters that take no room: soft hyphen, joiners, direction marks, byte order mark. */
export const BLANKS = /[\s\p{Default_Ignorable_Code_Point}]/u

const CURLY = '\u2018-\u201f\u2039\u203a'
const OPENING = `"'\`${CURLY}«»‹›「」『』（）()[\\]{}<>【】《》〈〉`
/** Marks of emphasis may stand outside of them. */
const LEADING = new RegExp(`^([*_]{0,4})[${OPENING}]+`, 'u')
const TRAILING = new RegExp(`[${OPENING}.,;:!?。，；：！？、…]+([*_]{0,4})$`, 'u')
const SMART = new RegExp(`[${CURLY}]`, 'u')

const LONGEST_WRAPPING = 40

const QUERY = /(?:^|[?&;\s])user_?sig=([^&#\s]+)/i
const LABEL =
  /^["'*_`]*(?:user[\s_-]{0,2})?(?:sig(?:nature)?|签名|簽名)["'*_`\s]{0,6}(?:[:=：＝]+>?|->|is\b|是|为)(?:[*_]{1,3}(?=\s))?["'`\s]*/i

export function trimBlanks(text: string, notes: RecoveryNotes): string {
  let start = 0
  let end = text.length
  while (start < end && BLANKS.test(text.charAt(start))) start++
  while (end > start && BLANKS.test(text.charAt(end - 1))) end--
  if (end - start < text.length) notes.whitespace = true
  return text.slice(start, end)
}

export function dropLabel(text: string, notes: RecoveryNotes): string {
  const value = QUERY.exec(text)?.[1]
  const dropped = value ?? text.replace(LABEL, openMarksOf)
  if (dropped !== text) notes.repairs.add('label')
  return dropped
}

/** Marks that were opened before the label and not closed with it go around the signature too. */
function openMarksOf(label: string): string {
  const opening = /^["'`]*([*_]*)/.exec(label)
  const closed = /[*_]/.test(label.slice(opening?.[0].length).replace(/user_sig/i, ''))
  return closed ? '' : (opening?.[1] ?? '')
}

/** Quotes and brackets around, and punctuation after; none of them can be part of a signature. */
export function dropQuotes(text: string, notes: RecoveryNotes): string {
  const unopened = text.replace(LEADING, '$1')
  // Looked for near the end only: from every place of a long text it could take very long.
  const split = Math.max(0, unopened.length - LONGEST_WRAPPING)
  const end = unopened.slice(split)
  const dropped = unopened.slice(0, split) + end.replace(TRAILING, '$1')
  if (dropped === text) return text
  const wrapping = (LEADING.exec(text)?.[0] ?? '') + (TRAILING.exec(end)?.[0] ?? '')
  notes.quoted = true
  if (SMART.test(wrapping)) notes.repairs.add('smart-punctuation')
  return dropped
}
