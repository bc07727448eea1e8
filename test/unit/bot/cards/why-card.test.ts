import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText } from '../../../../src/bot/cards/plain-text.ts'
import { whyCard } from '../../../../src/bot/cards/push/why-card.ts'
import { whyResult } from '../../../../src/bot/cards/push/why-result.ts'
import { LOCALES } from '../../../../src/bot/texts/locale.ts'
import { textsFor } from '../../../../src/bot/texts/texts.ts'
import { conclude } from '../../../../src/diagnostics/push/conclude.ts'
import type { Diagnosis } from '../../../../src/diagnostics/push/diagnose-push.ts'
import type { Case } from '../../../../src/diagnostics/push/evidence.ts'
import { anyCase } from '../../../support/push-arbitraries.ts'
import {
  HOUR,
  IPHONE_TOKEN,
  NOW,
  UNREGISTERED,
  history,
  pushCase,
  pushEvent,
  seenAs,
  trace,
  userState,
} from '../../../support/push-case.ts'

const SLIP =
  /undefined|\bnull\b|NaN|\[object|\[secret\]|\bfunction\b| {2,}|^ | $| [，。、：；！？）]|[（「“] |。。|：：|，，|\(\)|（）/mu

const diagnosisOf = (each: Case): Diagnosis => ({ ...conclude(each), case: each })
const reader = (locale: (typeof LOCALES)[number]) => ({ locale, timeZone: null, now: NOW })

/** As the card and the result of a script show it. */
function shown(each: Case, locale: (typeof LOCALES)[number]) {
  const texts = textsFor(locale)
  const diagnosis = diagnosisOf(each)
  const card = whyCard(diagnosis, texts, { locale, changed: null, simulated: false })
  const result = whyResult(diagnosis, texts, reader(locale))
  return { card, text: plainText(card, reader(locale)), result }
}

describe.each(LOCALES)('in %s', (locale) => {
  test('any diagnosis whatsoever reads well', () => {
    fc.assert(
      fc.property(anyCase, (each) => {
        const { text, result } = shown(each, locale)
        for (const line of text.split('\n')) expect(line).not.toMatch(SLIP)
        const sentences = [
          ...result.findings.flatMap(({ message, remedy, evidence }) => [message, remedy, ...evidence]),
          ...result.checks.map(({ summary }) => summary),
          ...result.nextSteps,
        ]
        for (const sentence of sentences) {
          expect(sentence).not.toBe('')
          expect(sentence).not.toMatch(SLIP)
        }
      }),
      { numRuns: 250 },
    )
  })

  test('the cause is in the title, and its remedy and who has to act in the card', () => {
    const each = pushCase({ history: seenAs(history([pushEvent(HOUR, UNREGISTERED)])) })
    const { card, text, result } = shown(each, locale)
    const { push } = textsFor(locale)
    expect(card.title).toContain(push.causes['token-invalid'])
    expect(text).toContain(result.findings[0]?.remedy)
    expect(text).toContain(push.owners.user)
    expect(result).toMatchObject({ verdict: 'cannot-receive', cause: 'token-invalid', app: 'prod', userId: 'alice' })
  })

  test('no token is in it', () => {
    const each = pushCase({ trace: seenAs([trace({ notifications: 'off' })]) })
    const { text, result } = shown(each, locale)
    expect(text + JSON.stringify(result)).not.toContain(IPHONE_TOKEN.slice(-8))
  })
})

test('a phone that is Online is never drawn as good', () => {
  const { card } = shown(pushCase({ state: seenAs(userState('Online', 'iPhone')) }), 'en')
  expect(card.tone).toBe('warn')
})
