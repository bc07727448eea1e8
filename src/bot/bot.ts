import type { Action } from './card.ts'
import type { Command } from './command.ts'
import type { Form } from './form.ts'
import type { Reply, Visibility } from './reply.ts'
import type { Actor, Input, Request } from './request.ts'
import type { Suggestions } from './argument.ts'
import type { Locale } from './texts/locale.ts'

/** What a surface has to know before it acknowledges. Found without waiting for anything. */
export type Plan = { kind: 'form'; form: Form } | { kind: 'answer'; visibility: Visibility }

/** The bot as the surfaces see it. */
export interface Bot {
  commands: readonly Command[]
  /** The configured language, for people whose platform does not say theirs. */
  language: Locale
  /** Whether to open a form, or how visibly to acknowledge. Synchronous and quick: it runs before the acknowledgement. */
  plan(input: Input, locale: Locale | null): Plan
  /** Answers once per request id; null for a redelivery. Never throws: a defect becomes a card with the request's id. */
  answer(request: Request): Promise<Reply | null>
  /** Keeps what a button does, for its key: at most 64 characters, safe to be read by anyone. Null actor: anyone may press. */
  keep(action: Action, owner: Actor | null): string
  /** At most 25 values to offer for what was typed so far. */
  suggest(list: Suggestions, typed: string): readonly string[]
}
