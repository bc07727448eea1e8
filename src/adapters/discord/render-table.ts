import type { Block } from '../../bot/card.ts'
import type { Rich } from '../../bot/rich.ts'
import { escapeText, fence, visible } from './escape-text.ts'
import { needsMarkup, plainInline, renderRich, type Fitted } from './render-rich.ts'

type Table = Extract<Block, { kind: 'table' }>

/** Columns of a fence that a narrow window still shows on one line. */
const WIDEST = 56
const GAP = 2

/**
 * Discord has no tables. A narrow one is a fence with padded columns, where Chinese characters count as two; a wide one,
 * or one with times or people (which only work outside of a fence), is a line of its own for each row.
 */
export function renderTable(table: Table, room: number): Fitted {
  const cells = [table.columns, ...table.rows.map((row) => row.map((cell) => oneLine(plainInline(cell))))]
  const widths = table.columns.map((_, column) => Math.max(...cells.map((row) => displayWidth(row[column] ?? ''))))
  const total = widths.reduce((sum, width) => sum + width + GAP, -GAP)
  if (total > WIDEST || table.rows.some((row) => row.some((cell) => cell.some(needsMarkup)))) return listed(table, room)
  const lines = cells.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join(' '.repeat(GAP))
      .trimEnd(),
  )
  const shown = firstThatFit(lines, room - fence('').length - lines.length)
  return { text: shown === '' ? '' : fence(shown), cut: shown.length < lines.join('\n').length }
}

function listed(table: Table, room: number): Fitted {
  const head = `-# ${table.columns.map(escapeText).join(' · ')}`
  let cut = false
  const lines = table.rows.map((row) => {
    const line = renderRich(joined(row), room)
    cut ||= line.cut
    return `- ${line.text}`
  })
  const all = [head, ...lines]
  const text = firstThatFit(all, room)
  return { text, cut: cut || text.length < all.join('\n').length }
}

const joined = (row: readonly Rich[]): Rich =>
  row
    .filter((cell) => cell.length > 0)
    .flatMap((cell, index) => (index === 0 ? cell : [' · ', ...cell]))
    .map((inline) => (typeof inline === 'string' ? oneLine(inline) : inline))

function firstThatFit(lines: readonly string[], room: number): string {
  let text = ''
  for (const line of lines) {
    if (text.length + line.length + 1 > room) break
    text += text === '' ? line : `\n${line}`
  }
  return text
}

const oneLine = (text: string): string => visible(text).replace(/\s+/g, ' ')
const pad = (cell: string, width: number): string => cell + ' '.repeat(Math.max(0, width - displayWidth(cell)))

/** Chinese, Japanese, Korean, full-width forms and emoji take two columns. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u
const ZERO = /\p{Mn}|\p{Cf}/u

/** Columns that a text takes in a fixed-width font. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += ZERO.test(character) ? 0 : WIDE.test(character) ? 2 : 1
  return width
}
