import { describe, expect, it } from 'vitest'
import { renderCard } from '../../../src/adapters/slack/render-card.ts'
import { renderPlainly } from '../../../src/adapters/slack/render-plainly.ts'
import { answerView } from '../../../src/adapters/slack/render-view.ts'
import { LOCALES } from '../../../src/bot/texts/locale.ts'
import { problemsInBlocks, problemsInText, problemsInView } from '../../servers/slack/check-blocks.ts'
import { GOLDEN_NAMES, goldenCard } from '../../servers/slack/cards.ts'
import { EXAMPLE_TIME } from '../../support/bot.ts'

const timeZone = 'Asia/Shanghai'

describe.each(LOCALES)('cards in Slack, %s', (locale) => {
  const reader = { locale, timeZone, now: EXAMPLE_TIME }

  it.each(GOLDEN_NAMES)('draws %s as before, within the limits', async (name) => {
    const card = await goldenCard(name, locale)
    const buttons = card.actions.map(({ label, style }, index) => ({ label, style, key: `key-${index}` }))
    const message = renderCard(card, { reader, surface: 'message', buttons })
    expect(problemsInText(message.text)).toEqual([])
    expect(problemsInBlocks(message.blocks, 'message')).toEqual([])
    await expect(`${JSON.stringify(message, null, 1)}\n`).toMatchFileSnapshot(`${name}.${locale}.json`)
    const modal = renderCard(card, { reader, surface: 'modal', buttons })
    expect(problemsInView(answerView(modal.blocks, '{}', locale))).toEqual([])
    expect(problemsInBlocks(renderPlainly(card, reader, buttons).blocks, 'message')).toEqual([])
  })
})
