import { describe, expect, test } from 'vitest'
import { misread, questionsOf, type QuestionSet } from '../support/labelled-questions.ts'

const LOCALES = ['en', 'zh'] as const

/** Of the set that the reader was not written by; of the other none may be wrong. */
const HELD_SHARE = 0.95

/** Right of all, in percent with one digit. */
const share = (right: number, all: number): number => Math.round((1000 * right) / all) / 10

describe.each(LOCALES)('questions in %s', (locale) => {
  test.each(questionsOf('tuned', locale))('$ask', (question) => {
    expect(misread(question)).toBeNull()
  })
})

test('there are 200 in each language, a third of them held back', () => {
  for (const locale of LOCALES) {
    const [tuned, held] = (['tuned', 'held'] as const).map((set) => questionsOf(set, locale).length)
    expect((tuned ?? 0) + (held ?? 0)).toBeGreaterThanOrEqual(200)
    expect(held).toBeGreaterThanOrEqual(67)
  }
})

test.each(['tuned', 'held'] as const satisfies readonly QuestionSet[])('the share that is read rightly: %s', (set) => {
  const all = LOCALES.flatMap((locale) => questionsOf(set, locale))
  const wrong = all.filter((question) => misread(question) !== null)
  const right = all.length - wrong.length
  process.stdout.write(`${set} questions: ${right} of ${all.length} read rightly (${share(right, all.length)} %)\n`)
  expect(right / all.length).toBeGreaterThanOrEqual(set === 'held' ? HELD_SHARE : 1)
})
