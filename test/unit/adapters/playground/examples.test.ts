import { expect, test } from 'vitest'
import { examples } from '../../../../src/adapters/playground/examples.ts'
import { demoApps } from '../../../../src/adapters/simulator/demo-apps.ts'
import { LOCALES, type Locale } from '../../../../src/bot/texts/locale.ts'
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
  expect(await findings(texts['A UserSig of someone else'] ?? '')).toEqual(['invalid', 'wrong-userid'])
  expect((await findings(texts['One cut off while copying'] ?? '')).slice(0, 2)).toEqual(['invalid', 'truncated'])
})

/** What a bot makes of it, whether or not anything outside can be reached. */
async function understood(text: string, locale: Locale, own = apps): Promise<string | null | undefined> {
  const { bot } = testBot({ apps: own, now: () => NOW })
  const plan = bot.plan(words(text), locale)
  if (plan.kind === 'form') return `form of ${plan.form.command}`
  const reply = await bot.answer(request(words(text), { locale, actor: actor('owner', { owner: true }) }))
  expect({ text, locale: reply?.locale }).toEqual({ text, locale })
  expect(['ok', 'upstream']).toContain(reply?.status)
  return reply?.command
}

test.each(LOCALES)('few examples, why a user gets no push first, and each is understood (%s)', async (locale) => {
  const given = examples(apps[0], locale, NOW)
  const commands = await Promise.all(given.map(({ text }) => understood(text, locale)))
  expect(commands).toEqual(['push.why', 'im.status', 'push.history', 'push.check', 'usersig.verify', 'usersig.verify'])
})

test.each(LOCALES)('those for a real app name none of its users (%s)', async (locale) => {
  const app = testApp('prod')
  const given = examples(app, locale, NOW)
  const commands = await Promise.all(given.map(({ text }) => understood(text, locale, [app])))
  expect(commands).toEqual(['form of push.why', 'form of usersig.verify', 'im.error', 'im.apps', 'im.help'])
})

test('no signature of a real app is made unasked', () => {
  const texts = examples(testApp('prod'), 'en', NOW).map(({ text }) => text)
  expect(texts.join(' ')).not.toContain('eJ')
  expect(texts).toContain('/usersig verify')
})
