import type { Vendor } from '../../diagnostics/codes/entry.ts'
import { readAddressed } from '../addressed.ts'
import { FAMILIES, pathOf, type Command, type Family, type Group } from '../command.ts'
import type { UsageProblem } from '../problem.ts'
import type { Locale } from '../texts/locale.ts'
import { holdsSignature, isSignature } from '../policy/holds-secret.ts'
import { appNamed } from './app-named.ts'
import { readCommandName } from './command-name.ts'
import { findPastedSignature } from './find-signature.ts'
import { type Heard, NOTHING_HEARD } from './heard.ts'
import { isSentence } from './is-sentence.ts'
import { nearCommands } from './near-commands.ts'
import { nearInGroup, nearNames } from './near-names.ts'
import { codeBeside, pasteLocale } from './paste-surroundings.ts'
import { type FollowUp, readFollowUp } from './questions/follow-ups.ts'
import { namedIn } from './questions/gist.ts'
import { sentenceLocale } from './questions/words-locale.ts'
import { understand, type Understood } from './questions.ts'
import { suggestedLines, USUAL } from './suggest.ts'
import { readWords } from './read-words.ts'
import { shown } from './shown.ts'
import { LIST_BREAK, tokenize } from './tokens.ts'

/** What words mean. `locale` is set where the question's own language decides the answer's. */
export type Reading =
  | {
      kind: 'command'
      command: Command
      args: Readonly<Record<string, unknown>>
      /** UserIDs in `args` that were typed as `@bob`: bob, unless there is an account of that very name. */
      addressed?: readonly string[]
      locale: Locale | null
      bare: boolean
      /** Only of a question in a person's own words. */
      heard?: Heard
    }
  | { kind: 'problem'; command: Command | null; problem: UsageProblem; locale: Locale | null }
  | { kind: 'follow-up'; follow: FollowUp; locale: Locale | null }

type CommandReading = Extract<Reading, { kind: 'command' }>

// The mention of the bot by its name, as typed at a terminal or where the platform left it as text.
const ADDRESS = /^\s{0,20}@?im[ -]?doctor(?:[\s,，:：]{1,20}|$)/iu

/** A whole command in code marks, as people copy it from a help card. */
const IN_CODE = /^\s*(`{1,3})([^`]+)\1\s*$/

/** The name of the slash command, its slash in either width. */
const FAMILY = new RegExp(`^[\\s/／\u200b\ufeff]{0,20}(${FAMILIES.join('|')})(?=[\\s.:：]|$)[\\s.:：]*`, 'iu')

const QUOTE = /^["'`“‘「『«]/u

const SLASH = /^[\s/／\u200b\ufeff]{1,20}/u

/** Longest text that is read at all, in characters: room for the longest signature that is still judged, and more. */
const TEXT_LIMIT = 20_000

/**
 * Words → a command with its raw arguments. A signature goes before all else that the words could mean: it says more than
 * the error code beside it, and must not be read as anything that is shown.
 * @param apps the names of the configured apps, one of which a sentence may be about
 */
export function readRequest(commands: readonly Command[], words: string, apps: readonly string[] = []): Reading {
  // What is taken off is blanked, not cut, so that places in errors are those of what the person typed.
  const text = words.slice(0, TEXT_LIMIT).replace(ADDRESS, blanks)
  const reading = inItsApp(commands, text, apps) ?? readText(commands, text)
  return reading.kind === 'command' ? { ...reading, ...readAddressed(reading.args, text) } : reading
}

/** A sentence that names one of the apps, read as being about it. Null: it names none, or is a command that was typed. */
function inItsApp(commands: readonly Command[], text: string, apps: readonly string[]): Reading | null {
  const named = appNamed(text, apps)
  if (named === null) return null
  const typed = isTyped(commands, text) ? readText(commands, text) : null
  if (typed?.kind === 'command' && typed.locale === null) return null
  const reading = readText(commands, named.rest)
  if (reading.kind !== 'command' || reading.command.args['app'] === undefined) return null
  return reading.args['app'] === undefined ? { ...reading, args: { ...reading.args, app: named.app } } : null
}

function readText(commands: readonly Command[], text: string): Reading {
  const reading = readCommandOrQuestion(commands, text)
  const typed = isTyped(commands, text)
  const isKept = keepsItsSignature(reading, typed)
  if (isKept && (typed || reading.kind !== 'command')) return reading
  const pasted = readPasted(commands, text)
  if (pasted === null) return reading
  if (isKept && reading.kind === 'command' && reading.command.id !== 'usersig.inspect')
    return withPaste(reading, pasted)
  // "decode eJ…" is a question of its own language, whatever else the pasted text would say.
  if (reading.kind === 'command' && keepsItsSignature(reading, true) && pasted.args['user'] === undefined)
    return { ...reading, args: { ...reading.args, sig: pasted.args['sig'] }, heard: pasted.heard ?? NOTHING_HEARD }
  return turnedRound(reading) ?? pasted
}

/** A question that names the user and the signature; the paste says which app, and whether there are more. */
function withPaste(reading: CommandReading, { args, heard = NOTHING_HEARD }: CommandReading): Reading {
  const isOne = (heard.pasted?.others.length ?? 0) === 0
  return { ...reading, args: isOne ? reading.args : { ...reading.args, sig: args['sig'] }, heard }
}

/** Whether a text calls a command by its names. */
function isTyped(commands: readonly Command[], text: string): boolean {
  const [head, name] = FAMILY.exec(text) ?? []
  const family = FAMILIES.find((each) => each === name?.toLowerCase())
  return (
    family !== undefined &&
    head !== undefined &&
    readCommandName(commands, family, text, head.length).kind === 'command'
  )
}

/** The command's own form first, else a free question. */
function readCommandOrQuestion(commands: readonly Command[], text: string): Reading {
  const [, , code] = IN_CODE.exec(text) ?? []
  const command = code === undefined || !FAMILY.test(code) ? text : text.replaceAll('`', ' ')
  if (command.trim() === '') return problem(null, { kind: 'nothing-asked' })
  const [head, name] = FAMILY.exec(command) ?? []
  const family = FAMILIES.find((each) => each === name?.toLowerCase())
  if (family !== undefined && head !== undefined) return readFamily(commands, family, command, head.length)
  const understood = understand(command)
  if (understood !== null) return readUnderstood(commands, understood)
  const followed = readFollowUp(command)
  if (followed !== null) return { kind: 'follow-up', ...followed }
  return notUnderstood(commands, command)
}

/**
 * Whether a reading has put what it took for a signature where it belongs; or, of a command that was typed, where a value of
 * another kind belongs, which is refused. A text that merely holds one is neither.
 */
function keepsItsSignature(reading: Reading, typed: boolean): boolean {
  if (reading.kind === 'problem') return reading.command?.family === 'usersig'
  if (reading.kind !== 'command') return false
  const { args: declared } = reading.command
  const given = Object.entries(reading.args)
  if (
    typed &&
    reading.command.family !== 'usersig' &&
    given.some(([name, value]) => declared[name]?.place !== 'rest' && [value].flat().some(isSignature))
  )
    return true
  return (
    given.some(([name]) => declared[name]?.secret) &&
    given.every(([name, value]) => declared[name]?.secret || !holdsSignature(value))
  )
}

/** `/usersig verify eJ… alice`, the one in the place of the other. */
function turnedRound(reading: Reading): Reading | null {
  if (reading.kind !== 'command' || reading.command.id !== 'usersig.verify') return null
  const { user, sig } = reading.args
  const isName = typeof sig === 'string' && /^\S{1,64}$/.test(sig) && !isSignature(sig)
  return isSignature(user) && isName ? { ...reading, args: { ...reading.args, user: sig, sig: user } } : null
}

/** A UserSig in code, in data or in a sentence, with the user who is named beside it. */
function readPasted(commands: readonly Command[], text: string): CommandReading | null {
  const found = findPastedSignature(text)
  const id = found === null || found.user === null ? 'usersig.inspect' : 'usersig.verify'
  const command = commands.find((each) => each.id === id)
  if (found === null || command === undefined) return null
  const args = { sig: found.sig.reveal(), ...(found.user === null ? {} : { user: found.user }) }
  const { sdkAppId, others } = found
  const heard = { ...NOTHING_HEARD, code: codeBeside(text), pasted: { sdkAppId, others } }
  return { kind: 'command', command, args, locale: pasteLocale(text), bare: false, heard }
}

/** What nobody could read: whose it is has to be asked, or the nearest commands are offered, with whom it names. */
function notUnderstood(commands: readonly Command[], text: string): Reading {
  const { users, vendors, isComplaintOfNobody } = namedIn(text)
  const linesFor = (ids: readonly string[], vendor: Vendor | null = null) =>
    suggestedLines(commands, ids, { users, vendor, rest: '' })
  if (isComplaintOfNobody) {
    const lines = [...linesFor(['push.why']), ...vendors.flatMap((vendor) => linesFor(['push.vendor'], vendor))]
    return problem(
      null,
      { kind: 'whose', lines: [...lines, ...linesFor(['im.report'])].slice(0, 3) },
      sentenceLocale(text),
    )
  }
  // Each vendor has figures of its own.
  if (users.length === 0 && vendors.length > 1) {
    const lines = vendors.flatMap((vendor) => linesFor(['push.vendor'], vendor)).slice(0, 3)
    return problem(null, { kind: 'not-understood', closest: ['push.vendor'], lines }, sentenceLocale(text))
  }
  const closest = nearCommands(commands, text)
  const lines = linesFor(closest.length > 0 ? closest : USUAL, vendors[0])
  return problem(null, { kind: 'not-understood', closest, lines }, sentenceLocale(text))
}

function readUnderstood(
  commands: readonly Command[],
  { command: id, args: given, locale, heard }: Understood,
): Reading {
  const command = commands.find((each) => each.id === id)
  if (command === undefined) return problem(null, { kind: 'not-understood', closest: [], lines: [] }, locale)
  const args = Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(command.args, name)))
  return { kind: 'command', command, args, locale, bare: false, ...(heard === undefined ? {} : { heard }) }
}

function readFamily(commands: readonly Command[], family: Family, text: string, start: number): Reading {
  const named = readCommandName(commands, family, text, start)
  if (named.kind === 'help') return helpWith(commands, named.about)
  if (named.kind === 'unknown') return readUnknown(commands, { family, ...named }, text, start)
  const reading = readTyped(commands, named.command, text, named.end)
  return named.implied === null ? reading : ofDefault(commands, named.command, { reading, given: named.implied, text })
}

/** A command, and the words after its name. */
function readTyped(commands: readonly Command[], command: Command, text: string, end: number): Reading {
  const isList = Object.values(command.args).some(({ place }) => place === 'list')
  const read = tokenize(blanks(text.slice(0, end)) + text.slice(end), isList ? LIST_BREAK : undefined)
  if (read.kind === 'unclosed-quote')
    return problem(command, { kind: 'unclosed-quote', command: command.id, quote: read.quote, at: read.at })
  const [first] = read.tokens
  if (read.tokens.length === 1 && first?.quoted === false && /^(?:--help|—help|-h)$/i.test(first.value))
    return helpWith(commands, pathOf(command).join(' '))
  const words = readWords(command, text, read.tokens)
  const isTooMuch = words.kind === 'problem' && words.problem.kind === 'too-many-words'
  if (isTooMuch || isSentence(command, read.tokens)) {
    // "push history of alice" is a question that begins as its command does.
    const understood = understand(text.replace(SLASH, ''))
    const isHere = commands.some(({ id }) => id === understood?.command)
    const isMeant =
      understood !== null && isHere && (understood.command === command.id || isSentence(command, read.tokens))
    if (isMeant) return readUnderstood(commands, understood)
  }
  if (words.kind === 'problem') return problem(command, words.problem)
  return { kind: 'command', command, args: words.args, locale: null, bare: read.tokens.length === 0 }
}

/** "im watch stpo 3" and "im report that alice gets no push" begin as `im watch alice` does, and are something else. */
function ofDefault(
  commands: readonly Command[],
  { family, group, args }: Command,
  { reading, given, text }: { reading: Reading; given: string; text: string },
): Reading {
  if (group === null || reading.kind !== 'problem' || reading.problem.kind !== 'too-many-words') return reading
  if (QUOTE.test(given)) return reading
  const { near, all } = nearInGroup(commands, family, group, given)
  const afterGiven = text.slice(text.indexOf(given) + given.length).trim()
  if (near.length > 0)
    return noSuchName(commands, family, { given: `${group} ${given}`, closest: near, rest: afterGiven })
  const understood = understand(text.replace(SLASH, ''))
  if (understood !== null) return readUnderstood(commands, understood)
  const takesWords = Object.values(args).some(({ place }) => place !== 'option' && place !== 'flag')
  return takesWords ? reading : noSuchName(commands, family, { given: `${group} ${given}`, closest: all })
}

/** No subcommand: perhaps a sentence that only begins like one ("im getting 70009"), or a signature without the verb. */
function readUnknown(
  commands: readonly Command[],
  { family, group, given }: { family: Family; group: Group | null; given: string },
  text: string,
  start: number,
): Reading {
  const whole = understand(text.replace(SLASH, ''))
  const understood = whole?.command === 'push.why' ? whole : (understand(text.slice(start)) ?? whole)
  if (understood !== null) return readUnderstood(commands, understood)
  if (namedIn(text).isComplaintOfNobody) return notUnderstood(commands, text)
  if (group !== null) {
    const { near, all } = nearInGroup(commands, family, group, given)
    return noSuchName(commands, family, { given: `${group} ${given}`, closest: near.length > 0 ? near : all })
  }
  const rest = text.slice(start).trim()
  const ids = nearNames(commands, family, given, rest.slice(given.length).trim().split(/\s/u, 1)[0] ?? '')
  // "/push alice" most likely asks why; a word alone is no command of this family, since all of them take a user.
  const isUser = family === 'push' && rest === given && !ids.includes('push.why')
  const canAskWhy = commands.some(({ id }) => id === 'push.why')
  const closest = isUser && canAskWhy ? [...ids, 'push.why'] : ids
  return noSuchName(commands, family, { given, closest, rest: isUser ? given : rest.slice(given.length).trim() })
}

const noSuchName = (
  commands: readonly Command[],
  family: Family,
  { given, closest, rest = '' }: { given: string; closest: readonly string[]; rest?: string },
): Reading => {
  const lines = suggestedLines(commands, closest, { users: [], vendor: null, rest })
  return problem(null, { kind: 'unknown-subcommand', family, given: shown(given), closest, lines })
}

const blanks = (text: string): string => ' '.repeat(text.length)

function helpWith(commands: readonly Command[], about: string): Reading {
  const command = commands.find(({ id }) => id === 'im.help')
  return command === undefined
    ? problem(null, { kind: 'nothing-asked' })
    : { kind: 'command', command, args: { command: about }, locale: null, bare: false }
}

const problem = (command: Command | null, value: UsageProblem, locale: Locale | null = null): Reading => ({
  kind: 'problem',
  command,
  problem: value,
  locale,
})
