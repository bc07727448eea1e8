import { describe, expect, it } from 'vitest'
import { createLoginCache, type Login } from '../../../../src/adapters/vendors/cached-login.ts'
import { credentialKey } from '../../../../src/adapters/vendors/credential-key.ts'
import type { VendorReply } from '../../../../src/diagnostics/vendors/vendor-reply.ts'

const LIFETIME = 60_000
const REFUSED: VendorReply = {
  kind: 'refused',
  about: 'credential',
  code: '11',
  http: 200,
  info: 'no',
  deadSince: null,
}
const signal = () => new AbortController().signal

/** A cache, a vendor that gives out `login-1`, `login-2` and so on, and a clock. */
function world() {
  const clock = { now: 1_764_000_000_000 }
  const cache = createLoginCache<string>({ now: () => clock.now, lifetimeMs: LIFETIME })
  const asked: AbortSignal[] = []
  const login = async (ending: AbortSignal): Promise<Login<string>> => {
    asked.push(ending)
    return { ok: true, value: `login-${asked.length}` }
  }
  return { clock, cache, asked, login, get: (key = 'a') => cache.get(key, signal(), login) }
}

/** A login that ends when the test says so. */
function held() {
  let end: (made: Login<string>) => void = () => undefined
  const signals: AbortSignal[] = []
  const made = new Promise<Login<string>>((resolve) => {
    end = resolve
  })
  const login = (ending: AbortSignal) => {
    signals.push(ending)
    return made
  }
  return { login, signals, end }
}

describe('a login', () => {
  it('is kept for its lifetime and not a moment longer', async () => {
    const { clock, get } = world()
    expect(await get()).toEqual({ ok: true, value: 'login-1' })
    clock.now += LIFETIME - 1
    expect(await get()).toEqual({ ok: true, value: 'login-1' })
    clock.now += 1
    expect(await get()).toEqual({ ok: true, value: 'login-2' })
  })

  it('is kept no longer than the vendor says, nor than we want to', async () => {
    const { clock, cache, get } = world()
    const lasting = (lifetimeMs: number) => async () => ({ ok: true, value: 'theirs', lifetimeMs }) as const
    await cache.get('short', signal(), lasting(5_000))
    await cache.get('long', signal(), lasting(10 * LIFETIME))
    clock.now += 4_999
    expect(await get('short')).toMatchObject({ value: 'theirs' })
    clock.now += 1
    expect(await get('short')).toMatchObject({ value: 'login-1' })
    clock.now += LIFETIME
    expect(await get('long')).toMatchObject({ value: 'login-2' })
  })

  it('lives from the moment it was asked for', async () => {
    const { clock, cache, get } = world()
    await cache.get('a', signal(), async () => {
      clock.now += LIFETIME
      return { ok: true, value: 'slow' }
    })
    expect(await get()).toMatchObject({ value: 'login-1' })
  })

  it('is made anew where the clock was set back', async () => {
    const { clock, get } = world()
    await get()
    clock.now -= 1
    expect(await get()).toMatchObject({ value: 'login-2' })
  })

  it('is one of its own for every key', async () => {
    const { get } = world()
    expect(await get('a')).toMatchObject({ value: 'login-1' })
    expect(await get('b')).toMatchObject({ value: 'login-2' })
    expect(await get('a')).toMatchObject({ value: 'login-1' })
  })

  it('is not kept where it failed', async () => {
    const { cache, get } = world()
    expect(await cache.get('a', signal(), async () => ({ ok: false, reply: REFUSED }))).toEqual({
      ok: false,
      reply: REFUSED,
    })
    expect(await get()).toMatchObject({ value: 'login-1' })
  })

  it('that throws is nobody’s, and the next one is made anew', async () => {
    const { cache, get } = world()
    const throwing = () => Promise.reject(new Error('a bug'))
    const both = [cache.get('a', signal(), throwing), cache.get('a', signal(), throwing)]
    for (const { status } of await Promise.allSettled(both)) expect(status).toBe('rejected')
    expect(await get()).toMatchObject({ value: 'login-1' })
  })
})

describe('callers at the same time', () => {
  it('share one login', async () => {
    const { get, asked } = world()
    const made = await Promise.all(Array.from({ length: 20 }, () => get()))
    expect(new Set(made.map((each) => each.ok && each.value))).toEqual(new Set(['login-1']))
    expect(asked).toHaveLength(1)
  })

  it('share its failure', async () => {
    const { cache } = world()
    const { login, signals, end } = held()
    const both = [cache.get('a', signal(), login), cache.get('a', signal(), login)]
    end({ ok: false, reply: REFUSED })
    expect(await Promise.all(both)).toEqual([
      { ok: false, reply: REFUSED },
      { ok: false, reply: REFUSED },
    ])
    expect(signals).toHaveLength(1)
  })

  it('still get it when one of them gives up', async () => {
    const { cache } = world()
    const { login, signals, end } = held()
    const asker = new AbortController()
    const first = cache.get('a', asker.signal, login)
    const second = cache.get('a', signal(), login)
    asker.abort()
    expect(await first).toMatchObject({ ok: false, reply: { kind: 'unanswered', reason: 'cancelled' } })
    end({ ok: true, value: 'late' })
    expect(await second).toEqual({ ok: true, value: 'late' })
    expect(signals.map(({ aborted }) => aborted)).toEqual([false])
  })

  it('end it when all of them have given up, and those who come then get a new one', async () => {
    const { cache, get } = world()
    const { login, signals } = held()
    const askers = [new AbortController(), new AbortController()]
    const given = askers.map((asker) => cache.get('a', asker.signal, login))
    // It begins with the next turn.
    await Promise.resolve()
    for (const asker of askers) asker.abort()
    for (const made of await Promise.all(given))
      expect(made).toMatchObject({ ok: false, reply: { reason: 'cancelled' } })
    expect(signals.map(({ aborted }) => aborted)).toEqual([true])
    expect(await get()).toMatchObject({ value: 'login-1' })
  })

  it('who have given up before do not begin one', async () => {
    const { cache, login, asked } = world()
    expect(await cache.get('a', AbortSignal.abort(), login)).toMatchObject({
      ok: false,
      reply: { kind: 'unanswered', reason: 'cancelled' },
    })
    expect(asked).toEqual([])
  })
})

describe('a login that the vendor does not take any more', () => {
  it('is forgotten', async () => {
    const { cache, get } = world()
    await get()
    cache.forget('a', 'login-1')
    expect(await get()).toMatchObject({ value: 'login-2' })
  })

  it('does not take a newer one with it', async () => {
    const { cache, get } = world()
    await get()
    cache.forget('a', 'login-0')
    expect(await get()).toMatchObject({ value: 'login-1' })
  })

  it('is forgotten whichever it is, on demand, and those of other keys stay', async () => {
    const { cache, get } = world()
    await get('a')
    await get('b')
    cache.forget('a')
    expect(await get('a')).toMatchObject({ value: 'login-3' })
    expect(await get('b')).toMatchObject({ value: 'login-2' })
  })
})

describe('a key', () => {
  it('is another one for every part, and tells none of them', () => {
    const keys = [
      ['a', 'b'],
      ['ab', ''],
      ['a', 'b', ''],
      ['b', 'a'],
      ['a', '5ecret'],
    ].map(credentialKey)
    expect(new Set(keys).size).toBe(keys.length)
    expect(credentialKey(['a', 'b'])).toBe(keys[0])
    expect(keys.join()).not.toContain('5ecret')
  })
})
