import stringWidth from 'string-width'
import { plainRich } from '../../bot/cards/plain-text.ts'
import type { Progress } from '../../bot/request.ts'
import { COLON } from '../../bot/texts/punctuation.ts'
import { safe } from './safe.ts'

/** Standard error, as far as it matters here. */
export interface ProgressStream {
  isTTY?: boolean
  columns?: number
  write(text: string): unknown
}

export interface ProgressLine {
  /** Null where nobody would see it. Never throws. */
  show: ((progress: Progress) => void) | null
  /** Leaves the line empty, for the card, and shows nothing more. */
  clear(): void
}

const USUAL_WIDTH = 80

/** How far an answer has come, in one line that is written over. In plain characters, which every terminal shows. */
export function createProgressLine(stream: ProgressStream, now: () => number): ProgressLine {
  if (stream.isTTY !== true) return { show: null, clear() {} }
  let shown = 0
  let ended = false
  const put = (line: string): void => {
    const width = stringWidth(line)
    stream.write(`\r${line}${' '.repeat(Math.max(0, shown - width))}${line === '' ? '\r' : ''}`)
    shown = width
  }
  return {
    show(progress) {
      if (!ended) put(cut(lineOf(progress, now()), (stream.columns || USUAL_WIDTH) - 1))
    },
    clear() {
      ended = true
      if (shown > 0) put('')
    },
  }
}

/** The title, and the first thing that the card says. */
function lineOf({ card, locale, timeZone }: Progress, now: number): string {
  const first = card.blocks.find((block) => block.kind === 'text' || block.kind === 'note')
  const said = first === undefined ? '' : plainRich(first.text, { locale, timeZone, now })
  const line = said === '' ? card.title : `${card.title}${COLON[locale]}${said}`
  return safe(line).replace(/\s+/g, ' ').trim()
}

const letters = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** One column is left free: a full line would go on to the next, and `\r` would not come back. */
function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text
  let kept = ''
  let used = 0
  for (const { segment } of letters.segment(text)) {
    used += stringWidth(segment)
    if (used > width - 1) break
    kept += segment
  }
  return `${kept}…`
}
