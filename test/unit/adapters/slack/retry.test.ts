import { describe, expect, it, vi } from 'vitest'
import { withRetries, type Called } from '../../../../src/adapters/slack/retry.ts'
import { failure, type SlackFailure } from '../../../../src/adapters/slack/slack-failure.ts'

const failing = (first: SlackFailure) =>
  vi
    .fn<() => Promise<Called<string>>>()
    .mockResolvedValueOnce({ ok: false, failure: first })
    .mockResolvedValue({ ok: true, value: 'done' })

describe('withRetries', () => {
  it.each([
    ['http_502', true],
    ['ECONNREFUSED', true],
    ['service_unavailable', true],
    ['channel_not_found', false],
    ['invalid_auth', false],
    ['http_404', false],
  ])('after %s tries again: %s', async (code, again) => {
    const attempt = failing(failure(code, false))
    await withRetries(attempt, { repeatable: false })
    expect(attempt).toHaveBeenCalledTimes(again ? 2 : 1)
  })

  it('does not repeat what may have been stored', async () => {
    const attempt = failing(failure('ECONNRESET', true))
    expect((await withRetries(attempt, { repeatable: false })).ok).toBe(false)
    expect(attempt).toHaveBeenCalledOnce()
  })

  it('does where that is harmless', async () => {
    expect((await withRetries(failing(failure('ECONNRESET', true)), { repeatable: true })).ok).toBe(true)
  })

  it('waits for a short rate limit only', async () => {
    const limited = (milliseconds: number) => failing({ ...failure('rate_limited', false), retryAfterMs: milliseconds })
    expect((await withRetries(limited(10), { repeatable: false })).ok).toBe(true)
    expect((await withRetries(limited(60_000), { repeatable: true })).ok).toBe(false)
  })

  it('ends after three attempts, and after two time-outs', async () => {
    const always = (code: string) =>
      vi.fn(async (): Promise<Called<null>> => ({ ok: false, failure: failure(code, true) }))
    const cut = always('ECONNRESET')
    await withRetries(cut, { repeatable: true })
    expect(cut).toHaveBeenCalledTimes(3)
    const late = always('timeout')
    await withRetries(late, { repeatable: true })
    expect(late).toHaveBeenCalledTimes(2)
  })
})
