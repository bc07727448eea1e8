import { afterEach, describe, expect, test, vi } from 'vitest'
import { answerQuestion, renderProgress, type Asking } from '../../../../src/adapters/playground/answer-question.ts'
import type { Bot } from '../../../../src/bot/bot.ts'
import { code, rich } from '../../../../src/bot/rich.ts'
import { Secret } from '../../../../src/diagnostics/secret.ts'
import { testBot, words } from '../../../support/bot.ts'
import { logToMemory } from '../../../support/http.ts'

afterEach(() => {
  vi.useRealTimers()
})

const asking = (changes: Partial<Asking> = {}): Asking => ({
  id: 'request-7',
  signal: new AbortController().signal,
  onProgress: null,
  ...changes,
})

const deps = (bot: Bot = testBot().bot) => ({ bot, now: () => 0, newId: () => 'request-8', ...logToMemory() })
const question = { input: words('/im help SECRET'), locale: 'zh', timeZone: null } as const

/** A bot that never answers, and what it was asked. */
function hanging() {
  const signals: AbortSignal[] = []
  const bot: Bot = {
    ...testBot().bot,
    answer({ signal }) {
      signals.push(signal)
      return new Promise(() => {})
    },
  }
  return { ...deps(bot), signals }
}

test('a bot that hangs is given up before 25 seconds, and the person hears so', async () => {
  vi.useFakeTimers()
  const { signals, logged, ...rest } = hanging()
  const answer = answerQuestion(question, asking(), rest)
  await vi.advanceTimersByTimeAsync(19_999)
  expect(signals.map(({ aborted }) => aborted)).toEqual([false])
  await vi.advanceTimersByTimeAsync(1)
  expect(signals.map(({ aborted }) => aborted)).toEqual([true])
  await vi.advanceTimersByTimeAsync(5_000)
  expect(await answer).toEqual({ kind: 'failed', status: 504, text: expect.stringContaining('等得太久') })
  expect(logged()).toContain('request-7')
  expect(logged()).not.toContain('SECRET')
})

test('no timer outlives its answer', async () => {
  vi.useFakeTimers()
  expect((await answerQuestion(question, asking(), deps())).kind).toBe('reply')
  expect(vi.getTimerCount()).toBe(0)
})

test('a page that goes away takes its request along, also before it began', () => {
  const { signals, ...rest } = hanging()
  const page = new AbortController()
  void answerQuestion(question, asking({ signal: page.signal }), rest)
  expect(signals[0]?.aborted).toBe(false)
  page.abort()
  expect(signals[0]?.aborted).toBe(true)
  void answerQuestion(question, asking({ signal: page.signal }), rest)
  expect(signals[1]?.aborted).toBe(true)
})

test('a request id that was used before is a defect, not silence', async () => {
  const used = deps()
  expect((await answerQuestion(question, asking(), used)).kind).toBe('reply')
  expect(await answerQuestion(question, asking(), used)).toMatchObject({ kind: 'failed', status: 500 })
  expect(used.logged()).toContain('defect at the playground')
})

describe('progress', () => {
  const card = {
    tone: 'info',
    title: '<script>alert(1)</script>',
    blocks: [{ kind: 'text', text: rich`Asking for ${code('"><img src=x onerror=alert(1)>')}` }],
    actions: [{ kind: 'run', label: 'Stop', style: 'danger', intent: { command: 'im.help', args: new Secret({}) } }],
  } as const

  test('is drawn as the card to come, without what cannot be pressed yet, and never as markup', () => {
    const drawn = String(renderProgress({ card, visibility: 'private', locale: 'en', timeZone: null }, 'request-7', 0))
    expect(drawn).toContain('<h2 id="card-request-7">&lt;script&gt;alert(1)&lt;/script&gt;</h2>')
    expect(drawn).toContain('In chat, only you would see this.')
    expect(drawn).not.toMatch(/<img|<script|<button/)
  })
})
