import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapedUnits, escapeText, inlineCode, visible } from '../../src/adapters/discord/escape-text.ts'
import { cardPayload } from '../../src/adapters/discord/render-reply.ts'
import { renderRich } from '../../src/adapters/discord/render-rich.ts'
import { MessageBody } from '../servers/discord/check-message.ts'
import { anyCard, richText, text } from './discord-cards.ts'

/** What a reader of Discord sees of text that is free of markup: the escapes and the zero-width spaces are gone. */
const shown = (markup: string): string => markup.replace(/\\([^0-9A-Za-z\s])/g, '$1').replaceAll('\u200b', '')

/** Markup with every escaped character made harmless. */
const bare = (markup: string): string => markup.replace(/\\[^0-9A-Za-z\s]/g, '·')

/** The markup that acts, read from left to right as Discord does: fences, escapes and code spans are gone. */
const acting = (markup: string): string => markup.replace(/```[\s\S]*?```|\\[^0-9A-Za-z\s]|`[^`]+`/g, '·')

describe('escapeText', () => {
  it('shows every text letter by letter', () => {
    fc.assert(
      fc.property(text(), (value) => {
        expect(shown(escapeText(value))).toBe(visible(value).replaceAll('\u200b', ''))
      }),
    )
  })

  it('leaves nothing that Discord would read as markup, a link or a mention', () => {
    fc.assert(
      fc.property(text(), (value) => {
        const left = bare(escapeText(value))
        expect(left).not.toMatch(/[*_~|`<>[\]\\]/)
        expect(left).not.toMatch(/^\s*(#|-|\+|\d+\.(\s|$))/m)
        expect(left).not.toMatch(/:\/\/|:[\w+-]+:/)
        expect(left).not.toMatch(/@(everyone|here)/i)
      }),
    )
  })

  it('can be cut between its units without opening an escape', () => {
    fc.assert(
      fc.property(text(), fc.nat(200), (value, count) => {
        const kept = escapedUnits(escapeText(value)).slice(0, count).join('')
        expect(bare(kept)).not.toMatch(/[*_~|`<>[\]\\]/)
      }),
    )
  })
})

describe('inlineCode', () => {
  it('cannot be left from within', () => {
    fc.assert(
      fc.property(text(), (value) => {
        expect(inlineCode(value)).toMatch(/^`[^`\n]+`$/)
      }),
    )
  })
})

describe('renderRich', () => {
  it('keeps to its room', () => {
    fc.assert(
      fc.property(richText, fc.nat(500), (value, room) => {
        expect(renderRich(value, room).text.length).toBeLessThanOrEqual(room)
      }),
    )
  })

  it('says when something is missing', () => {
    fc.assert(
      fc.property(richText, (value) => {
        expect(renderRich(value, 100_000).cut).toBe(false)
      }),
    )
  })
})

describe('cardPayload', () => {
  it('keeps every limit for any card, in both languages', () => {
    fc.assert(
      fc.property(anyCard, fc.constantFrom('en' as const, 'zh' as const), (card, locale) => {
        let key = 0
        const message = cardPayload({ keep: () => `key-${key++}` }, card, locale, null)
        expect(MessageBody.safeParse(message).error?.issues ?? []).toEqual([])
        for (const { description = '' } of message.embeds) {
          expect(description.split('```').length % 2, 'an even number of fences').toBe(1)
          expect(acting(description)).not.toMatch(/<(?!t:-?\d+:[fR]>)|@everyone|@here|[[\]|~_]|\*{3}/)
        }
      }),
      { numRuns: 400 },
    )
  })
})
