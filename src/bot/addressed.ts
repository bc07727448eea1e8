import { verifyUsersig } from '../diagnostics/usersig/verify-usersig.ts'
import type { Command } from './command.ts'
import { inTime } from './in-time.ts'

type Args = Readonly<Record<string, unknown>>

/** Arguments that are UserIDs. */
const USERS = ['user', 'from'] as const
const MOST_ASKED = 5
const PATIENCE_MS = 2_000

/** `@bob`, as people address people; groups of Tencent's begin with `@TGS#` and keep it. */
const ADDRESSED = /^[@＠](?!TGS#)(?=.)/u

/** What stands around a value that is meant to the letter. */
const QUOTES = /["'`“‘「『«]$/u

/**
 * UserIDs that were typed as `@bob` without quotes are bob, unless there is an account of that very name. Gives the arguments
 * without the sign, and the names that had it.
 */
export function readAddressed(args: Args, text: string): { args: Args; addressed: readonly string[] } {
  if (!/[@＠]/u.test(text)) return { args, addressed: [] }
  const addressed = new Set<string>()
  const bare = changedUsers(args, (value) => {
    const name = value.replace(ADDRESSED, '')
    // Questions have taken the sign off already.
    const at = text.search(new RegExp(`[@＠]${escaped(name)}`, 'u'))
    if (at < 0 || QUOTES.test(text.slice(0, at)) || /[\p{L}\p{N}.]$/u.test(text.slice(0, at))) return value
    addressed.add(name)
    return name
  })
  return { args: bare, addressed: [...addressed] }
}

const escaped = (text: string): string =>
  Array.from(text.slice(0, 200), (letter) => `\\u{${letter.codePointAt(0)?.toString(16)}}`).join('')

function changedUsers(args: Args, change: (value: string) => string): Args {
  const changed = (value: unknown): unknown => (typeof value === 'string' ? change(value) : value)
  const users = USERS.filter((name) => args[name] !== undefined).map((name) => {
    const value = args[name]
    return [name, Array.isArray(value) ? value.map(changed) : changed(value)] as const
  })
  return { ...args, ...Object.fromEntries(users) }
}

/**
 * The arguments with the `@` back where it belongs to the name. A signature says itself whose it is; else Tencent is asked,
 * which happens only where an `@` was typed.
 */
export async function withOwnSign(
  { command, args, addressed }: { command: Command; args: Args; addressed: readonly string[] },
  exists: (userId: string) => Promise<boolean>,
  { now, signal }: { now: number; signal: AbortSignal },
): Promise<Args> {
  const names =
    command.family === 'usersig'
      ? addressed.filter((name) => `@${name}` === ownerOf(args['sig'], now))
      : await existing(addressed.slice(0, MOST_ASKED), exists, signal)
  return names.length === 0 ? args : changedUsers(args, (value) => (names.includes(value) ? `@${value}` : value))
}

const ownerOf = (sig: unknown, now: number): string | null =>
  typeof sig === 'string' ? verifyUsersig({ text: sig, apps: [], now }).userId : null

async function existing(
  names: readonly string[],
  exists: (userId: string) => Promise<boolean>,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const found = await Promise.all(names.map((name) => inTime(signal, PATIENCE_MS, () => exists(`@${name}`))))
  return names.filter((_, index) => found[index] === true)
}
