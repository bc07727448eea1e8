import type { APIEmbed } from 'discord.js'
import type { Bot } from '../../bot/bot.ts'
import type { Card } from '../../bot/card.ts'
import type { Actor } from '../../bot/request.ts'
import type { Locale } from '../../bot/texts/locale.ts'
import { pressId } from './custom-id.ts'
import { renderButtons, type Button, type ButtonRow } from './render-buttons.ts'
import { renderEmbeds } from './render-card.ts'
import { withPictures, type PayloadFile } from './pictures.ts'

/** A message's body, as an answer, an edit or a message of its own takes it. */
export interface Payload {
  content?: string
  embeds: APIEmbed[]
  components: ButtonRow[]
  files?: PayloadFile[]
}

interface CardOptions {
  /** Further buttons. */
  more?: readonly Button[]
  /** Small print of the whole message, which shows no markup. */
  footer?: string | null
}

/** A card as a message. `owner`: the one who may press its buttons; null where everyone who can read it may. */
export function cardPayload(
  bot: Pick<Bot, 'keep'>,
  card: Card,
  locale: Locale,
  owner: Actor | null,
  { more = [], footer = null }: CardOptions = {},
): Payload {
  const own = card.actions.map((action) => ({ ...action, customId: pressId(bot.keep(action, owner)) }))
  const payload = { embeds: renderEmbeds(card, locale, footer), components: renderButtons([...own, ...more]) }
  return withPictures(payload, card)
}

/** One of our own sentences, which are markup already. */
export const textPayload = (content: string): Payload => ({ content, embeds: [], components: [] })
