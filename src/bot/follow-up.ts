import { type Command, findCommand } from './command.ts'
import type { Remembered } from './ports/conversations.ts'
import type { Asked } from './read-input.ts'
import type { Reading } from './words/read-request.ts'

/** "check again" and "and bob?" → what was asked before, as it was or about another user. */
export function followUp(
  commands: readonly Command[],
  { follow, locale }: Extract<Reading, { kind: 'follow-up' }>,
  before: Remembered | null,
): Exclude<Asked, { kind: 'follow-up' }> {
  const command = before === null ? undefined : findCommand(commands, before.command)
  if (before === null || command === undefined)
    return { kind: 'problem', command: null, problem: { kind: 'nothing-before' }, locale }
  const args = follow.kind === 'again' ? before.args : aboutUser(command, before.args, follow.user)
  return { kind: 'command', command, args, locale, bare: false }
}

/** A message belongs to whom it was sent; of another user the question is the general one. */
function aboutUser(
  { args: declared }: Command,
  { app, since }: Remembered['args'],
  user: string,
): Readonly<Record<string, unknown>> {
  return {
    // One name, also where a list would be split at its blanks.
    user: declared['user']?.place === 'list' ? [user] : user,
    ...(app === undefined ? {} : { app }),
    ...(since === undefined || !Object.hasOwn(declared, 'since') ? {} : { since }),
  }
}
