import type { RecoveryNotes } from './recovery-notes.ts'

/** White space, and characters that take no room: soft hyphen, joiners, direction marks, byte order mark. */
export const BLANKS =
  /[\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0]/u

const CURLY = '\u2018-\u201f\u2039\u203a'
const OPENING = `"'\`${CURLY}«»‹›「」『』（）()[\\]{}<>【】《》〈〉`
const LEADING = new RegExp(`^[${OPENING}]+`, 'u')
const TRAILING = new RegExp(`[${OPENING}.,;:!?。，；：！？、…]+$`, 'u')
const SMART = new RegExp(`[${CURLY}]`, 'u')

const QUERY = /(?:^|[?&;\s])user_?sig=([^&#\s]+)/i
const LABEL =
  /^["'*_`]*(?:user[\s_-]{0,2})?(?:sig(?:nature)?|签名|簽名)["'*_`\s]{0,6}(?:[:=：＝]+>?|->|is\b|是|为)["'*_`\s]*/i

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
  const dropped = value ?? text.replace(LABEL, '')
  if (dropped !== text) notes.repairs.add('label')
  return dropped
}

/** Quotes and brackets around, and punctuation after; none of them can be part of a signature. */
export function dropQuotes(text: string, notes: RecoveryNotes): string {
  const unopened = text.replace(LEADING, '')
  const dropped = unopened.replace(TRAILING, '')
  if (dropped === text) return text
  notes.quoted = true
  const wrapping = text.slice(0, text.length - unopened.length) + unopened.slice(dropped.length)
  if (SMART.test(wrapping)) notes.repairs.add('smart-punctuation')
  return dropped
}
