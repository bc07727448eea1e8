import { expect, test } from 'vitest'
import { examples } from '../../../../src/adapters/playground/examples.ts'
import { demoApps } from '../../../../src/adapters/simulator/demo-apps.ts'
import { LOCALES } from '../../../../src/bot/texts/locale.ts'
import { actor, request, testApp, testBot, words } from '../../../support/bot.ts'

const NOW = Date.UTC(2026, 10, 25)
const apps = demoApps()

async function findings(text: string) {
  const { bot } = testBot({ apps, now: () => NOW })
  const reply = await bot.answer(request(words(text), { actor: actor('owner', { owner: true }) }))
  if (reply === null) throw new Error('taken for a repetition')
  const { verdict, findings: found } = reply.result as { verdict: string; findings: { code: string }[] }
  return [verdict, ...found.map(({ code }) => code)]
}

test('the signatures are what their labels say', async () => {
  const texts = Object.fromEntries(examples(apps[0], 'en', NOW).map(({ label, text }) => [label, text]))
  expect(await findings(texts['A good UserSig'] ?? '')).toEqual(['valid'])
  expect(await findings(texts['One that has expired'] ?? '')).toEqual(['invalid', 'expired'])
  expect(await findings(texts["Another user's"] ?? '')).toEqual(['invalid', 'wrong-userid'])
  expect((await findings(texts['Cut off while copying'] ?? '')).slice(0, 2)).toEqual(['invalid', 'truncated'])
})

test.each(LOCALES)('every example without a signature is understood as well (%s)', async (locale) => {
  const { bot } = testBot({ apps, now: () => NOW })
  for (const { text } of examples(apps[0], locale, NOW)) {
    if (bot.plan(words(text), locale).kind === 'form') continue
    const reply = await bot.answer(request(words(text), { locale, actor: actor('owner', { owner: true }) }))
    expect({ text, status: reply?.status, locale: reply?.locale }).toEqual({ text, status: 'ok', locale })
  }
})

test('no signature of a real app is made unasked', () => {
  const texts = examples(testApp('prod'), 'en', NOW).map(({ text }) => text)
  expect(texts.join(' ')).not.toContain('eJ')
  expect(texts).toContain('/usersig verify')
})
