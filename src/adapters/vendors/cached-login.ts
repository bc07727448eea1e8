import type { VendorReply } from '../../diagnostics/vendors/vendor-reply.ts'

export type Login<Value> =
  /** `lifetimeMs`: how long the vendor says it is good for, where it does. */
  { ok: true; value: Value; lifetimeMs?: number } | { ok: false; reply: VendorReply }

export interface LoginCache<Value> {
  /**
   * The kept login, or a new one, which callers at the same time share: its signal ends when all of them have given up. A
   * failed one is not kept.
   */
  get(key: string, signal: AbortSignal, login: (signal: AbortSignal) => Promise<Login<Value>>): Promise<Login<Value>>
  /** The vendor does not take it any more. With a value: only if it is this one that is kept. */
  forget(key: string, refused?: Value): void
}

interface UnderWay<Value> {
  login: Promise<Login<Value>>
  waiting: number
  control: AbortController
}

const CANCELLED: VendorReply = {
  kind: 'unanswered',
  reason: 'cancelled',
  http: null,
  info: 'given up by the asker',
  retryAfterMs: null,
}

/**
 * Logins by key; make keys with `credentialKey`, so that a changed secret is a new login.
 * @param lifetimeMs how long one is kept at most; keep it below what the vendor grants
 * @param now UNIX milliseconds
 */
export function createLoginCache<Value>({
  now,
  lifetimeMs,
}: {
  now: () => number
  lifetimeMs: number
}): LoginCache<Value> {
  const kept = new Map<string, { value: Value; from: number; until: number }>()
  const underWay = new Map<string, UnderWay<Value>>()

  function begin(key: string, login: (signal: AbortSignal) => Promise<Login<Value>>): UnderWay<Value> {
    const control = new AbortController()
    const run = async (): Promise<Login<Value>> => {
      try {
        const from = now()
        const made = await login(control.signal)
        if (made.ok) {
          const until = from + Math.min(lifetimeMs, made.lifetimeMs ?? lifetimeMs)
          kept.set(key, { value: made.value, from, until })
        }
        return made
      } finally {
        if (underWay.get(key) === work) underWay.delete(key)
      }
    }
    const work: UnderWay<Value> = { login: Promise.resolve().then(run), waiting: 0, control }
    underWay.set(key, work)
    return work
  }

  return {
    async get(key, signal, login) {
      if (signal.aborted) return { ok: false, reply: CANCELLED }
      const known = kept.get(key)
      // A clock that was set back tells nothing of a login's age.
      if (known !== undefined && now() >= known.from && now() < known.until) return { ok: true, value: known.value }
      const work = underWay.get(key) ?? begin(key, login)
      work.waiting++
      return new Promise((resolve, reject) => {
        const giveUp = () => {
          work.waiting--
          resolve({ ok: false, reply: CANCELLED })
          if (work.waiting > 0) return
          if (underWay.get(key) === work) underWay.delete(key)
          work.control.abort()
        }
        signal.addEventListener('abort', giveUp, { once: true })
        void work.login.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
      })
    },
    forget(key, refused) {
      if (refused === undefined || kept.get(key)?.value === refused) kept.delete(key)
    },
  }
}
