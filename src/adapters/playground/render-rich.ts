import { plainRich, type Reader } from '../../bot/cards/plain-text.ts'
import type { Inline, Rich } from '../../bot/rich.ts'
import { formatMoment } from '../../bot/texts/duration.ts'
import { html, type Html } from './html.ts'

export const renderRich = (text: Rich, reader: Reader): Html => html`${text.map((part) => inline(part, reader))}`

/** Marks that say something of the word after them, as in "→ ❌ APNs", and are lost at the end of a line. */
const MARK = /(\p{Extended_Pictographic}\ufe0f?|[→✘]) (?=\S)/gu

function inline(part: Inline, reader: Reader): Html | string {
  if (typeof part === 'string') return part.replace(MARK, '$1\u00a0')
  switch (part.kind) {
    case 'code':
      return html`<code>${part.value}</code>`
    case 'strong':
      return html`<strong>${part.value}</strong>`
    case 'time':
      return time(part, reader)
    case 'person':
      return part.id
  }
}

/** The reader's own zone to read, UTC on hovering: the zone in which logs are written. */
function time(part: Extract<Inline, { kind: 'time' }>, reader: Reader): Html {
  const date = new Date(part.at)
  const shown = plainRich([part], reader)
  if (Number.isNaN(date.getTime())) return html`${shown}`
  return html`<time datetime="${date.toISOString()}" title="${formatMoment(part.at, null)}">${shown}</time>`
}
