import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { understand } from '../../src/bot/words/questions.ts'
import { isNobody } from '../../src/bot/words/questions/nobody.ts'
import { type LabelledQuestion, questionsOf } from '../support/labelled-questions.ts'

/** Ways of asking about one user who is named without quotes: the user's name is what the test puts in. */
const phrasings = (['en', 'zh'] as const).flatMap((locale) =>
  questionsOf('tuned', locale).flatMap((question) => {
    const user = onlyUser(question)
    return user === null ? [] : [(id: string) => question.ask.replaceAll(user, () => id)]
  }),
)

function onlyUser({ ask, args = {}, command }: LabelledQuestion): string | null {
  const [user, ...others] = [args['user'] ?? []].flat()
  if (user === undefined || others.length > 0 || command === 'usersig.generate') return null
  if (!/^[a-z][\w.]*$/i.test(user) || ask.includes(`"${user}"`)) return null
  // A piece of another word, or of the sender's name, is not the user alone.
  const found = ask.match(new RegExp(String.raw`(?<![\w.@-])${user.replace('.', String.raw`\.`)}(?![\w@-])`, 'g'))
  return found?.length === ask.split(user).length - 1 ? user : null
}

const tail = fc.stringMatching(/^[a-zA-Z0-9]{1,8}$/)
const label = fc.constantFrom('id', 'uid', 'userid', 'user', 'ID', 'UserId', 'acc', 'im', 'push')
const mark = fc.constantFrom('_', '-', '.')

/** Ids of every shape that people write without quotes, each unmistakably one. */
const id = fc
  .oneof(
    fc.tuple(label, fc.constantFrom('_', ''), fc.stringMatching(/^[a-z]{1,6}\d{1,6}$/)).map((parts) => parts.join('')),
    fc.tuple(label, mark, tail, fc.constant('_'), tail).map((parts) => parts.join('')),
    fc.tuple(fc.stringMatching(/^[A-Z][a-z]{2,6}$/), fc.stringMatching(/^\d{2,6}$/)).map((parts) => parts.join('')),
    fc
      .tuple(tail, fc.constantFrom('_', '-', '.'), fc.stringMatching(/^[a-z]{2,5}_\d{1,4}$/))
      .map((parts) => parts.join('')),
    fc
      .tuple(fc.stringMatching(/^[a-z]{2,8}$/), fc.stringMatching(/^[a-z]{2,8}$/))
      .map(([box, host]) => `${box}.x@${host}.com`),
    fc.stringMatching(/^\+?1[3-9]\d{9}$/),
    fc.stringMatching(/^[5-9]\d{8,11}$/),
  )
  .filter((each) => !isNobody(each))

const quoted = fc.stringMatching(/^[\u4e00-\u9fff]{2,6}$/)

const userOf = (text: string): unknown => {
  const { user, id: stopped } = understand(text)?.args ?? {}
  return user === undefined ? stopped : Array.isArray(user) && user.length === 1 ? (user[0] as unknown) : user
}

describe('the user who is read is the one who is written', () => {
  test('there are many ways of asking', () => {
    expect(phrasings.length).toBeGreaterThan(120)
  })

  test('in every way of asking, whatever the id looks like', () => {
    fc.assert(
      fc.property(fc.constantFrom(...phrasings), id, (write, user) => {
        expect(userOf(write(user))).toBe(user)
      }),
      { numRuns: 3000 },
    )
  })

  test('in every way of asking, a Chinese name in quotes', () => {
    fc.assert(
      fc.property(fc.constantFrom(...phrasings), quoted, (write, user) => {
        expect(userOf(write(`“${user}”`))).toBe(user)
      }),
      { numRuns: 1000 },
    )
  })

  test('nor does a label take letters off a plain word', () => {
    const word = fc
      .tuple(
        fc.constantFrom('id', 'uid', 'userid'),
        fc.stringMatching(/^[b-df-hj-np-tv-z][aeiou][b-df-hj-np-tv-z]{1,3}$/),
      )
      .map((parts) => parts.join(''))
      .filter((each) => !isNobody(each))
    fc.assert(
      fc.property(word, (user) => {
        expect(userOf(`${user} 收不到推送`)).toBe(user)
        expect(userOf(`给 ${user} 发一条测试推送`)).toBe(user)
        expect(userOf(`用户ID ${user} 收不到推送`)).toBe(user)
        expect(userOf(`${user}在线吗`)).toBe(user)
      }),
    )
  })
})
