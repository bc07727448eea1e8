import { stripVTControlCharacters, styleText } from 'node:util'
import stringWidth from 'string-width'
import type { Block, Card, Tone } from '../../bot/card.ts'
import { plainRich, type Reader } from '../../bot/cards/plain-text.ts'
import type { Rich } from '../../bot/rich.ts'
import { COLON, inBrackets } from '../../bot/texts/punctuation.ts'
import { wrapText } from './wrap-text.ts'

export interface TerminalStyle {
  /** In columns. */
  width: number
  colour: boolean
}

const MARKS: Readonly<Record<Tone, string>> = { good: '✔', warn: '!', bad: '✘', info: '·' }
const COLOURS = { good: 'green', warn: 'yellow', bad: 'red', info: 'cyan' } as const

/** What a terminal must not be told by foreign text: control characters other than the line feed, and bidirectional marks. */
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

/** A card for a terminal: lines of at most the given width, readable without colour. */
export function renderTerminal(card: Card, reader: Reader, style: TerminalStyle): string {
  const paint = (tone: Tone, text: string) =>
    style.colour ? styleText([COLOURS[tone], 'bold'], text, { validateStream: false }) : text
  const say = (text: Rich) => safe(plainRich(text, reader))
  const indented = (text: string, by: string) =>
    wrapText(text, style.width - by.length).map((line) => (line === '' ? '' : by + line))

  function block(part: Block): readonly string[] {
    switch (part.kind) {
      case 'text':
        return wrapText(say(part.text), style.width)
      case 'note':
        return indented(say(part.text), '  ')
      case 'fields':
        return fields(part.fields.map(({ label, value }) => [safe(label), say(value)]))
      case 'table':
        return table(
          part.columns,
          part.rows.map((row) => row.map(say)),
        )
      case 'code':
        // Never wrapped: it is there to be copied.
        return safe(part.text).split('\n')
      case 'finding': {
        const [first = '', ...rest] = indented(
          `${part.label}${COLON[reader.locale]}${say(part.text)}${part.codes === null ? '' : inBrackets(part.codes, reader.locale)}`,
          '  ',
        )
        const remedy = part.remedy.length === 0 ? [] : indented(`→ ${say(part.remedy)}`, '    ')
        return [`${paint(part.tone, MARKS[part.tone])} ${first.trimStart()}`, ...rest, ...remedy]
      }
      case 'divider':
        return ['─'.repeat(Math.min(style.width, 40))]
    }
  }

  function fields(rows: readonly (readonly [string, string])[]): readonly string[] {
    const widest = Math.min(24, Math.max(0, ...rows.map(([label]) => stringWidth(label))))
    return rows.flatMap(([label, value]) => {
      const gap = '  ' + ' '.repeat(widest + 2)
      const [first = '', ...rest] = indented(value, gap)
      return stringWidth(label) > widest
        ? [...indented(label, '  '), ...indented(value, '    ')]
        : [`  ${label}${' '.repeat(widest - stringWidth(label) + 2)}${first.trimStart()}`, ...rest]
    })
  }

  /** In columns where they fit, else every row as a list of its own. */
  function table(columns: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
    const lines = inColumns([columns, ...rows])
    if (lines.every((line) => stringWidth(line) <= style.width)) return lines
    return rows.flatMap((row, index) => [
      ...(index === 0 ? [] : ['']),
      ...fields(row.map((cell, column) => [columns[column] ?? '', cell])),
    ])
  }

  const [title = '', ...more] = wrapText(safe(card.title), style.width - 2)
  const parts = card.blocks.map((each) => block(each).join('\n'))
  return [[`${paint(card.tone, MARKS[card.tone])} ${paint(card.tone, title)}`, ...more].join('\n'), ...parts].join(
    '\n\n',
  )
}

const safe = (text: string): string =>
  stripVTControlCharacters(text)
    .replace(/[\t\u2028\u2029]/g, ' ')
    .replace(UNPRINTABLE, '')

function inColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))))
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - stringWidth(cell)))
      .join('  ')
      .trimEnd(),
  )
}
