import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerInParts } from '../../../../src/adapters/playground/answer-in-parts.ts'
import type { Answer } from '../../../../src/adapters/playground/answer-question.ts'
import { html } from '../../../../src/adapters/playground/html.ts'
import type { Progress } from '../../../../src/bot/request.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const told = (title: string): Progress => ({
  card: { tone: 'info', title, blocks: [], actions: [] },
  visibility: 'public',
  locale: 'en',
  timeZone: null,
})

/** An answer that a test makes come when it wants. */
function begin(draw = ({ card }: Progress) => html`<p>${card.title}</p>`) {
  let tell: (title: string) => void = () => {}
  let finish: (answer: Answer) => void = () => {}
  const answering = answerInParts(
    (onProgress) => {
      tell = (title) => onProgress(told(title))
      return new Promise((resolve) => (finish = resolve))
    },
    { draw, now: Date.now },
  )
  return { answering, tell: (title: string) => tell(title), finish: (answer: Answer) => finish(answer) }
}

const REPLY: Answer = { kind: 'reply', html: html`<p>done</p>` }

async function bodyOf(answering: ReturnType<typeof begin>['answering']): Promise<ReadableStream<Uint8Array>> {
  const answer = await answering
  if (answer.kind !== 'parts') throw new Error(`came as ${answer.kind}`)
  return answer.body
}

test('an answer that comes first is an answer', async () => {
  const { answering, finish } = begin()
  finish(REPLY)
  expect(await answering).toBe(REPLY)
})

test('the first progress is there at once; then the latest, once a second; then the answer, at once', async () => {
  const { answering, tell, finish } = begin()
  const start = Date.now()
  tell('one')
  const body = await bodyOf(answering)
  const arrived: (readonly [number, string])[] = []
  const reading = (async () => {
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) arrived.push([Date.now() - start, chunk])
  })()
  await vi.advanceTimersByTimeAsync(100)
  tell('two')
  tell('three')
  await vi.advanceTimersByTimeAsync(1000)
  tell('never shown')
  await vi.advanceTimersByTimeAsync(100)
  finish(REPLY)
  await vi.advanceTimersByTimeAsync(0)
  tell('too late')
  await vi.advanceTimersByTimeAsync(5000)
  await reading
  expect(arrived).toEqual([
    [0, '{"kind":"progress","html":"<p>one</p>"}\n'],
    [1000, '{"kind":"progress","html":"<p>three</p>"}\n'],
    [1200, '{"kind":"reply","html":"<p>done</p>"}\n'],
  ])
  expect(vi.getTimerCount()).toBe(0)
})

test('a failure after progress is the last part', async () => {
  const { answering, tell, finish } = begin()
  tell('one')
  const body = await bodyOf(answering)
  finish({ kind: 'failed', text: 'gave up', status: 504 })
  expect(await new Response(body).text()).toBe(
    '{"kind":"progress","html":"<p>one</p>"}\n{"kind":"failed","text":"gave up"}\n',
  )
})

test('progress that cannot be drawn costs that picture alone', async () => {
  const { answering, tell, finish } = begin(() => {
    throw new Error('cannot draw')
  })
  tell('one')
  finish(REPLY)
  expect(await answering).toBe(REPLY)
})

test('a reader that goes away is no error', async () => {
  const { answering, tell, finish } = begin()
  tell('one')
  const body = await bodyOf(answering)
  await body.cancel()
  tell('two')
  await vi.advanceTimersByTimeAsync(2000)
  finish(REPLY)
  await vi.advanceTimersByTimeAsync(2000)
  expect(vi.getTimerCount()).toBe(0)
})
