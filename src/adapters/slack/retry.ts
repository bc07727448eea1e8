import { setTimeout as sleep } from 'node:timers/promises'
import { TIMES } from './limits.ts'
import { NOT_SLACK, type SlackFailure } from './slack-failure.ts'

export type Called<T> = { ok: true; value: T } | { ok: false; failure: SlackFailure }

export interface RetryPolicy {
  /** Whether doing it twice is harmless. What may have been stored is otherwise not sent again. */
  repeatable: boolean
}

const PAUSES = [200, 600]

/** At most three attempts, for what passes by itself: a cut connection, a server's error, a short rate limit. */
export async function withRetries<T>(
  attempt: () => Promise<Called<T>>,
  { repeatable }: RetryPolicy,
): Promise<Called<T>> {
  let timeouts = 0
  for (const pause of PAUSES) {
    const called = await attempt()
    if (called.ok) return called
    const { failure } = called
    if (failure.code === 'timeout') timeouts++
    const wait = pauseAfter(failure, pause)
    if (wait === null || (failure.maybeDone && !repeatable) || timeouts > 1) return called
    await sleep(wait)
  }
  return attempt()
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
