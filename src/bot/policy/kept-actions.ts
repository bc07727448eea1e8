import type { Action } from '../card.ts'
import type { Command } from '../command.ts'
import { inTime } from '../in-time.ts'
import type { Buttons } from '../ports/buttons.ts'
import type { Actor } from '../request.ts'
import { createButtonStore } from './button-store.ts'
import { isLasting } from './stored-action.ts'

const DAY = 86_400_000

/** A shift that saw the card comes back within a day; what stands in a channel for a team is looked at for a month. */
const KEPT_FOR = DAY
const LASTING = 30 * DAY

/** In memory. */
const KEPT_MOST = 5_000

/** What a person who pressed waits for the store. */
const PATIENCE_MS = 2_000

/** Longer than any key that was given out. */
const LONGEST_KEY = 64

export type Pressed = { kind: 'action'; action: Action } | { kind: 'out-of-date' } | { kind: 'not-yours' }

export interface KeptActions {
  /** Keeps what a button does and returns its key, which says nothing to whoever reads it. */
  keep(action: Action, owner: Actor | null, now: number): string
  press(key: string, actor: Actor, now: number, signal: AbortSignal): Promise<Pressed>
}

export interface KeptActionsDeps {
  commands: readonly Command[]
  newKey: () => string
  /** Null: there is no store, and buttons end with the process. */
  buttons: () => Promise<Buttons | null>
}

/**
 * What buttons do, by key: in memory, and in the store for the time after a restart and for other replicas. What holds a
 * secret is in memory alone, and so is what could not be stored; the button is then out of date where memory does not know it.
 */
export function createKeptActions({ commands, newKey, buttons }: KeptActionsDeps): KeptActions {
  const kept = new Map<string, { action: Action; owner: string | null; until: number }>()
  const store = createButtonStore(commands, buttons)

  return {
    keep(action, owner, now) {
      for (const [old, { until }] of kept) {
        if (until > now && kept.size < KEPT_MOST) break
        kept.delete(old)
      }
      const key = newKey()
      const person = owner === null ? null : personOf(owner)
      const entry = { action, owner: person, until: now + (isLasting(action, commands) ? LASTING : KEPT_FOR) }
      kept.set(key, entry)
      store.keep(key, entry)
      return key
    },

    async press(key, actor, now, signal) {
      if (key.length > LONGEST_KEY) return { kind: 'out-of-date' }
      const entry = kept.get(key) ?? (await inTime(signal, PATIENCE_MS, () => store.find(key, now)))
      if (entry === null || entry.until <= now) return { kind: 'out-of-date' }
      if (entry.owner !== null && entry.owner !== personOf(actor)) return { kind: 'not-yours' }
      return { kind: 'action', action: entry.action }
    },
  }
}

export const personOf = ({ platform, id }: Actor): string => `${platform}:${id}`
