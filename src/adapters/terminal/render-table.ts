import stringWidth from 'string-width'
import { widestPiece, wrapText } from './wrap-text.ts'

const GAP = '  '
/** Columns of text below which a wrapped cell is a ladder of syllables. */
const NARROWEST = 10

/**
 * The lines of each row, the heading's first, of at most `width` columns: cells are wrapped where that is needed, and
 * between words. Null where it would take more: then a table is no help.
 */
export function renderTable(
  rows: readonly (readonly string[])[],
  width: number,
): readonly (readonly string[])[] | null {
  const columns = (rows[0] ?? []).map((_, index) => columnOf(rows.map((row) => row[index] ?? '')))
  const room = width - GAP.length * (columns.length - 1)
  const widths = fitted(columns, room)
  return widths === null ? null : rows.map((row) => drawn(row, widths))
}

interface Column {
  /** Of each cell, as it would stand in one line. */
  widths: readonly number[]
  least: number
}

function columnOf(cells: readonly string[]): Column {
  const widths = cells.map((cell) => Math.max(...cell.split('\n').map((line) => stringWidth(line))))
  const widest = Math.max(...widths)
  return { widths, least: Math.max(Math.min(widest, NARROWEST), ...cells.map(widestPiece)) }
}

/** Takes from the column where the fewest cells have to be wrapped for it, and of those from the widest. */
function fitted(columns: readonly Column[], room: number): readonly number[] | null {
  const widths = columns.map((column) => Math.max(column.least, Math.min(room, Math.max(...column.widths))))
  let over = widths.reduce((sum, each) => sum + each, 0) - room
  for (; over > 0; over--) {
    let best: number | null = null
    let cost = Infinity
    for (const [index, { widths: cells, least }] of columns.entries()) {
      const now = widths[index] ?? 0
      if (now <= least) continue
      const wrapped = cells.filter((cell) => cell >= now).length
      if (wrapped < cost || (wrapped === cost && now > (widths[best ?? 0] ?? 0))) {
        best = index
        cost = wrapped
      }
    }
    if (best === null) return null
    widths[best] = (widths[best] ?? 0) - 1
  }
  return widths
}

function drawn(row: readonly string[], widths: readonly number[]): readonly string[] {
  const cells = widths.map((width, index) => wrapText(row[index] ?? '', width))
  const height = Math.max(0, ...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, index) => padded(lines[line] ?? '', widths[index] ?? 0))
      .join(GAP)
      .trimEnd(),
  )
}

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - stringWidth(text)))
