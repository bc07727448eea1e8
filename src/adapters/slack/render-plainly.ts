import type { Card } from '../../bot/card.ts'
import { plainText, type Reader } from '../../bot/cards/plain-text.ts'
import { wellFormed } from './clamp.ts'
import { LIMITS } from './limits.ts'
import type { SlackBlock } from './render-block.ts'
import { renderButtons, type Button } from './render-buttons.ts'
import type { SlackMessage } from './render-card.ts'
import { topLevelText } from './render-text.ts'

/** The same card in the oldest blocks there are, for when Slack refuses the better ones. */
export function renderPlainly(card: Card, reader: Reader, buttons: readonly Button[]): SlackMessage {
  const characters = [...wellFormed(plainText(card, reader))].slice(0, LIMITS.messageCharacters - 1000)
  const blocks: SlackBlock[] = []
  for (let at = 0; at < characters.length; at += LIMITS.sectionText) {
    const text = characters.slice(at, at + LIMITS.sectionText).join('')
    if (text.trim() !== '') blocks.push({ type: 'section', text: { type: 'plain_text', text, emoji: false } })
  }
  const actions = renderButtons(buttons)
  if (actions !== null) blocks.push(actions)
  return { text: topLevelText(card, reader), blocks }
}
