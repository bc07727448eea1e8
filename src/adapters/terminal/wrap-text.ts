import stringWidth from 'string-width'

/** Punctuation that may not begin a line, in either script. */
const CLINGS = /^[\s.,;:!?)\]}'"”’。，、；：！？）】》」』…%]+$/u

/** Brackets and quotes that may not end a line. */
const OPENS = /[（【《「『“‘]$/u

/** Marks that say something of the word after them, as in "→ ❌ APNs", and are lost without it. */
const MARKS = /^(?:(?:\p{Extended_Pictographic}\ufe0f?|[→✘])\s+){1,3}$/u
const LONGEST_MARKS = 12

/**
 * Breaks text into lines of at most `width` columns, a Chinese character counting two. Breaks between words, which in
 * Chinese are found by the segmenter; a word wider than a line is broken where it must be.
 */
export function wrapText(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width))
}

/** Columns of the widest part that `wrapText` would break only for want of room. */
export function widestPiece(text: string): number {
  let widest = 0
  for (const line of text.split('\n'))
    for (const piece of together(line)) widest = Math.max(widest, stringWidth(piece.trimEnd()))
  return widest
}

const words = new Intl.Segmenter('zh', { granularity: 'word' })
const letters = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** What begins an item of a list: its further lines stand under its first word. */
const BULLET = /^\s{0,8}(?:[•◦▪‣→]|\d{1,3}[.)])\s{1,4}/u

function wrapLine(text: string, width: number): readonly string[] {
  const [bullet = ''] = BULLET.exec(text) ?? []
  const hang = stringWidth(bullet)
  // On so narrow a line there is no room to hang anything in.
  if (bullet === '' || hang > width / 2) return wrapped(text, width)
  const lines = wrapped(text.slice(bullet.length), width - hang)
  return lines.map((line, index) => (index === 0 ? bullet : ' '.repeat(hang)) + line)
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const piece of pieces(text, width)) {
    if (line !== '' && used + stringWidth(piece.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
      used = stringWidth(line)
    } else {
      line += piece
      used += stringWidth(piece)
    }
  }
  return [...lines, line.trimEnd()]
}

const pieces = (text: string, width: number): readonly string[] =>
  together(text).flatMap((piece) => (stringWidth(piece.trimEnd()) > width ? broken(piece, width) : [piece]))

/** Words with the punctuation that clings to them; Latin text between blanks is one piece. */
function together(text: string): readonly string[] {
  const found: string[] = []
  for (const { segment } of words.segment(text)) {
    const last = found.at(-1)
    if (last !== undefined && belongs(last, segment)) found[found.length - 1] = last + segment
    else found.push(segment)
  }
  return found
}

const belongs = (last: string, next: string): boolean =>
  CLINGS.test(next) ||
  (isLatin(last.at(-1)) && isLatin(next[0])) ||
  OPENS.test(last.slice(-1)) ||
  (last.length <= LONGEST_MARKS && MARKS.test(last))

const isLatin = (character: string | undefined): boolean => character !== undefined && /[\u0021-\u024f]/.test(character)

function broken(piece: string, width: number): readonly string[] {
  const parts: string[] = []
  let part = ''
  let used = 0
  for (const { segment } of letters.segment(piece)) {
    const wide = stringWidth(segment)
    if (used + wide > width) {
      parts.push(part)
      part = ''
      used = 0
    }
    part += segment
    used += wide
  }
  return [...parts, part]
}
