// C0, DEL and C1: PostgreSQL takes no NUL in text, and a terminal obeys the others.
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/
const CONTROLS = new RegExp(CONTROL, 'g')
const HALF_PAIR_AT_END = /[\ud800-\udbff]$/

/** A string, or a number as one, without control characters and of at most `most` characters; null: nothing is left. */
export function cleanText(value: unknown, most: number): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return null
  const plain = CONTROL.test(value) ? value.replaceAll(CONTROLS, '') : value
  if (plain.length <= most) return plain === '' ? null : plain
  return plain.slice(0, most).replace(HALF_PAIR_AT_END, '')
}
