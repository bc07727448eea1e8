import type { Arguments, InputOf } from './argument.ts'
import type { Card } from './card.ts'
import type { Role } from './policy/role.ts'
import type { UsageProblem } from './problem.ts'
import type { Remembered } from './ports/conversations.ts'
import type { Visibility } from './reply.ts'
import type { Actor, Place } from './request.ts'
import type { Services } from './services.ts'
import type { Texts } from './texts/texts.ts'
import type { Locale } from './texts/locale.ts'

/** What a command knows of its asker. */
export interface Context {
  services: Services
  actor: Actor
  place: Place
  role: Role
  locale: Locale
  /** IANA name of the reader's zone; null: UTC. */
  timeZone: string | null
  texts: Texts
  /** Names what is to be done: the same for every press of one button, another for every question. */
  act: string
  /** The time of the request, UNIX milliseconds. */
  now: number
  /** The clock, UNIX milliseconds, for commands that take their time. */
  clock: () => number
  signal: AbortSignal
  /** Shows how far a long answer has come. */
  progress: (card: Card) => void
  /** What was last asked in this conversation; null: nothing, or it cannot be told now. */
  recall: () => Promise<Remembered | null>
}

export type Outcome =
  | { kind: 'ok'; result: unknown; card: Card; publicCard?: Card; audit?: AuditFacts; remember?: Memory }
  | { kind: 'usage'; problem: UsageProblem }
  | { kind: 'denied'; reason: DenialReason }
  | { kind: 'upstream'; error: string; card: Card; result?: unknown; audit?: AuditFacts; remember?: Memory }

/** What a follow-up in the same conversation starts from. */
export type Memory = Pick<Remembered, 'args' | 'snapshot'>

export type DenialReason =
  | { kind: 'role'; needed: Role }
  | { kind: 'no-access-section' }
  | { kind: 'too-fast'; retryAfterSeconds: number }

/** What the audit line may hold beyond the command's name: codes, ids and fingerprints, never a secret. */
export type AuditFacts = Readonly<Record<string, string | number | readonly string[] | null>>

/** A command, declared once; help, manifest, registration, forms and the terminal are derived from this. */
export interface Command<Args extends Arguments = Arguments> {
  /** `family.name`, as in `usersig.verify`; typed as `/usersig verify`. */
  id: string
  family: Family
  name: string
  args: Args
  role: Role
  /** Refused in chat until the configuration has an `access` section that says who may. */
  guarded?: true
  visibility: Visibility
  /** Offered as a form when a person calls it without its required arguments. */
  form: boolean
  /** What to type after the family's name; shown in help and tried by a test. */
  examples: readonly string[]
  run(input: InputOf<Args>, context: Context): Promise<Outcome> | Outcome
}

export const FAMILIES = ['usersig', 'push', 'im'] as const

/** The first word of a command, and the name of the slash command. */
export type Family = (typeof FAMILIES)[number]

/** Ties the types of a command's arguments to its `run`, then forgets them, so that commands fit in one list. */
export function defineCommand<Args extends Arguments>(command: Omit<Command<Args>, 'id'>): Command {
  return { ...command, id: `${command.family}.${command.name}` }
}
