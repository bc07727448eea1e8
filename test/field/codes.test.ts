import { describe, expect, test } from 'vitest'
import { understand } from '../../src/bot/words/questions.ts'
import { casesOfKinds, FIELD_APPS, FIELD_TIME, fieldCase } from '../support/field-cases.ts'
import { request, testBot, words } from '../support/bot.ts'

const { bot } = testBot({ apps: FIELD_APPS, now: () => FIELD_TIME })

interface Match {
  code: string
  vendor?: string
  area: string
  meaning: string
  cause: string
  remedy: string
  owner: string | null
}

/** What a text is explained as, first one first; null: another command answered. */
async function matchesOf(text: string): Promise<readonly Match[] | null> {
  const answer = await bot.answer(request(words(text)))
  if (answer?.command !== 'im.error' || answer.status !== 'ok') return null
  return (answer.result as { matches: readonly Match[] }).matches
}

const nameOf = ({ code, vendor }: Match): string => (vendor === undefined ? code : `${vendor} ${code}`)

const namesOf = async (text: string): Promise<readonly string[] | null> => (await matchesOf(text))?.map(nameOf) ?? null

/** The cases of the kinds about codes, and what they must come to, in words and after `/im error`. */
const CASES: readonly (readonly [id: string, ...codes: string[]])[] = [
  ['E4', '70013'],
  ['E4b', '70013'],
  ['E5', '70402'],
  ['E6', '70402'],
  ['E7', '-10005'],
  ['E8', '6208'],
  ['E9', '6012'],
  ['E11', '22006'],
  ['E12', 'huawei 6003'],
  ['E13', 'huawei 907135700'],
  ['E14', 'huawei 907135701'],
  ['E15', 'huawei 907135003'],
  ['E16', 'huawei 907122050'],
  ['E17', 'huawei 907135000'],
  ['E18', 'xiaomi 21301'],
  ['E19', 'xiaomi 10026'],
  ['E20', 'xiaomi 20301'],
  ['E21', 'vivo 10302'],
  ['E22', 'vivo sdk:10003'],
  ['E22b', 'vivo sdk:10003'],
  ['E23', 'fcm SENDER_ID_MISMATCH'],
  ['E24', 'apns BadDeviceToken', 'apns Unregistered'],
  ['E24b', 'apns BadDeviceToken', 'apns Unregistered'],
  ['E25', '2025'],
  ['E26b', '2100', '2100'],
  ['E27', '-100018'],
  ['E28', '70013'],
  ['E29', '70003'],
  ['E30', '70003'],
  ['E31', '60010'],
  ['F9a', '2025'],
  ['F9b', '2801'],
  ['F9c', '2999'],
  ['F9d', '2100'],
  ['F9e', '2023'],
  ['F9f', '-100018'],
  ['SL5', 'fcm SENDER_ID_MISMATCH'],
]

const wordsOf = (id: string): string => {
  const { ask, asked } = fieldCase(id)
  return ask ?? (asked?.[0] ?? '').replace(/^@bot /, '')
}

describe('the cases from the field', () => {
  test.each(CASES)('%s, in words: %s', async (id, ...codes) => {
    const names = await namesOf(wordsOf(id))
    expect(names?.slice(0, 1)).toEqual(codes.slice(0, 1))
    expect(names).toEqual(expect.arrayContaining(codes))
  })

  test.each(CASES)('%s, after /im error: %s', async (id, ...codes) => {
    const names = await namesOf(`/im error ${wordsOf(id).replace(/^\/im error /, '')}`)
    expect(names?.slice(0, 1)).toEqual(codes.slice(0, 1))
    expect(names).toEqual(expect.arrayContaining(codes))
  })

  test('are all here', () => {
    const ids = casesOfKinds('K10', 'K11', 'K12', 'K13', 'K14').map(({ id }) => id)
    expect(ids.filter((id) => !CASES.some(([own]) => own === id))).toEqual([])
  })
})

describe('an explanation', () => {
  test('names the Web SDK beside content review, which has the same number', async () => {
    expect((await matchesOf('/im error 2100'))?.map(({ area }) => area)).toEqual(['web-sdk', 'content-review'])
  })

  test.each([
    ['en', 'login TIM 70402', /SDKAppID, UserID or UserSig/],
    ['zh', '登录 TIM 报 70402', /SDKAppID、UserID 或 UserSig/],
  ])('says what a general code means at a login (%s)', async (_, text, cause) => {
    expect((await matchesOf(text))?.[0]?.cause).toMatch(cause)
  })

  test('of a blocked app asks the vendor, and does not renew a key', async () => {
    const [blocked] = (await matchesOf('/im error xiaomi 10026')) ?? []
    expect(blocked).toMatchObject({ vendor: 'xiaomi', owner: 'administrator' })
    expect(blocked?.remedy).toMatch(/ask Xiaomi.*renewing the key changes nothing/)
  })

  test.each(['getToken failed: 907199999', '[getToken] {"message":"907199999: who knows","code":"907122045"}'])(
    'of a number of HMS that is not listed says whose it is, with the nearest: %s',
    async (text) => {
      const answer = await bot.answer(request(words(text)))
      expect(answer).toMatchObject({
        command: 'im.error',
        result: { matches: [], code: '907199999', vendor: 'huawei', area: 'push-registration' },
      })
      expect(answer).toHaveProperty('result.nearest.length', 5)
      expect(answer?.card.blocks.map((block) => JSON.stringify(block)).join(' ')).toContain('Huawei, push registration')
    },
  )
})

describe('a question about a user', () => {
  test.each([
    ['bob gets no push, error 22006', 'push.why', 'bob'],
    ['bob 收不到推送，报 22003', 'push.why', 'bob'],
    ['is 70003 online?', 'im.status', '70003'],
    ['给 70009 发一条测试推送', 'push.check', '70009'],
  ])('stays one, whatever code stands in it: %s', (text, command, user) => {
    const asked = understand(text)
    expect(asked?.command).toBe(command)
    expect([asked?.args['user']].flat()).toEqual([user])
  })
})
