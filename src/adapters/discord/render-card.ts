import type { APIEmbed } from 'discord.js'
import type { Card, Tone } from '../../bot/card.ts'
import type { Locale } from '../../bot/texts/locale.ts'
import { escapeText } from './escape-text.ts'
import { LIMITS } from './limits.ts'
import { renderBlock, TONE_EMOJI } from './render-block.ts'
import { cutMarkup } from './render-rich.ts'
import { DISCORD_TEXTS } from './texts.ts'

const COLOURS: Readonly<Record<Tone, number>> = { good: 0x2e7d32, warn: 0xf9a825, bad: 0xc62828, info: 0x1565c0 }
const SEPARATOR = '\n\n'

/**
 * A card as embeds, `footer` below the last; its buttons and its pictures are drawn apart.
 *
 * Embeds, not Components V2: V2 holds 4,000 characters against 6,000, and above about 10,170 bytes (3,380 Chinese
 * characters) Discord answers it with an HTTP 500 that nothing in its documentation explains; an embed survives old
 * clients, is found by search and can be quoted. All of the card is in descriptions, never in embed fields: these always
 * come after the description, would break the card's order, and hold 1,024 characters only.
 */
export function renderEmbeds(card: Card, locale: Locale, footer: string | null = null): APIEmbed[] {
  const texts = DISCORD_TEXTS[locale]
  const name = `${TONE_EMOJI[card.tone]} ${texts.tones[card.tone]}`
  const title = titleOf(card.title)
  const shortened = `${SEPARATOR}-# ${texts.shortened}`
  const descriptions = renderBlocks(
    card,
    LIMITS.embedTotal - name.length - title.length - (footer ?? '').length,
    shortened,
  )
  return descriptions.map((description, index) => ({
    color: COLOURS[card.tone],
    ...(index === 0 ? { author: { name }, ...(title === '' ? {} : { title }) } : {}),
    ...(description === '' ? {} : { description }),
    ...(footer !== null && index === descriptions.length - 1 ? { footer: { text: footer } } : {}),
  }))
}

/** The blocks in order, filled into as many descriptions as it takes; always at least one. */
function renderBlocks(card: Card, room: number, shortened: string): string[] {
  const descriptions: string[] = []
  let current = ''
  let left = room - shortened.length
  for (const block of card.blocks) {
    const rendered = renderBlock(block, Math.min(left - SEPARATOR.length, LIMITS.embedDescription - shortened.length))
    const text = rendered.text.trim() === '' ? '' : rendered.text
    const grown = current === '' ? text : text === '' ? current : current + SEPARATOR + text
    if (grown.length <= LIMITS.embedDescription - shortened.length) {
      current = grown
    } else {
      descriptions.push(current)
      current = text
    }
    left -= text.length + SEPARATOR.length
    if (rendered.cut) {
      current += shortened
      break
    }
  }
  return [...descriptions, current]
}

const titleOf = (text: string): string => {
  const title = escapeText(text).replace(/\s+/g, ' ').trim()
  return title.length <= LIMITS.embedTitle ? title : `${cutMarkup(title, LIMITS.embedTitle - 1)}…`
}
