import type { RecoveryNotes } from './recovery-notes.ts'

const MOST_PERCENT_LAYERS = 3

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  '#39': "'",
  '#x27': "'",
  '#34': '"',
  '#42': '*',
  '#43': '+',
  '#45': '-',
  '#47': '/',
  '#61': '=',
  '#95': '_',
  '#x2f': '/',
  '#x3d': '=',
}

export function undoEntities(text: string, notes: RecoveryNotes): string {
  if (!text.includes('&')) return text
  const undone = text.replace(/&(#?[a-z0-9]{1,5});/gi, (entity, name: string) => ENTITIES[name.toLowerCase()] ?? entity)
  if (undone !== text) notes.repairs.add('entities')
  return undone
}

/** `%2A` and the like, in as many layers as are left of those that will be undone. */
export function decodePercents(text: string, notes: RecoveryNotes): string {
  let decoded = text
  while (notes.timesUrlEncoded < MOST_PERCENT_LAYERS && /%[0-9a-f]{2}/i.test(decoded)) {
    decoded = decodeOnce(decoded)
    notes.timesUrlEncoded++
  }
  return decoded
}

function decodeOnce(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A stray % or bytes that are no UTF-8: what a signature is made of can still be decoded.
    return text.replace(/%([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  }
}

/** Backslashes before marks, and JSON's escapes where a signature was copied out of a JSON text. */
export function undoEscapes(text: string, notes: RecoveryNotes): string {
  if (!text.includes('\\')) return text
  const undone = text
    .replace(/\\u00([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\[rnt]/g, '\n')
    .replace(/\\([^A-Za-z0-9\s])/g, '$1')
  if (undone !== text) notes.repairs.add('escape')
  return undone
}
