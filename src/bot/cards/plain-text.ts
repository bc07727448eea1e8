import type { Block, Card } from '../card.ts'
import type { Inline, Rich } from '../rich.ts'
import { formatMoment, formatRelative } from '../texts/duration.ts'
import type { Locale } from '../texts/locale.ts'
import { COLON, inBrackets } from '../texts/punctuation.ts'

export interface Reader {
  locale: Locale
  timeZone: string | null
  /** UNIX milliseconds, for "3 hours ago". */
  now: number
}

const inline = (part: Inline, reader: Reader): string => {
  if (typeof part === 'string') return part
  if (part.kind === 'person') return part.id
  if (part.kind !== 'time') return part.value
  return part.as === 'moment'
    ? formatMoment(part.at, reader.timeZone)
    : formatRelative(part.at, reader.now, reader.locale)
}

/** Rich text as plain text, times written out. */
export const plainRich = (text: Rich, reader: Reader): string => text.map((part) => inline(part, reader)).join('')

/** A whole card as plain text: for notifications, screen readers, logs of a terminal, and `card.text` in JSON. */
export function plainText(card: Card, reader: Reader): string {
  return [card.title, ...card.blocks.map((block) => plainBlock(block, reader))].filter((part) => part !== '').join('\n')
}

function plainBlock(block: Block, reader: Reader): string {
  switch (block.kind) {
    case 'text':
    case 'note':
      return plainRich(block.text, reader)
    case 'fields':
      return block.fields
        .map(({ label, value }) => `${label}${COLON[reader.locale]}${plainRich(value, reader)}`)
        .join('\n')
    case 'table':
      return [
        block.columns.join(' | '),
        ...block.rows.map((row) => row.map((cell) => plainRich(cell, reader)).join(' | ')),
      ].join('\n')
    case 'code':
      return block.text
    case 'finding':
      return [
        `${block.label}${COLON[reader.locale]}${plainRich(block.text, reader)}${block.codes === null ? '' : inBrackets(block.codes, reader.locale)}`,
        ...(block.remedy.length === 0 ? [] : [`→ ${plainRich(block.remedy, reader)}`]),
      ].join('\n')
    case 'image':
      return `[${block.alt}]`
    case 'divider':
      return ''
  }
}
