import type { types } from '@slack/bolt'
import type { Block, Tone } from '../../bot/card.ts'
import { plainRich, type Reader } from '../../bot/cards/plain-text.ts'
import { inBrackets } from '../../bot/texts/punctuation.ts'
import { clamp, wellFormed } from './clamp.ts'
import { LIMITS } from './limits.ts'
import type { Pictures } from './pictures.ts'
import { plainElement, richElements, strongElement, type RichElement } from './render-rich.ts'
import { renderTable } from './render-table.ts'
import { slackTexts } from './texts.ts'

export type Surface = 'message' | 'modal'

export const TONE_EMOJI: Readonly<Record<Tone, string>> = { good: '✅', warn: '⚠️', bad: '❌', info: 'ℹ️' }

export type SlackBlock = types.KnownBlock

/** One block of a card as a block of Slack; null where it would be empty, which Slack refuses. */
export function renderBlock(block: Block, reader: Reader, surface: Surface, pictures: Pictures): SlackBlock | null {
  switch (block.kind) {
    case 'text':
      return section(richElements(block.text, reader))
    case 'fields':
      return section(
        block.fields.flatMap(({ label, value }, index) => [
          ...(index > 0 ? [plainElement('\n')] : []),
          strongElement(`${label}${slackTexts(reader.locale).colon}`),
          ...richElements(value, reader),
        ]),
      )
    case 'table':
      return renderTable(block, reader, surface)
    case 'code':
      return block.text === ''
        ? null
        : {
            type: 'rich_text',
            elements: [{ type: 'rich_text_preformatted', elements: [plainElement(block.text)] }],
          }
    case 'finding':
      return finding(block, reader)
    case 'image':
      return image(block, pictures.get(block))
    case 'note':
      return note(plainRich(block.text, reader))
    case 'divider':
      return { type: 'divider' }
  }
}

function image({ alt, name }: Extract<Block, { kind: 'image' }>, file: string | undefined): SlackBlock | null {
  if (file === undefined) return note(alt)
  return { type: 'image', slack_file: { id: file }, alt_text: clamp(alt === '' ? name : alt, LIMITS.altText) }
}

/** Small print. Plain text, so that it needs no escaping; `emoji` off, so that `:x:` in it stays as it is. */
export const note = (text: string): SlackBlock | null =>
  text === ''
    ? null
    : { type: 'context', elements: [{ type: 'plain_text', text: clamp(text, LIMITS.contextText), emoji: false }] }

export const section = (elements: readonly RichElement[]): SlackBlock | null =>
  elements.length === 0
    ? null
    : { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [...elements] }] }

export const header = (text: string): SlackBlock => ({
  type: 'header',
  text: { type: 'plain_text', text: clamp(text, LIMITS.header), emoji: false },
})

function finding(block: Extract<Block, { kind: 'finding' }>, reader: Reader): SlackBlock {
  const { colon, remedy } = slackTexts(reader.locale)
  const elements: RichElement[] = [
    strongElement(`${TONE_EMOJI[block.tone]} ${block.label}${colon}`),
    ...richElements(block.text, reader),
  ]
  if (block.codes !== null) elements.push(plainElement(inBrackets(wellFormed(block.codes), reader.locale)))
  if (block.remedy.length > 0) {
    elements.push(strongElement(`\n${remedy}${colon}`), ...richElements(block.remedy, reader))
  }
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }
}
