import type { Bot } from '../../../bot/bot.ts'
import type { ChannelPost } from '../../../bot/ports/channels.ts'
import type { KeyedMessage } from '../channel-api.ts'
import { imagesOf, NO_PICTURES, type Pictures } from '../pictures.ts'
import { renderCard } from '../render-card.ts'
import { renderPlainly } from '../render-plainly.ts'

export interface Drawing {
  message: KeyedMessage
  /** Whether every picture of the card is in it. */
  whole: boolean
}

/** A post in the ways in which it can be drawn, the best first; the next is for when Slack refuses the one before. */
export function drawPost(
  { keep }: Pick<Bot, 'keep'>,
  { card, key, locale, timeZone }: ChannelPost,
  pictures: Pictures,
  now: number,
): readonly Drawing[] {
  const reader = { locale, timeZone, now }
  // Nobody in particular asked for it, so everyone may press.
  const buttons = card.actions.map((action) => ({ label: action.label, style: action.style, key: keep(action, null) }))
  const draw = (shown: Pictures) => ({
    ...renderCard(card, { reader, surface: 'message', buttons, pictures: shown }),
    key,
  })
  const whole = pictures.size === imagesOf(card).length
  return [
    ...(pictures.size > 0 ? [{ message: draw(pictures), whole }] : []),
    { message: draw(NO_PICTURES), whole: imagesOf(card).length === 0 },
    { message: { ...renderPlainly(card, reader, buttons), key }, whole: imagesOf(card).length === 0 },
  ]
}
