import { describe, expect, it } from 'vitest'
import { cardPayload } from '../../src/adapters/discord/render-reply.ts'
import type { Card } from '../../src/bot/card.ts'
import { timelineEntry } from '../../src/bot/cards/push/timeline.ts'
import { whyProgress } from '../../src/bot/cards/push/why-progress.ts'
import { whyResult } from '../../src/bot/cards/push/why-result.ts'
import { LOCALES, type Locale } from '../../src/bot/texts/locale.ts'
import { textsFor } from '../../src/bot/texts/texts.ts'
import { Secret } from '../../src/diagnostics/secret.ts'
import { NOW } from '../support/push-case.ts'
import { commandCard } from './command-card.ts'
import { PLATFORM_NAMES, PLATFORMS } from './drawn.ts'
import {
  EXTREME_CASE,
  EXTREME_DEVICES,
  EXTREME_DIAGNOSIS,
  EXTREME_EVENTS,
  EXTREME_RESULT,
  LONGEST_USER,
  MANY_EXTREME_USERS,
  MARKUP,
  TOKEN,
} from './push-extremes.ts'
import { drawnDiagnosis, drawnStatus, drawnTest, drawnTicket, drawnWhy } from './push-cards.ts'

type Make = (locale: Locale) => Card | Promise<Card>

const user = LONGEST_USER

/** Those that all can read. */
const PUBLIC: Readonly<Record<string, Make>> = {
  why: (locale) => drawnWhy(EXTREME_CASE, locale),
  'many findings': (locale) => drawnDiagnosis(EXTREME_DIAGNOSIS, locale),
  ticket: (locale) => drawnTicket(EXTREME_CASE, locale),
  progress: (locale) => whyProgress(user, EXTREME_CASE.evidence, textsFor(locale)),
  history: (locale) => commandCard('push.history', { user }, locale, { events: EXTREME_EVENTS }),
  check: (locale) => drawnTest(EXTREME_RESULT, { user, certificateId: MARKUP }, locale),
  status: (locale) => drawnStatus([user], locale),
  'status of many': (locale) => drawnStatus(MANY_EXTREME_USERS, locale),
}

const CARDS: Readonly<Record<string, Make>> = {
  ...PUBLIC,
  devices: (locale) => commandCard('push.devices', { user }, locale, { devices: EXTREME_DEVICES }),
}

describe.each(LOCALES)('with the worst input, in %s', (locale) => {
  describe.each(PLATFORM_NAMES)('on %s', (platform) => {
    it.each(Object.entries(CARDS))('%s keeps every limit', async (_name, make) => {
      expect(PLATFORMS[platform](await make(locale), locale).problems).toEqual([])
    })

    it.each(Object.entries(PUBLIC))('%s holds no token', async (_name, make) => {
      expect(JSON.stringify(PLATFORMS[platform](await make(locale), locale).message)).not.toContain(TOKEN.slice(-8))
    })
  })

  it.each(Object.entries(CARDS))('%s becomes neither markup nor a mention on Discord', async (_name, make) => {
    const { embeds } = cardPayload({ keep: () => 'key' }, await make(locale), locale, null)
    const shown = embeds.map(({ title = '', description = '' }) => `${title}\n${description}`).join('\n')
    expect(shown).toContain('everyone')
    expect(acting(shown)).not.toMatch(/<(?!t:-?\d+:[fR]>)|@everyone|@here|https?:\/\/|[[\]|~_`]|\*{3}|\*\*bold/)
  })
})

/** The markup that acts, read from left to right as Discord does: fences, escapes and code spans are gone. */
const acting = (markup: string): string => markup.replace(/```[\s\S]*?```|\\[^0-9A-Za-z\s]|`[^`]+`/g, '·')

it.each(LOCALES)('scripts get no token either, in %s', (locale) => {
  const texts = textsFor(locale)
  const reader = { locale, timeZone: null, now: NOW }
  const results = [whyResult(EXTREME_DIAGNOSIS, texts, reader), EXTREME_EVENTS.map(timelineEntry)]
  const said = JSON.stringify(results)
  expect(said).toContain(`${TOKEN.slice(0, 6)}…`)
  expect(said).not.toContain(TOKEN.slice(-8))
})

it('a device is told apart by the end of its token only', async () => {
  const [device] = EXTREME_DEVICES
  if (device === undefined) throw new Error('no device')
  const known = [{ ...device, token: new Secret(`${'0'.repeat(60)}wxyz`) }]
  const text = JSON.stringify(await commandCard('push.devices', { user: 'alice' }, 'en', { devices: known }))
  expect(text).toContain('…wxyz')
  expect(text).not.toContain('0wxyz')
})
