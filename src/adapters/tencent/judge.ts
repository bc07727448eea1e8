import { classifyRefusal } from '../../diagnostics/im/classify-refusal.ts'
import type { ImFailure } from '../../diagnostics/im/im-failure.ts'
import type { Order } from './call.ts'
import { readFrame, type Reading } from './reading.ts'
import { isTooMany, repeatsAfter } from './refusal-codes.ts'
import type { Sent } from './transport.ts'

export type Problem = Pick<ImFailure, 'kind' | 'code' | 'httpStatus' | 'info'>

/** `repeats`: how often asking again may help. */
export type Judged<Value> = { ok: true; value: Value } | { ok: false; problem: Problem; repeats: number }

/** Three attempts in all. */
const MOST_REPEATS = 2

/** What one attempt brought. `clean` takes the secrets out of what others wrote. */
export function judge<Value>(sent: Sent, order: Order<Value>, clean: (said: string) => string): Judged<Value> {
  switch (sent.kind) {
    case 'broken':
      return failed({ kind: 'unreachable', info: clean(sent.info) }, MOST_REPEATS)
    case 'not-http':
      return failed({ kind: 'garbage', info: clean(sent.info) })
    case 'too-big':
      return failed({ kind: 'garbage', info: 'the answer is too long' })
    case 'status':
      return judgeStatus(sent.status)
    case 'answer':
      return judgeAnswer(sent.text, order, clean)
  }
}

function judgeStatus(status: number): Judged<never> {
  const problem = { httpStatus: status, info: `HTTP ${status}` }
  if (status === 429) return failed({ ...problem, kind: 'rate-limited' })
  return failed({ ...problem, kind: 'http' }, status >= 500 ? MOST_REPEATS : 0)
}

function judgeAnswer<Value>(text: string, order: Order<Value>, clean: (said: string) => string): Judged<Value> {
  const frame = readFrame(text)
  if (frame === null) return failed({ kind: 'garbage', httpStatus: 200, info: 'not an answer of the server API' })
  const { code, body } = frame
  if (code === 0) return judgeReading(order.read(body, clean))
  const info = clean(frame.info)
  const reading =
    code === null ? null : (order.readRefusal?.({ code, kind: classifyRefusal(code, info) }, body) ?? null)
  return reading === null ? refusal(code, info) : judgeReading(reading)
}

function judgeReading<Value>(reading: Reading<Value>): Judged<Value> {
  switch (reading.kind) {
    case 'value':
      return { ok: true, value: reading.value }
    case 'refused':
      return refusal(reading.code, reading.info)
    case 'garbage':
      return failed({ kind: 'garbage', httpStatus: 200, info: 'not the documented answer' })
  }
}

function refusal(code: number | null, info: string): Judged<never> {
  const kind = code !== null && isTooMany(code, info) ? 'rate-limited' : 'refused'
  return failed({ kind, code, httpStatus: 200, info }, code === null ? 0 : repeatsAfter(code, info))
}

const failed = (problem: Partial<Problem> & Pick<Problem, 'kind' | 'info'>, repeats = 0): Judged<never> => ({
  ok: false,
  problem: { code: null, httpStatus: null, ...problem },
  repeats,
})
