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
import type { Heard } from './words/heard.ts'

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
  /** What a question in a person's own words said besides. */
  heard: Heard
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
  /** `usersig.verify`, `im.watch.add`; the contract calls `im report now` simply `im.report`. */
  id: string
  family: Family
  /** The word between family and name, as in `/im watch add`; null: none. */
  group: Group | null
  name: string
  /** Meant where its group is named alone: `/im watch alice`. */
  isDefault: boolean
  args: Args
  role: Role
  /** Refused in chat until the configuration has an `access` section that says who may. */
  guarded?: true
  visibility: Visibility
  /** Its answers are private out of courtesy alone: they hold nothing that others must not read. */
  courteous?: true
  /** Offered as a form when a person calls it without its required arguments. */
  form: boolean
  /** What to type after the family's name; shown in help and tried by a test. */
  examples: readonly string[]
  run(input: InputOf<Args>, context: Context): Promise<Outcome> | Outcome
}

export const FAMILIES = ['usersig', 'push', 'im'] as const

/** The first word of a command, and the name of the slash command. */
export type Family = (typeof FAMILIES)[number]

/** The second word of commands that have three, and the family it belongs to. */
export const GROUPS = { report: 'im', watch: 'im', alert: 'im', case: 'push' } as const satisfies Record<string, Family>

export type Group = keyof typeof GROUPS

type Derived = 'id' | 'group' | 'isDefault'
type Declaration<Args extends Arguments> = Omit<Command<Args>, Derived> & Partial<Pick<Command<Args>, Derived>>

/** Ties the types of a command's arguments to its `run`, then forgets them, so that commands fit in one list. */
export function defineCommand<Args extends Arguments>(declared: Declaration<Args>): Command {
  const { group = null, isDefault = false } = declared
  const command = { ...declared, group, isDefault }
  return { ...command, id: declared.id ?? pathOf(command).join('.') }
}

/** The words that name it: `['im', 'watch', 'add']`. */
export const pathOf = ({ family, group, name }: Pick<Command, 'family' | 'group' | 'name'>): readonly string[] =>
  group === null ? [family, name] : [family, group, name]

/** By its id, by the words that name it with dots between them, or by its group alone. */
export const findCommand = (commands: readonly Command[], id: string): Command | undefined =>
  commands.find((command) => command.id === id) ??
  commands.find((command) => pathOf(command).join('.') === id) ??
  commands.find(({ family, group, isDefault }) => isDefault && `${family}.${group}` === id)
