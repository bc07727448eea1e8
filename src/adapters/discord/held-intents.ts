import { randomUUID } from 'node:crypto'
import type { Intent } from '../../bot/intent.ts'
import { BoundedMap } from './bounded-map.ts'

const MOST = 2000
const KEPT_FOR = 60 * 60_000

export type Held = { kind: 'held'; intent: Intent } | { kind: 'gone' } | { kind: 'not-yours' }

/**
 * What is known already of a command whose form is still to be filled in, such as the signature of a message: a form must
 * not carry it, and Discord lets nothing travel but a key of 100 characters.
 */
export class HeldIntents {
  readonly #held = new BoundedMap<string, { intent: Intent; owner: string; until: number }>(MOST)
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  /** Keeps it for this person alone, for an hour; its key. */
  hold(intent: Intent, owner: string): string {
    const key = randomUUID()
    this.#held.set(key, { intent, owner, until: this.#now() + KEPT_FOR })
    return key
  }

  find(key: string, person: string): Held {
    const entry = this.#held.get(key)
    if (entry === undefined || entry.until < this.#now()) return { kind: 'gone' }
    return entry.owner === person ? { kind: 'held', intent: entry.intent } : { kind: 'not-yours' }
  }
}
