import { styleText } from 'node:util'
import stringWidth from 'string-width'
import type { Block, Card, Tone } from '../../bot/card.ts'
import { plainRich, type Reader } from '../../bot/cards/plain-text.ts'
import type { Rich } from '../../bot/rich.ts'
import { COLON, inBrackets } from '../../bot/texts/punctuation.ts'
import { safe } from './safe.ts'
import { renderTable } from './render-table.ts'
import { wrapText } from './wrap-text.ts'

export interface TerminalStyle {
  /** In columns. */
  width: number
  colour: boolean
}

const MARKS: Readonly<Record<Tone, string>> = { good: '✔', warn: '!', bad: '✘', info: '·' }
const EMPTY = /^\s*[—–-]?\s*$/
const COLOURS = { good: 'green', warn: 'yellow', bad: 'red', info: 'cyan' } as const

/** A card for a terminal: lines of at most the given width, readable without colour. */
export function renderTerminal(card: Card, reader: Reader, style: TerminalStyle): string {
  const paint = (tone: Tone, text: string) =>
    style.colour ? styleText([COLOURS[tone], 'bold'], text, { validateStream: false }) : text
  const say = (text: Rich) => safe(plainRich(text, reader))
  const indented = (text: string, by: string) =>
    wrapText(text, style.width - by.length).map((line) => (line === '' ? '' : by + line))

  const hanging = (head: string, text: string) =>
    indented(text, ' '.repeat(stringWidth(head))).map((line, index) => (index === 0 ? head + line.trimStart() : line))

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
          part.columns.map(safe),
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
        const remedy = part.remedy.length === 0 ? [] : hanging('    → ', say(part.remedy))
        return [`${paint(part.tone, MARKS[part.tone])} ${first.trimStart()}`, ...rest, ...remedy]
      }
      case 'image':
        return wrapText(safe(`[${part.alt}]`), style.width)
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

  /** In columns where that reads shorter, else every row as a list of its own, without what it leaves empty. */
  function table(columns: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
    const listed = rows.flatMap((row, index) => {
      const given = row.flatMap((cell, column) => (EMPTY.test(cell) ? [] : [[columns[column] ?? '', cell] as const]))
      return [...(index === 0 ? [] : ['']), ...fields(given)]
    })
    const [head = [], ...body] = renderTable([columns, ...rows], style.width) ?? []
    const lines = body.flat()
    if (head.length === 0 || (rows.length > 0 && lines.length > listed.length)) return listed
    return [...head.map((line) => (style.colour ? styleText('bold', line, { validateStream: false }) : line)), ...lines]
  }

  const [title = '', ...more] = wrapText(safe(card.title), style.width - 2)
  const parts = card.blocks.map((each) => block(each).join('\n'))
  return [[`${paint(card.tone, MARKS[card.tone])} ${paint(card.tone, title)}`, ...more].join('\n'), ...parts].join(
    '\n\n',
  )
}
