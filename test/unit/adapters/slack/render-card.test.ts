import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../../../src/adapters/slack/limits.ts'
import { renderCard } from '../../../../src/adapters/slack/render-card.ts'
import { renderPlainly } from '../../../../src/adapters/slack/render-plainly.ts'
import type { Block, Card } from '../../../../src/bot/card.ts'
import { person, rich } from '../../../../src/bot/rich.ts'
import { problemsInBlocks, readable } from '../../../servers/slack/check-blocks.ts'

const reader = { locale: 'en', timeZone: null, now: 0 } as const

const image = (alt: string): Block => ({ kind: 'image', png: new Uint8Array([1]), name: 'loss.png', alt })
const cardOf = (...blocks: Block[]): Card => ({ tone: 'info', title: 'Report', blocks, actions: [] })
const drawn = (card: Card, pictures: ReadonlyMap<Block, string>) =>
  renderCard(card, { reader, surface: 'message', buttons: [], pictures }).blocks

describe('an image', () => {
  it.each([
    ['its own words', 'Loss: 4 %', 'Loss: 4 %'],
    ['words that Slack would not take whole', 'x'.repeat(3000), `${'x'.repeat(LIMITS.altText - 1)}…`],
    ['its name, where it has no words', '', 'loss.png'],
  ])('is the file that was uploaded, with %s', (_, alt, told) => {
    const block = image(alt)
    const blocks = drawn(cardOf(block), new Map([[block, 'F1']]))
    expect(blocks).toContainEqual({ type: 'image', slack_file: { id: 'F1' }, alt_text: told })
    expect(problemsInBlocks(blocks, 'message')).toEqual([])
  })

  it('is told in words where there is no file of it, each for itself', () => {
    const [one, other] = [image('Loss: 4 %'), image('Clicks: 7 %')]
    const blocks = drawn(cardOf(one, other), new Map([[other, 'F2']]))
    expect(blocks.map(({ type }) => type)).toEqual(['header', 'context', 'image'])
    expect(readable(blocks)).toContain('Loss: 4 %')
    expect(problemsInBlocks(blocks, 'message')).toEqual([])
  })

  it('does not stand in the way of a plain card', () => {
    expect(problemsInBlocks(renderPlainly(cardOf(image('Loss: 4 %')), reader, []).blocks, 'message')).toEqual([])
  })
})

describe('somebody', () => {
  it.each([
    ['of Slack by name', 'slack', 'U012AB', { type: 'user', user_id: 'U012AB' }],
    ['of another platform by id', 'discord', '123', { type: 'text', text: '123' }],
    ['whose id Slack would not take by id', 'slack', '<!here>', { type: 'text', text: '<!here>' }],
  ])('is shown: %s', (_, platform, id, element) => {
    const blocks = drawn(cardOf({ kind: 'text', text: rich`taken by ${person(platform, id)}` }), new Map())
    expect(JSON.stringify(blocks)).toContain(JSON.stringify(element))
    expect(problemsInBlocks(blocks, 'message')).toEqual([])
  })
})
