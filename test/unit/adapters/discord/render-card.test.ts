import { describe, expect, it } from 'vitest'
import { plainPayload } from '../../../../src/adapters/discord/plain-payload.ts'
import { cardPayload } from '../../../../src/adapters/discord/render-reply.ts'
import type { Block, Card } from '../../../../src/bot/card.ts'
import { code, moment, relative, rich, strong } from '../../../../src/bot/rich.ts'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import { MessageBody } from '../../../servers/discord/check-message.ts'

const card = (blocks: readonly Block[], more: Partial<Card> = {}): Card => ({
  tone: 'bad',
  title: 'Not valid',
  blocks,
  actions: [],
  ...more,
})
let keys = 0
const render = (given: Card, locale: 'en' | 'zh' = 'en') =>
  cardPayload({ keep: () => `key-${keys++}` }, given, locale, null)
const descriptionOf = (...blocks: readonly Block[]) =>
  render(card(blocks)).embeds.map(({ description = '' }) => description)

describe('cardPayload', () => {
  it('tells the tone by word, emoji and colour', () => {
    expect(render(card([]))).toEqual({
      embeds: [{ color: 0xc62828, author: { name: '❌ Problem' }, title: 'Not valid' }],
      components: [],
    })
    expect(render(card([]), 'zh').embeds[0]?.author?.name).toBe('❌ 有问题')
  })

  it('draws every kind of block in its place', () => {
    expect(
      descriptionOf(
        { kind: 'text', text: rich`For ${code('alice')}, ${strong('now')}.` },
        {
          kind: 'fields',
          fields: [{ label: 'Expires', value: rich`${moment(1_700_000_000_000)} (${relative(1_700_000_000_000)})` }],
        },
        {
          kind: 'finding',
          tone: 'bad',
          label: 'Error',
          text: rich`Expired.`,
          remedy: rich`Make a new one.`,
          codes: 'IM 70001',
        },
        { kind: 'divider' },
        { kind: 'code', text: 'eJw*-_' },
        { kind: 'note', text: rich`Small print` },
      ),
    ).toEqual([
      'For `alice`, **now**.\n\n**Expires** <t:1700000000:f> (<t:1700000000:R>)\n\n❌ **Error** Expired.\n-# IM 70001\n> Make a new one.\n\n────────────\n\n```\neJw*-_\n```\n\n-# Small print',
    ])
  })

  it('keeps bold, code and times apart', () => {
    expect(descriptionOf({ kind: 'text', text: [strong('a'), strong('b'), code('c'), code('d')] })).toEqual([
      '**a**\u200b**b**\u200b`c`\u200b`d`',
    ])
  })

  it('goes on in a second embed, and says when even that is not enough', () => {
    const paragraph: Block = { kind: 'text', text: ['字'.repeat(1900)] }
    const two = render(card([paragraph, paragraph, paragraph]))
    expect(two.embeds).toHaveLength(2)
    expect(two.embeds[1]?.title).toBeUndefined()
    const over = render(card([paragraph, paragraph, paragraph, paragraph]))
    expect(over.embeds.at(-1)?.description).toContain('Shortened: Discord shows no more in one message.')
    expect(MessageBody.safeParse(over).error).toBeUndefined()
  })

  it('closes a fence that it had to shorten', () => {
    const [description = ''] = descriptionOf({ kind: 'code', text: 'x'.repeat(9000) })
    expect(description).toMatch(/^```\nx+…\n```\n\n-# Shortened/)
  })

  it('shows a time that Discord cannot as text', () => {
    expect(descriptionOf({ kind: 'text', text: [moment(253_402_300_800_000_000), ' ', moment(Number.NaN)] })).toEqual([
      '253402300800000000 NaN',
    ])
  })

  it('puts five buttons in a row and no more than five rows', () => {
    const action = {
      kind: 'run' as const,
      label: 'l'.repeat(100),
      style: 'danger' as const,
      intent: { command: 'im.apps', args: new Secret({}) },
    }
    keys = 0
    const { components } = render(card([], { actions: Array.from({ length: 30 }, () => action) }))
    expect(components.map((row) => row.components.length)).toEqual([5, 5, 5, 5, 5])
    expect(components[0]?.components[0]).toEqual({
      type: 2,
      style: 4,
      label: `${'l'.repeat(79)}…`,
      custom_id: 'p1:key-0',
    })
  })
})

describe('plainPayload', () => {
  it('says everything without embeds', () => {
    const finding: Block = {
      kind: 'finding',
      tone: 'bad',
      label: 'Error',
      text: rich`*Expired*.`,
      remedy: rich`Make a new one.`,
      codes: null,
    }
    expect(plainPayload(card([finding]), { locale: 'en', timeZone: null, now: 0 }).content).toBe(
      '❌ Not valid\nError: \\*Expired\\*.\n→ Make a new one.',
    )
  })

  it('fits into one message', () => {
    expect(
      plainPayload(card([{ kind: 'text', text: ['*'.repeat(5000)] }]), { locale: 'en', timeZone: null, now: 0 }).content
        .length,
    ).toBeLessThanOrEqual(2000)
  })
})
