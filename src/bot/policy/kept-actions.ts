import type { Action } from '../card.ts'
import type { Actor } from '../request.ts'

/** A day: long enough for the shift that saw the card. */
const KEPT_FOR = 86_400_000
const KEPT_MOST = 5_000

export type Pressed = { kind: 'action'; action: Action } | { kind: 'out-of-date' } | { kind: 'not-yours' }

export interface KeptActions {
  /** Keeps what a button does and returns its key, which says nothing to whoever reads it. */
  keep(action: Action, owner: Actor | null, now: number): string
  press(key: string, actor: Actor, now: number): Pressed
}

/** What buttons do, by key. In memory: after a restart an old button says that it is out of date. */
export function createKeptActions(newKey: () => string): KeptActions {
  const kept = new Map<string, { action: Action; owner: string | null; until: number }>()
  return {
    keep(action, owner, now) {
      for (const [old, { until }] of kept) {
        if (until > now && kept.size < KEPT_MOST) break
        kept.delete(old)
      }
      const key = newKey()
      kept.set(key, { action, owner: owner === null ? null : personOf(owner), until: now + KEPT_FOR })
      return key
    },
    press(key, actor, now) {
      const entry = kept.get(key)
      if (entry === undefined || entry.until <= now) return { kind: 'out-of-date' }
      if (entry.owner !== null && entry.owner !== personOf(actor)) return { kind: 'not-yours' }
      return { kind: 'action', action: entry.action }
    },
  }
}

export const personOf = ({ platform, id }: Actor): string => `${platform}:${id}`
