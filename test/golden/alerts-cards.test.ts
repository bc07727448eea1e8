import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../src/bot/texts/locale.ts'
import { PLATFORM_NAMES, PLATFORMS } from './drawn.ts'
import { ALERT_CARDS } from './alerts-cards.ts'

const INDENT = { slack: 1, discord: 2 } as const

describe.each(PLATFORM_NAMES)('on %s', (platform) => {
  describe.each(LOCALES)('in %s', (locale) => {
    it.each(Object.entries(ALERT_CARDS))('draws %s as before, within the limits', async (file, cards) => {
      const messages: Record<string, unknown> = {}
      for (const [name, make] of Object.entries(cards)) {
        const { message, problems } = PLATFORMS[platform](make(locale), locale)
        expect({ name, problems }).toEqual({ name, problems: [] })
        messages[name] = message
      }
      const [only, ...others] = Object.values(messages)
      const kept = JSON.stringify(others.length === 0 ? only : messages, null, INDENT[platform])
      await expect(`${kept}\n`).toMatchFileSnapshot(`${platform}/${file}.${locale}.json`)
    })
  })
})
