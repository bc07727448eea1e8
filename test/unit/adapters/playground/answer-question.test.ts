import { afterEach, expect, test, vi } from 'vitest'
import { answerQuestion } from '../../../../src/adapters/playground/answer-question.ts'
import { testBot, words } from '../../../support/bot.ts'
import { logToMemory } from '../../../support/http.ts'

afterEach(() => {
  vi.useRealTimers()
})

test('a bot that hangs is given up before 25 seconds, and the person hears so', async () => {
  vi.useFakeTimers()
  const { log, logged } = logToMemory()
  const bot = { ...testBot().bot, answer: () => new Promise<null>(() => {}) }
  const question = { input: words('/im help SECRET'), locale: 'zh', timeZone: null } as const
  const answer = answerQuestion(question, { bot, log, now: () => 0, newId: () => 'request-7' })
  await vi.advanceTimersByTimeAsync(25_000)
  expect(await answer).toEqual({ kind: 'failed', status: 504, text: expect.stringContaining('等得太久') })
  expect(logged()).toContain('request-7')
  expect(logged()).not.toContain('SECRET')
})

test('a request id that was used before is a defect, not silence', async () => {
  const { log, logged } = logToMemory()
  const { bot } = testBot()
  const question = { input: words('/im help'), locale: 'en', timeZone: null } as const
  const deps = { bot, log, now: () => 0, newId: () => 'request-7' }
  expect((await answerQuestion(question, deps)).kind).toBe('reply')
  expect(await answerQuestion(question, deps)).toMatchObject({ kind: 'failed', status: 500 })
  expect(logged()).toContain('defect at the playground')
})
