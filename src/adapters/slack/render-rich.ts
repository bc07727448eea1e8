import type { types } from '@slack/bolt'
import { plainRich, type Reader } from '../../bot/cards/plain-text.ts'
import type { Inline, Rich } from '../../bot/rich.ts'
import { wellFormed } from './clamp.ts'

export type RichElement = types.RichTextElement

/** Slack's date element is for seconds of our time; anything stranger is written out. */
const LATEST_SECONDS = 4_102_444_800

/** Any other id makes Slack refuse the whole message. */
const SLACK_ID = /^[UW][A-Z0-9]+$/

/**
 * Rich text as elements of a `rich_text` block. Nothing in such a block is parsed, so what a user typed can become
 * neither markup nor a mention, and there is nothing to escape. Moments are date elements: a shared card is read in
 * several zones, and each reader sees their own.
 */
export function richElements(text: Rich, reader: Reader): readonly RichElement[] {
  return text.map((inline) => element(inline, reader)).filter((made) => made.type !== 'text' || made.text !== '')
}

function element(inline: Inline, reader: Reader): RichElement {
  if (typeof inline === 'string') return plainElement(inline)
  switch (inline.kind) {
    case 'code':
      return { type: 'text', text: wellFormed(inline.value), style: { code: true } }
    case 'strong':
      return strongElement(inline.value)
    case 'person':
      return inline.platform === 'slack' && SLACK_ID.test(inline.id)
        ? { type: 'user', user_id: inline.id }
        : plainElement(inline.id)
    case 'time': {
      const written = plainRich([inline], reader)
      const timestamp = Math.floor(inline.at / 1000)
      if (inline.as === 'relative' || !(timestamp > 0 && timestamp < LATEST_SECONDS)) return plainElement(written)
      return { type: 'date', timestamp, format: '{date_num} {time_secs}', fallback: written }
    }
  }
}

export const plainElement = (text: string): types.RichTextText => ({ type: 'text', text: wellFormed(text) })

export const strongElement = (text: string): types.RichTextText => ({
  type: 'text',
  text: wellFormed(text),
  style: { bold: true },
})
