import type { Vendor } from '../../diagnostics/codes/entry.ts'
import { type Command, pathOf } from '../command.ts'
import { shown, shownUser } from './shown.ts'

/** What a person reads at a glance. */
export const MOST_OFFERED = 3

/** What is offered where nothing comes near. */
export const USUAL = ['push.why', 'im.status', 'im.error']

/** What is known of what was meant. */
export interface Known {
  users: readonly string[]
  vendor: Vendor | null
  /** All that was typed after the name that is no command; it takes the place of the arguments. */
  rest: string
}

/** Lines to type for the commands, with what the asker said in them; else their first examples. */
export const suggestedLines = (commands: readonly Command[], ids: readonly string[], known: Known): readonly string[] =>
  [
    ...new Set(ids.flatMap((id) => commands.filter((command) => command.id === id)).map((each) => lineOf(each, known))),
  ].slice(0, MOST_OFFERED)

function lineOf(command: Command, { users, vendor, rest }: Known): string {
  const { args, family, examples } = command
  const name = `/${pathOf(command).join(' ')}`
  // What may hold a secret, or a whole story, is not repeated.
  if (rest !== '' && rest.length <= 60 && shown(rest, 60) === rest && Object.keys(args).length > 0)
    return `${name} ${rest}`
  const open = users.filter((each) => shownUser(each) === each)
  const [user] = open
  if (user !== undefined && args['user']?.required === true) {
    const [example = ''] = examples
    const isPlain = Object.entries(args).every(([arg, { required }]) => arg === 'user' || !required)
    if (isPlain) return `${name} ${args['user'].place === 'list' ? open.map(typed).join(' ') : typed(user)}`
    return `/${family} ${example.replace(/\balice\b/, () => typed(user))}`
  }
  if (vendor !== null && args['vendor']?.place === 'word') return `${name} ${vendor}`
  return `/${family} ${examples[0] ?? command.name}`
}

/** A UserID as it is typed: in quotes where it would fall apart. */
const typed = (user: string): string =>
  /^[\p{L}\p{N}_.@+-]{1,64}$/u.test(user) && !user.startsWith('-')
    ? user
    : `"${user.replace(/["\\]/g, String.raw`\$&`)}"`
