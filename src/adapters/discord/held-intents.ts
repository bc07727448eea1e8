import { randomUUID } from 'node:crypto'
import type { Intent } from '../../bot/intent.ts'
import { ExpiringMap } from '../expiring-map.ts'

const MOST = 2000
const KEPT_FOR = 60 * 60_000

export type Held = { kind: 'held'; intent: Intent } | { kind: 'gone' } | { kind: 'not-yours' }

/**
 * What is known already of a command whose form is still to be filled in, such as the signature of a message: a form must
 * not carry it, and Discord lets nothing travel but a key of 100 characters.
 */
export class HeldIntents {
  readonly #held: ExpiringMap<{ intent: Intent; owner: string }>

  constructor(now: () => number) {
    this.#held = new ExpiringMap({ most: MOST, keptFor: KEPT_FOR, now })
  }

  /** Keeps it for this person alone, for an hour; its key. */
  hold(intent: Intent, owner: string): string {
    const key = randomUUID()
    this.#held.set(key, { intent, owner })
    return key
  }

  find(key: string, person: string): Held {
    const entry = this.#held.get(key)
    if (entry === undefined) return { kind: 'gone' }
    return entry.owner === person ? { kind: 'held', intent: entry.intent } : { kind: 'not-yours' }
  }
}
