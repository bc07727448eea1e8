import { setTimeout as sleep } from 'node:timers/promises'
import { TIMES } from './limits.ts'
import { NOT_SLACK, type SlackFailure } from './slack-failure.ts'

export type Called<T> = { ok: true; value: T } | { ok: false; failure: SlackFailure }

/** Whether a call without an answer was done after all. `unknown`: Slack does not say. */
export type Looked<T> = { kind: 'done'; value: T } | { kind: 'not-done' } | { kind: 'unknown' }

export interface RetryPolicy<T> {
  attempts?: number
  /**
   * For what must not be there twice: asks before each further attempt, and after the last. Where Slack cannot be asked, the call
   * is repeated all the same: an answer that is there twice is better than none. Null: doing it twice is harmless.
   */
  look: (() => Promise<Looked<T>>) | null
}

const ATTEMPTS = 3
/** Milliseconds after the first failed attempt, and after each later one. */
const PAUSES = [200, 600] as const
/** Milliseconds before looking for what may only be slow: it may still be done. */
const SLOW_PAUSE = 2000

/** Tries again after what passes by itself: a cut connection, a server's error, a short rate limit. */
export async function withRetries<T>(
  attempt: () => Promise<Called<T>>,
  { attempts = ATTEMPTS, look }: RetryPolicy<T>,
): Promise<Called<T>> {
  let timeouts = 0
  for (let tried = 1; ; tried++) {
    const called = await attempt()
    if (called.ok) return called
    const { failure } = called
    if (failure.code === 'timeout') timeouts++
    const pause = PAUSES[tried - 1] ?? PAUSES[1]
    const wait = tried < attempts && timeouts < 2 ? pauseAfter(failure, pause) : null
    const doubted = failure.maybeDone ? look : null
    if (wait === null && doubted === null) return called
    await sleep(doubted !== null && failure.code === 'timeout' ? SLOW_PAUSE : (wait ?? pause))
    const looked = doubted === null ? null : await doubted()
    if (looked?.kind === 'done') return { ok: true, value: looked.value }
    if (wait === null)
      return looked?.kind === 'not-done' ? { ok: false, failure: { ...failure, maybeDone: false } } : called
  }
}

/** How long to wait before the next attempt; null where another would fail as well. */
function pauseAfter({ code, retryAfterMs }: SlackFailure, pause: number): number | null {
  if (code === 'rate_limited') return retryAfterMs !== null && retryAfterMs <= TIMES.retryAfter ? retryAfterMs : null
  return passesByItself(code) ? pause : null
}

const passesByItself = (code: string): boolean =>
  [NOT_SLACK, 'timeout', 'internal_error', 'service_unavailable', 'fatal_error'].includes(code) ||
  code.startsWith('http_5') ||
  /^[A-Z]/.test(code)

/** Whether the same may go well a while later. */
export const isPassing = ({ code }: SlackFailure): boolean => code === 'rate_limited' || passesByItself(code)
