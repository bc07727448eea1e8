import type { Command, Family, Group } from '../command.ts'
import { isCalled, isGroupCalled } from './called.ts'

/** What the words after the name of a family name. Places are those of the text. */
export type CommandName =
  /** `implied`: the word after the group, which is no command of it, and so is perhaps an argument of its default. */
  | { kind: 'command'; command: Command; end: number; implied: string | null }
  | { kind: 'help'; about: string }
  | { kind: 'unknown'; group: Group | null; given: string }

const HELP = new Set(['help', '帮助', '?', '？', '--help', '—help', '-h'])

const isHelp = (word: string): boolean => HELP.has(word.toLowerCase())

/** Between the name of a group and that of its command: `im watch add`, `im.watch.add`, `im watch: add`. */
const GAP = /^(?:[.:：]\s*|\s+)/u

/** Reads one name or two: `/usersig verify …`, `/im watch add …`, and `/im watch …` for the default of the group. */
export function readCommandName(
  commands: readonly Command[],
  family: Family,
  text: string,
  start: number,
): CommandName {
  const members = commands.filter((command) => command.family === family)
  const given = firstWord(text, start)
  if (given === '') return { kind: 'help', about: family }
  const word = /^[^.:：]*/u.exec(given)?.[0] ?? ''
  const inGroup = members.filter(({ group }) => group !== null && isGroupCalled(group, word))
  const group = inGroup[0]?.group ?? null
  if (group !== null) return readMember(inGroup, { family, group }, text, start + word.length)
  const command = members.find((each) => each.group === null && isCalled(each, given))
  if (command !== undefined) return { kind: 'command', command, end: start + given.length, implied: null }
  return isHelp(given) ? { kind: 'help', about: family } : { kind: 'unknown', group: null, given }
}

function readMember(
  members: readonly Command[],
  { family, group }: { family: Family; group: Group },
  text: string,
  end: number,
): CommandName {
  const start = end + (GAP.exec(text.slice(end))?.[0].length ?? 0)
  const given = firstWord(text, start)
  const command = members.find((each) => isCalled(each, given))
  if (command !== undefined) return { kind: 'command', command, end: start + given.length, implied: null }
  const about = { kind: 'help', about: `${family} ${group}` } as const
  if (isHelp(given)) return about
  const meant = members.find(({ isDefault }) => isDefault)
  if (meant !== undefined) return { kind: 'command', command: meant, end: start, implied: given === '' ? null : given }
  return given === '' ? about : { kind: 'unknown', group, given }
}

const firstWord = (text: string, start: number): string => /^\S*/u.exec(text.slice(start))?.[0] ?? ''
