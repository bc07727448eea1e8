import { expect, test } from 'vitest'
import { casesOfKinds, FIELD_APPS, FIELD_TIME, fieldCase } from '../support/field-cases.ts'
import { request, testBot, words } from '../support/bot.ts'

const { bot } = testBot({ apps: FIELD_APPS, now: () => FIELD_TIME })

/** The codes that a text is explained as, first one first, with the vendor of each; null: another command answered. */
async function explained(text: string): Promise<readonly string[] | null> {
  const answer = await bot.answer(request(words(text)))
  if (answer?.command !== 'im.error' || answer.status !== 'ok') return null
  const { matches } = answer.result as { matches: readonly { code: string; vendor?: string }[] }
  return matches.map(({ code, vendor }) => (vendor === undefined ? code : `${vendor} ${code}`))
}

test.each([
  ['E7', '-10005'],
  ['E17', 'huawei 907135000'],
  ['E18', 'xiaomi 21301'],
  ['E22b', 'vivo sdk:10003'],
  ['E28', '70013'],
  ['E31', '60010'],
])('%s is explained as %s', async (id, first) => {
  expect((await explained(fieldCase(id).ask ?? ''))?.[0]).toBe(first)
})

test('an error text is never without an answer', async () => {
  const answers = await Promise.all(
    casesOfKinds('K12', 'K13', 'K14').map(({ ask = '' }) => bot.answer(request(words(ask)))),
  )
  expect(answers).not.toContain(null)
})
