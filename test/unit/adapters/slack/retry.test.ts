import { describe, expect, it, vi } from 'vitest'
import { withRetries, type Called, type Looked } from '../../../../src/adapters/slack/retry.ts'
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
    await withRetries(attempt, { look: null })
    expect(attempt).toHaveBeenCalledTimes(again ? 2 : 1)
  })

  it.each<[string, Looked<string>, number, string]>([
    ['was done after all, that is the answer', { kind: 'done', value: 'found' }, 1, 'found'],
    ['was not done, it is repeated', { kind: 'not-done' }, 2, 'done'],
    ['cannot be found out, it is repeated: twice is better than never', { kind: 'unknown' }, 2, 'done'],
  ])('asks of a call without an answer: where it %s', async (_, looked, attempts, value) => {
    const attempt = failing(failure('ECONNRESET', true))
    const called = await withRetries(attempt, { look: async () => looked })
    expect(called).toEqual({ ok: true, value })
    expect(attempt).toHaveBeenCalledTimes(attempts)
  })

  it('asks also after the last attempt, and does not doubt what was found undone', async () => {
    const attempt = vi.fn(async (): Promise<Called<string>> => ({ ok: false, failure: failure('ECONNRESET', true) }))
    const look = async () => ({ kind: 'not-done' }) as const
    const called = await withRetries(attempt, { attempts: 1, look })
    expect(called).toMatchObject({ ok: false, failure: { maybeDone: false } })
    const found = await withRetries(attempt, { attempts: 1, look: async () => ({ kind: 'done', value: 'there' }) })
    expect(found).toEqual({ ok: true, value: 'there' })
  })

  it('does not ask where it is known that nothing was done', async () => {
    const look = vi.fn(async () => ({ kind: 'unknown' }) as const)
    await withRetries(failing(failure('ECONNREFUSED', false)), { look })
    expect(look).not.toHaveBeenCalled()
  })

  it('repeats without asking where that is harmless', async () => {
    expect((await withRetries(failing(failure('ECONNRESET', true)), { look: null })).ok).toBe(true)
  })

  it('waits for a short rate limit only', async () => {
    const limited = (milliseconds: number) => failing({ ...failure('rate_limited', false), retryAfterMs: milliseconds })
    expect((await withRetries(limited(10), { look: null })).ok).toBe(true)
    expect((await withRetries(limited(60_000), { look: null })).ok).toBe(false)
  })

  it('ends after three attempts, and after two time-outs', async () => {
    const always = (code: string) =>
      vi.fn(async (): Promise<Called<null>> => ({ ok: false, failure: failure(code, true) }))
    const cut = always('ECONNRESET')
    await withRetries(cut, { look: null })
    expect(cut).toHaveBeenCalledTimes(3)
    const late = always('timeout')
    await withRetries(late, { look: null })
    expect(late).toHaveBeenCalledTimes(2)
  })
})
