import { plainText } from '../../bot/cards/plain-text.ts'
import type { Card } from '../../bot/card.ts'
import type { Locale } from '../../bot/texts/locale.ts'
import { LIMITS } from './limits.ts'
import { TONE_EMOJI } from './render-block.ts'
import { renderRich } from './render-rich.ts'
import type { Payload } from './render-reply.ts'

/** A card without embeds, for channels where we may not post them: less handsome, and everything still said. */
export function plainPayload(card: Card, locale: Locale, now: number): Payload {
  const { text } = renderRich([plainText(card, { locale, timeZone: null, now })], LIMITS.content - 10)
  return { content: `${TONE_EMOJI[card.tone]} ${text}`, embeds: [], components: [] }
}
