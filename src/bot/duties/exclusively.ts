import type { Leases } from '../ports/leases.ts'
import { bounded, type Wait } from './bounded.ts'
import type { Exclusively } from './duty.ts'
import { endingWith } from './ending-with.ts'
import type { OnTrouble } from './on-trouble.ts'

interface Options {
  leases: Leases
  /** Of this process alone. */
  owner: string
  clock: () => number
  wait: Wait
  /** How long a lease stands that is not renewed, milliseconds. */
  ttlMs?: number
  /** How often it is renewed, and how often others try to have it. Milliseconds. */
  everyMs?: number
  onTrouble: OnTrouble
}

/** How long work may take to end once it was told to, milliseconds. */
const GRACE_MS = 10_000

const NEVER = new AbortController().signal

type Taken = { kind: 'ours'; until: number } | { kind: 'others' } | { kind: 'unknown' }

/**
 * Work that one process does for all. With the default times another takes over at most 25 seconds after a crash. A process
 * that slept may still work for a moment on a lease that is no longer its own, so what is done must bear being done by two.
 */
export function createExclusively(options: Options): Exclusively {
  const { leases, owner, clock, wait, ttlMs = 20_000, everyMs = 5_000, onTrouble } = options

  /** `until` is reckoned from before the store was asked, so that it never lies behind the store's. */
  async function take(name: string, signal: AbortSignal): Promise<Taken> {
    const now = clock()
    const until = now + ttlMs
    const answer = await bounded(wait, everyMs, signal, () => leases.take(name, owner, now, until))
    if (answer.kind === 'value') return answer.value ? { kind: 'ours', until } : { kind: 'others' }
    if (!signal.aborted) onTrouble('lease.store', { lease: name, reason: answer.reason })
    return { kind: 'unknown' }
  }

  /** Renews until `signal` ends; resolves before that only when the lease is lost. */
  async function holdOn(name: string, first: number, signal: AbortSignal): Promise<void> {
    let until = first
    while (!signal.aborted) {
      await wait(Math.max(0, Math.min(everyMs, until - clock())), signal)
      // Who slept past its end does not know who had it meanwhile.
      if (signal.aborted || clock() >= until) return
      const taken = await take(name, signal)
      if (taken.kind === 'ours') until = taken.until
      if (taken.kind === 'others') return
    }
  }

  /** Whether the work came to its own end. */
  async function workWhileOurs(
    name: string,
    until: number,
    work: (lost: AbortSignal) => Promise<void>,
    signal: AbortSignal,
  ): Promise<boolean> {
    const lost = endingWith(signal)
    const over = endingWith()
    const working = Promise.resolve()
      .then(() => work(lost.signal))
      .then(() => true)
      .finally(over.end)
    // It is awaited below, unless it takes longer than its grace.
    working.catch(() => {})
    const holding = endingWith(lost.signal, over.signal)
    const overdue = holdOn(name, until, holding.signal).then(async () => {
      if (!holding.signal.aborted) onTrouble('lease.lost', { lease: name })
      if (!over.signal.aborted) lost.end()
      await wait(GRACE_MS, over.signal)
      return false
    })
    try {
      const own = await Promise.race([working, overdue])
      return own && !lost.signal.aborted
    } finally {
      lost.release()
      over.end()
    }
  }

  return async (name, work, signal) => {
    while (!signal.aborted) {
      const taken = await take(name, signal)
      if (taken.kind !== 'ours') {
        await wait(everyMs, signal)
        continue
      }
      try {
        if (await workWhileOurs(name, taken.until, work, signal)) return
      } finally {
        const released = await bounded(wait, everyMs, NEVER, () => leases.release(name, owner))
        if (released.kind === 'failed') onTrouble('lease.store', { lease: name, reason: released.reason })
      }
    }
  }
}
