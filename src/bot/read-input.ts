import { readAddressed } from './addressed.ts'
import type { Card } from './card.ts'
import { type Command, findCommand } from './command.ts'
import type { Intent } from './intent.ts'
import type { KeptActions } from './policy/kept-actions.ts'
import type { UsageProblem } from './problem.ts'
import type { Actor, Input } from './request.ts'
import type { Locale } from './texts/locale.ts'
import { closest } from './words/closest.ts'
import { readRequest, type Reading } from './words/read-request.ts'
import { shown } from './words/shown.ts'
import { typedValues } from './words/typed-values.ts'

/** What an input asks for: a command, the sharing of a card, or nothing that could be read. */
export type Asked = Reading | { kind: 'share'; card: Card }

/** Who presses a button, and when. */
export interface Presser {
  actor: Actor
  /** UNIX milliseconds. */
  now: number
  signal: AbortSignal
}

export type Press = Extract<Input, { kind: 'press' }>

/** Words or a call → what is asked. Buttons and scripts take the same road as typed words from here on. */
export function readInput(
  commands: readonly Command[],
  input: Exclude<Input, Press>,
  apps: readonly string[] = [],
): Reading {
  switch (input.kind) {
    case 'words':
      return readRequest(commands, input.text.reveal(), apps)
    case 'call':
      return readCall(commands, input.intent)
    case 'unreadable':
      return problem({ kind: 'bad-call', reason: input.reason })
  }
}

/** A pressed button → what is asked. It may be the store that knows, so this waits for it. */
export async function readPress(
  commands: readonly Command[],
  kept: KeptActions,
  { key }: Press,
  { actor, now, signal }: Presser,
): Promise<Asked> {
  const pressed = await kept.press(key, actor, now, signal)
  if (pressed.kind === 'out-of-date') return problem({ kind: 'button-out-of-date' })
  if (pressed.kind === 'not-yours') return problem({ kind: 'not-your-button' })
  const { action } = pressed
  return action.kind === 'share' ? { kind: 'share', card: action.card } : readCall(commands, action.intent)
}

function readCall(commands: readonly Command[], { command: id, args, typed }: Intent): Reading {
  const command = findCommand(commands, id)
  if (command === undefined)
    return problem({ kind: 'unknown-command', given: shown(id), closest: nearestIds(commands, id) })
  const given = args.reveal()
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(command.args, name))
  if (unknown !== undefined)
    return problem(
      {
        kind: 'unknown-option',
        command: id,
        given: shown(unknown),
        closest: closest(unknown, Object.keys(command.args), 1)[0] ?? null,
        mayBeValue: false,
      },
      command,
    )
  const bare = Object.values(given).every((value) => value === undefined || value === null || value === '')
  if (typed === undefined) return { kind: 'command', command, args: given, locale: null, bare }
  const values = typedValues(command, given)
  const text = Object.values(given)
    .filter((value) => typeof value === 'string')
    .join('\n')
  return { kind: 'command', command, ...readAddressed(values, text), locale: null, bare }
}

const nearestIds = (commands: readonly Command[], id: string): readonly string[] =>
  closest(
    id,
    commands.map((command) => command.id),
  )

const problem = (value: UsageProblem, command: Command | null = null, locale: Locale | null = null): Reading => ({
  kind: 'problem',
  command,
  problem: value,
  locale,
})
