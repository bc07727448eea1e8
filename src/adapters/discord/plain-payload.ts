import { plainText, type Reader } from '../../bot/cards/plain-text.ts'
import type { Card } from '../../bot/card.ts'
import { LIMITS } from './limits.ts'
import { TONE_EMOJI } from './render-block.ts'
import { renderRich } from './render-rich.ts'
import type { Payload } from './render-reply.ts'

interface PlainReader extends Reader {
  /** Small print below all else; markup already. */
  last?: string
}

/** A card without embeds, for channels where we may not post them: less handsome, and everything still said. */
export function plainPayload(card: Card, { last = '', ...reader }: PlainReader): Payload & { content: string } {
  const end = last === '' ? '' : `\n-# ${last}`
  const { text } = renderRich([plainText(card, reader)], LIMITS.content - 10 - end.length)
  return { content: `${TONE_EMOJI[card.tone]} ${text}${end}`, embeds: [], components: [] }
}
