import type { Secret } from '../diagnostics/secret.ts'
import type { Card } from './card.ts'
import type { Intent } from './intent.ts'
import type { Visibility } from './reply.ts'
import type { Locale } from './texts/locale.ts'

export type Platform = 'slack' | 'discord' | 'terminal' | 'playground'

/** Who asks. `groups` are the platform's own: user groups of Slack, role ids of Discord. */
export interface Actor {
  platform: Platform
  id: string
  groups: readonly string[]
  /** The owner of the machine, at a terminal or at the playground: may all, and is not limited. */
  owner: boolean
}

export interface Place {
  kind: 'direct' | 'channel' | 'terminal'
  id: string
  /** The thread in it, by a name that stays the same for all that is said in the thread; null: none, or it has none. */
  thread: string | null
}

export type BadCall =
  | { kind: 'not-json' }
  | { kind: 'no-command' }
  | { kind: 'not-an-object'; field: string }
  /** `given` is fit to be shown. */
  | { kind: 'unknown-field'; given: string }
  | { kind: 'not-a-locale' }

export type Input =
  /** What a person typed after the mention or the slash, the command's name included. */
  | { kind: 'words'; text: Secret }
  | { kind: 'call'; intent: Intent }
  /** A pressed button, by the key that `Reply` rendered it with. */
  | { kind: 'press'; key: string }
  /** A script's line that is no call. */
  | { kind: 'unreadable'; reason: BadCall }

/** What came in, free of any platform. */
export interface Request {
  /** Names this request in logs; equal for a redelivery, so that it is done once. */
  id: string
  actor: Actor
  place: Place
  input: Input
  /** The person's language on the platform; null where the platform did not say. */
  locale: Locale | null
  /** IANA name of the person's zone; null: UTC. */
  timeZone: string | null
  /** Aborted when the surface has given up waiting. */
  signal: AbortSignal
  /** Told how far a long answer has come; null where the surface does not show it. Never throws, and needs no waiting for. */
  onProgress: ((progress: Progress) => void) | null
}

/** A card for the time until the answer is there. The last one told is the one to show; how often is the surface's affair. */
export interface Progress {
  card: Card
  visibility: Visibility
  locale: Locale
  timeZone: string | null
}
