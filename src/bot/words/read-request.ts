import { commandTexts } from '../cards/command-form.ts'
import { FAMILIES, type Command, type Family } from '../command.ts'
import type { UsageProblem } from '../problem.ts'
import { LOCALES, type Locale } from '../texts/locale.ts'
import { closest } from './closest.ts'
import { type FollowUp, readFollowUp } from './questions/follow-ups.ts'
import { understand, type Understood } from './questions.ts'
import { readWords } from './read-words.ts'
import { shown } from './shown.ts'
import { LIST_BREAK, tokenize } from './tokens.ts'

/** What words mean. `locale` is set where the question's own language decides the answer's. */
export type Reading =
  | { kind: 'command'; command: Command; args: Readonly<Record<string, unknown>>; locale: Locale | null; bare: boolean }
  | { kind: 'problem'; command: Command | null; problem: UsageProblem; locale: Locale | null }
  | { kind: 'follow-up'; follow: FollowUp; locale: Locale | null }

// The mention of the bot by its name, as typed at a terminal or where the platform left it as text.
const ADDRESS = /^\s{0,20}@?im[ -]?doctor(?:[\s,，:：]{1,20}|$)/iu

/** A whole command in code marks, as people copy it from a help card. */
const IN_CODE = /^\s*(`{1,3})([^`]+)\1\s*$/

/** The name of the slash command, its slash in either width. */
const FAMILY = new RegExp(`^[\\s/／\u200b\ufeff]{0,20}(${FAMILIES.join('|')})(?=[\\s.:：]|$)[\\s.:：]*`, 'iu')

const SLASH = /^[\s/／\u200b\ufeff]{1,20}/u

const HELP = new Set(['help', '帮助', '?', '？', '--help', '-h'])

/** Longest text that is read at all, in characters: room for the longest signature that is still judged, and more. */
const TEXT_LIMIT = 20_000

/** Words → a command with its raw arguments, by the command's own form first, else as a free question. */
export function readRequest(commands: readonly Command[], words: string): Reading {
  // What is taken off is blanked, not cut, so that places in errors are those of what the person typed.
  const text = words.slice(0, TEXT_LIMIT).replace(ADDRESS, blanks)
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
  return problem(null, { kind: 'not-understood', closest: closestCommands(commands, command) }, sentenceLocale(command))
}

function readUnderstood(commands: readonly Command[], { command: id, args, locale }: Understood): Reading {
  const command = commands.find((each) => each.id === id)
  return command === undefined
    ? problem(null, { kind: 'not-understood', closest: [] }, locale)
    : { kind: 'command', command, args, locale, bare: false }
}

function readFamily(commands: readonly Command[], family: Family, text: string, start: number): Reading {
  const members = commands.filter((command) => command.family === family)
  const given = /^\S*/u.exec(text.slice(start))?.[0] ?? ''
  const command = members.find(({ id, name }) => name === given.toLowerCase() || localNames(id).includes(given))
  if (given === '' || (command === undefined && HELP.has(given.toLowerCase()))) return helpWith(commands, family)
  if (command === undefined) return readUnknown(commands, family, given, text, start)
  const isList = Object.values(command.args).some(({ place }) => place === 'list')
  const after = blanks(text.slice(0, start + given.length)) + text.slice(start + given.length)
  const read = tokenize(after, isList ? LIST_BREAK : undefined)
  if (read.kind === 'unclosed-quote')
    return problem(command, { kind: 'unclosed-quote', command: command.id, quote: read.quote, at: read.at })
  const [first] = read.tokens
  if (read.tokens.length === 1 && first?.quoted === false && /^(?:--help|—help|-h)$/i.test(first.value))
    return helpWith(commands, `${family} ${command.name}`)
  const words = readWords(command, text, read.tokens)
  if (words.kind === 'problem') {
    // "push history of alice" is a question that begins as its command does.
    const understood = words.problem.kind === 'too-many-words' ? understand(text.replace(SLASH, '')) : null
    return understood?.command === command.id ? readUnderstood(commands, understood) : problem(command, words.problem)
  }
  return { kind: 'command', command, args: words.args, locale: null, bare: read.tokens.length === 0 }
}

/** No subcommand: perhaps a sentence that only begins like one ("im getting 70009"), or a signature without the verb. */
function readUnknown(
  commands: readonly Command[],
  family: Family,
  given: string,
  text: string,
  start: number,
): Reading {
  const understood = understand(text.slice(start)) ?? understand(text)
  if (understood !== null) return readUnderstood(commands, understood)
  const names = commands.filter((command) => command.family === family).map(({ name }) => name)
  const near = closest(given, names)
  const ids = (near.length > 0 ? near : names).map((name) => `${family}.${name}`)
  // "/push alice" most likely asks why; a word alone is no command of this family, since all of them take a user.
  const isUser = family === 'push' && text.slice(start).trim() === given && !ids.includes('push.why')
  return problem(null, {
    kind: 'unknown-subcommand',
    family,
    given: shown(given),
    closest: isUser && names.includes('why') ? [...ids, 'push.why'] : ids,
  })
}

const blanks = (text: string): string => ' '.repeat(text.length)

const localNames = (id: string): readonly string[] => LOCALES.map((locale) => commandTexts(id, locale).name)

function helpWith(commands: readonly Command[], about: string): Reading {
  const command = commands.find(({ id }) => id === 'im.help')
  return command === undefined
    ? problem(null, { kind: 'nothing-asked' })
    : { kind: 'command', command, args: { command: about }, locale: null, bare: false }
}

/** The language of a sentence that could not be read: one word tells nothing, two English ones do. */
function sentenceLocale(text: string): Locale | null {
  if (/\p{Script=Han}/u.test(text)) return 'zh'
  return /\b[a-z]{1,12}['’]?[a-z]{0,3} [a-z]{1,12}\b/i.test(text) ? 'en' : null
}

/** For words that could not be read: commands that are named or hinted at in them, else those of a family that is. */
function closestCommands(commands: readonly Command[], text: string): readonly string[] {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .slice(0, 40)
  // Slips are seldom in the first letter, and "broken" is no "token".
  const isLike = (name: string, word: string) =>
    word.length > 3 && word[0] === name[0] && closest(word, [name], 1).length > 0
  const isNear = (name: string) => words.some((word) => isLike(name, word))
  const hits = ({ id, name }: Command) => words.filter((word) => isLike(name, word) || HINTS[id]?.test(word)).length
  const named = commands.filter((command) => hits(command) > 0).toSorted((one, other) => hits(other) - hits(one))
  const near = named.length > 0 ? named : commands.filter(({ family }) => isNear(family))
  return near.map(({ id }) => id).slice(0, 4)
}

const HINTS: Readonly<Record<string, RegExp>> = {
  'usersig.verify': /^(?:sig|signature|login|log|签名|登录)|签名|登录|校验|usersig/u,
  'usersig.generate': /^(?:token|sign)$|生成|签发/u,
  'push.why':
    /^(?:push(?:e[sd]|ing|able)?|notif(?:s|y|ied|ications?)?|alerts?|undelivered)$|推送|通知|收不到|没收到|诊断/u,
  'push.devices': /^(?:devices?|phones?|iphones?|handsets?)$|设备|手机|终端|机型/u,
  'push.check': /^(?:tests?|testing|detect|detection)$|测试|检测/u,
  'push.token': /^(?:tokens?|regid)$|令牌/u,
  'im.certificates': /^(?:certs?|certificates?|p12|p8|apns)$|证书/u,
  'push.history': /^(?:history|timeline)$|历史|记录|时间线/u,
  'im.status': /^(?:online|offline|status(?:es)?|states?|presence|reachable)$|在线|离线|状态|上线|下线/u,
  'im.error': /^(?:code|codes|fail|failed|fails|\d{4,8})$|错误|报错/u,
}

const problem = (command: Command | null, value: UsageProblem, locale: Locale | null = null): Reading => ({
  kind: 'problem',
  command,
  problem: value,
  locale,
})
