import { setTimeout as delay } from 'node:timers/promises'
import type { Exclusively } from '../../../src/bot/duties/duty.ts'
import { createExclusively } from '../../../src/bot/duties/exclusively.ts'
import type { Leases } from '../../../src/bot/ports/leases.ts'

/** Leases that several processes share, as their store would keep them; time runs fast. */
export class SharedLeases implements Leases {
  /** Owners whose renewals arrive no more, as after a crash or behind a broken network. */
  readonly cutOff = new Set<string>()
  readonly #held = new Map<string, { owner: string; until: number }>()

  take(name: string, owner: string, now: number, until: number): Promise<boolean> {
    if (this.cutOff.has(owner)) return Promise.reject(new Error('the store is away'))
    const held = this.#held.get(name)
    if (held !== undefined && held.owner !== owner && held.until > now) return Promise.resolve(false)
    this.#held.set(name, { owner, until })
    return Promise.resolve(true)
  }

  release(name: string, owner: string): Promise<void> {
    if (this.#held.get(name)?.owner === owner) this.#held.delete(name)
    return Promise.resolve()
  }

  holder(name: string): string | null {
    return this.#held.get(name)?.owner ?? null
  }

  for(owner: string): Exclusively {
    return createExclusively({
      leases: this,
      owner,
      clock: () => Date.now(),
      wait: async (milliseconds, signal) => {
        await delay(milliseconds, undefined, { signal }).catch(() => {})
      },
      ttlMs: 3_000,
      everyMs: 100,
      onTrouble: () => {},
    })
  }
}
