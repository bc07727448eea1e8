import { Secret } from '../../diagnostics/secret.ts'
import type { Action, Card } from '../card.ts'
import { type Command, findCommand } from '../command.ts'
import type { Intent } from '../intent.ts'
import { holdsSecret } from './holds-secret.ts'
import { type StoredAction, type StoredCard, storedAction } from './stored-action-schema.ts'

/** Longest text of a button in the store, in characters: a card of all that a diagnosis can say has a tenth of it. */
const LONGEST = 200_000

/** Buttons of commands about what lasts for weeks. A report is made anew. */
export const isLasting = (action: Action, commands: readonly Command[]): boolean => {
  if (action.lasting === true) return true
  const group = action.kind === 'run' ? (findCommand(commands, action.intent.command)?.group ?? null) : null
  return group !== null && group !== 'report'
}

/** An action as the store may hold it, as JSON. Null: it holds a secret somewhere, or cannot be written. */
export function writeAction(action: Action, commands: readonly Command[]): string | null {
  try {
    const stored = asStored(action, commands)
    if (stored === null || holdsSecret(stored)) return null
    const body = JSON.stringify(stored)
    return body.length > LONGEST ? null : body
  } catch {
    // A value that JSON has no word for, or that holds itself.
    return null
  }
}

/** Null: it was written by another version, or is damaged. */
export function readAction(body: string): Action | null {
  if (body.length > LONGEST) return null
  try {
    const read = storedAction.safeParse(JSON.parse(body))
    return read.success ? asAction(read.data) : null
  } catch {
    return null
  }
}

function asStored(action: Action, commands: readonly Command[]): StoredAction | null {
  const common = commonOf(action)
  if (action.kind === 'share') {
    const card = cardAsStored(action.card, commands)
    return card === null ? null : { ...common, kind: 'share', card }
  }
  const args = openArgs(action.intent, commands)
  return args === null ? null : { ...common, kind: 'run', intent: { command: action.intent.command, args } }
}

/** Of a command that is not known nobody can say what in it is secret. */
function openArgs(
  { command: id, args }: Intent,
  commands: readonly Command[],
): Readonly<Record<string, unknown>> | null {
  const command = findCommand(commands, id)
  if (command === undefined) return null
  const given = args.reveal()
  const isOpen = ([name, value]: [string, unknown]) =>
    value === undefined || (Object.hasOwn(command.args, name) && command.args[name]?.secret === false)
  return Object.entries(given).every(isOpen) ? given : null
}

/** A picture is drawn anew with its command; it is no matter for a button. */
function cardAsStored({ tone, title, blocks, actions }: Card, commands: readonly Command[]): StoredCard | null {
  const stored: StoredAction[] = []
  for (const action of actions) {
    const one = asStored(action, commands)
    if (one === null) return null
    stored.push(one)
  }
  return { tone, title, blocks: blocks.filter((block) => block.kind !== 'image'), actions: stored }
}

const commonOf = ({ label, style, lasting }: Action | StoredAction) => ({
  label,
  style,
  ...(lasting === true ? { lasting } : {}),
})

function asAction(stored: StoredAction): Action {
  const common = commonOf(stored)
  if (stored.kind === 'share') return { ...common, kind: 'share', card: asCard(stored.card) }
  const { command, args } = stored.intent
  return { ...common, kind: 'run', intent: { command, args: new Secret(args) } }
}

const asCard = ({ actions, ...card }: StoredCard): Card => ({ ...card, actions: actions.map(asAction) })
