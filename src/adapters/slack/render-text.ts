import type { Block, Card } from '../../bot/card.ts'
import { plainRich, type Reader } from '../../bot/cards/plain-text.ts'
import { clamp } from './clamp.ts'
import { escapeMrkdwn } from './escape-mrkdwn.ts'
import { slackTexts } from './texts.ts'

const LONGEST = 600

/**
 * The answer in a sentence or two: what a notification shows, and what a screen reader reads instead of the blocks.
 * Never a code block, so never a signature.
 */
export function topLevelText(card: Card, reader: Reader): string {
  const said = [card.title, mainPoint(card.blocks, reader)].filter((part) => part !== '')
  return escapeMrkdwn(clamp(`${toneWord(card, reader)}${said.join(slackTexts(reader.locale).stop)}`, LONGEST))
}

/** "Problem: ", or nothing for a card that tells no state. */
export function toneWord({ tone }: Card, { locale }: Reader): string {
  const { tones, colon } = slackTexts(locale)
  return tones[tone] === '' ? '' : `${tones[tone]}${colon}`
}

/** The most decisive finding, else the first thing the card says. */
function mainPoint(blocks: readonly Block[], reader: Reader): string {
  const finding = blocks.find((block) => block.kind === 'finding')
  if (finding !== undefined)
    return `${finding.label}${slackTexts(reader.locale).colon}${plainRich(finding.text, reader)}`
  for (const block of blocks) {
    if (block.kind === 'text') return plainRich(block.text, reader)
    // Of a list, what it lists.
    if (block.kind === 'table') return block.rows.map(([first = []]) => plainRich(first, reader)).join(', ')
  }
  return ''
}
