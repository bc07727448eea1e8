import stringWidth from 'string-width'

/** Punctuation that may not begin a line, in either script. */
const CLINGS = /^[\s.,;:!?)\]}'"”’。，、；：！？）】》」』…%]+$/u

/**
 * Breaks text into lines of at most `width` columns, a Chinese character counting two. Breaks between words, which in
 * Chinese are found by the segmenter; a word wider than a line is broken where it must be.
 */
export function wrapText(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width))
}

const words = new Intl.Segmenter('zh', { granularity: 'word' })
const letters = new Intl.Segmenter('zh', { granularity: 'grapheme' })

function wrapLine(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces(text, width)) {
    if (line !== '' && stringWidth(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else {
      line += piece
    }
  }
  return [...lines, line.trimEnd()]
}

/** Words with the punctuation that clings to them; Latin text between blanks is one piece. */
function pieces(text: string, width: number): readonly string[] {
  const found: string[] = []
  for (const { segment } of words.segment(text)) {
    const last = found.at(-1)
    if (last !== undefined && (CLINGS.test(segment) || (isLatin(last.at(-1)) && isLatin(segment[0]))))
      found[found.length - 1] = last + segment
    else found.push(segment)
  }
  return found.flatMap((piece) => (stringWidth(piece.trimEnd()) > width ? broken(piece, width) : [piece]))
}

const isLatin = (character: string | undefined): boolean => character !== undefined && /[\u0021-\u024f]/.test(character)

function broken(piece: string, width: number): readonly string[] {
  const parts: string[] = []
  let part = ''
  for (const { segment } of letters.segment(piece)) {
    if (stringWidth(part + segment) > width) {
      parts.push(part)
      part = ''
    }
    part += segment
  }
  return [...parts, part]
}
