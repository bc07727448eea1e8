import type { types } from '@slack/bolt'
import type { Card } from '../../bot/card.ts'
import type { Reader } from '../../bot/cards/plain-text.ts'
import { LIMITS } from './limits.ts'
import { cutBlock, textLength } from './measure-block.ts'
import { header, note, renderBlock, TONE_EMOJI, type SlackBlock, type Surface } from './render-block.ts'
import { NO_PICTURES, type Pictures } from './pictures.ts'
import { renderButtons, type Button } from './render-buttons.ts'
import { topLevelText, toneWord } from './render-text.ts'
import { slackTexts } from './texts.ts'

/** What is posted: blocks, and the same in a sentence or two for notifications and screen readers. */
export interface SlackMessage {
  text: string
  blocks: SlackBlock[]
}

export interface RenderOptions {
  reader: Reader
  surface: Surface
  buttons: readonly Button[]
  /** Files that show the card's images; left out: there are none. */
  pictures?: Pictures
  /** Slack id of the person who made a private card public. */
  sharedBy?: string
}

/** Room for the header, the line about what was left out, who shared it, and, but for their labels, the buttons. */
const OWN_BLOCKS = 4
const OWN_CHARACTERS = 1000

/** A card within all of Slack's limits. What does not fit is left out from the end, and the card says so. */
export function renderCard(card: Card, options: RenderOptions): SlackMessage {
  const { reader, buttons, sharedBy } = options
  const title = `${TONE_EMOJI[card.tone]} ${toneWord(card, reader)}${card.title}`
  const blocks: (SlackBlock | null)[] = [header(title), ...body(card, options)]
  if (sharedBy !== undefined) blocks.push(sharer(sharedBy, reader))
  blocks.push(renderButtons(buttons))
  return { text: topLevelText(card, reader), blocks: blocks.filter((block) => block !== null) }
}

function body(card: Card, { reader, surface, buttons, pictures = NO_PICTURES }: RenderOptions): SlackBlock[] {
  const texts = slackTexts(reader.locale)
  const fit: SlackBlock[] = []
  let blocksLeft = (surface === 'message' ? LIMITS.messageBlocks : LIMITS.modalBlocks) - OWN_BLOCKS
  const labels = buttons.reduce((sum, { label }) => sum + Math.min(label.length, LIMITS.buttonText), 0)
  let room = LIMITS.messageCharacters - OWN_CHARACTERS - labels
  let leftOut = 0
  let tables = 0
  for (const block of card.blocks) {
    // Slack takes one table a message; in a modal none, so a further one is drawn as there.
    const made = renderBlock(block, reader, block.kind === 'table' && tables > 0 ? 'modal' : surface, pictures)
    if (made === null) continue
    if (made.type === 'table') tables++
    const length = textLength(made)
    const fitting =
      blocksLeft <= 0
        ? null
        : length <= room
          ? made
          : block.kind === 'code'
            ? note(texts.tooLongToShow)
            : cutBlock(made, room)
    if (fitting === null) {
      leftOut++
      continue
    }
    fit.push(fitting)
    blocksLeft--
    room -= Math.min(textLength(fitting), room)
  }
  const small = leftOut > 0 ? note(texts.leftOut(leftOut)) : null
  return small === null ? fit : [...fit, small]
}

const sharer = (user: string, { locale }: Reader): types.RichTextBlock => ({
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_section',
      elements: [
        { type: 'text', text: `${slackTexts(locale).sharedBy} ` },
        { type: 'user', user_id: user },
      ],
    },
  ],
})
