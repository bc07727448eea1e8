import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/adapters/slack/decode-text.ts'
import { escapeMrkdwn } from '../../src/adapters/slack/escape-mrkdwn.ts'
import { renderCard } from '../../src/adapters/slack/render-card.ts'
import { renderPlainly } from '../../src/adapters/slack/render-plainly.ts'
import { answerView, formView } from '../../src/adapters/slack/render-view.ts'
import { findSignature } from '../../src/bot/words/find-signature.ts'
import { problemsInBlocks, problemsInText, problemsInView } from '../servers/slack/check-blocks.ts'
import { anyButtons, anyCard, anyLabel, anyText } from './slack-cards.ts'

const anyReader = fc.record({
  locale: fc.constantFrom('en' as const, 'zh' as const),
  timeZone: fc.constantFrom(null, 'Asia/Shanghai', 'America/St_Johns'),
  now: fc.constant(1_750_000_000_000),
})

describe('whatever a card holds', () => {
  it('is drawn within every limit of a message, with nothing that Slack would read as markup', () => {
    fc.assert(
      fc.property(anyCard, anyReader, anyButtons, (card, reader, buttons) => {
        const pictures = new Map(card.blocks.map((block, index) => [block, `F${index}`]))
        const message = renderCard(card, { reader, surface: 'message', buttons, sharedBy: 'U1', pictures })
        expect(problemsInText(message.text)).toEqual([])
        expect(problemsInBlocks(message.blocks, 'message')).toEqual([])
        expect(JSON.stringify(message)).not.toContain('mrkdwn')
      }),
      { numRuns: 300 },
    )
  })

  it('is drawn within every limit of a modal', () => {
    fc.assert(
      fc.property(anyCard, anyReader, anyButtons, (card, reader, buttons) => {
        const { blocks } = renderCard(card, { reader, surface: 'modal', buttons })
        expect(problemsInView(answerView(blocks, '{}', reader.locale))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('can be drawn plainly', () => {
    fc.assert(
      fc.property(anyCard, anyReader, anyButtons, (card, reader, buttons) => {
        const message = renderPlainly(card, reader, buttons)
        expect(problemsInText(message.text)).toEqual([])
        expect(problemsInBlocks(message.blocks, 'message')).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

describe('whatever a form holds', () => {
  const field = fc.record({
    name: fc.uuid(),
    label: anyLabel,
    hint: fc.option(anyText),
    required: fc.boolean(),
    multiline: fc.boolean(),
    maxLength: fc.integer({ min: 0, max: 10_000 }),
    value: fc.option(anyText),
  })
  const form = fc.record({
    command: fc.constant('usersig.verify'),
    title: anyLabel,
    submit: anyLabel,
    cancel: anyLabel,
    fields: fc.uniqueArray(field, { minLength: 1, maxLength: 6, selector: ({ name }) => name }),
  })

  it('is drawn within every limit', () => {
    fc.assert(
      fc.property(form, (made) => {
        expect(problemsInView(formView(made, '{}'))).toEqual([])
      }),
    )
  })
})

describe('text from Slack', () => {
  it('is what a person typed, whatever that was', () => {
    const typed = anyText.map((text) => text.trim())
    fc.assert(
      fc.property(typed, (text) => {
        expect(decodeText(escapeMrkdwn(text), 'U0BOT')).toBe(text)
      }),
    )
  })

  it('is searched for signatures without ever failing, and in bounded time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(() => findSignature(`${text}eJ${text}`)).not.toThrow()
      }),
    )
    const started = performance.now()
    findSignature('eJw'.repeat(13_000))
    findSignature('-eJ'.repeat(13_000))
    findSignature(`${'a'.repeat(35)} `.repeat(1000))
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
