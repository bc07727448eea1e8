import type { Found } from '../questions.ts'
import { LEAD_ZH, readingsZh, severalInZh, TRAIL_ZH } from './around-chinese.ts'
import { LEAD, readings, type Several, severalIn, TRAIL } from './around-english.ts'
import { CHINESE_QUESTIONS } from './chinese-questions.ts'
import { ENGLISH_QUESTIONS } from './english-questions.ts'
import { maskPlainIds } from './ids.ts'
import { partNames } from './listed-names.ts'
import { namesOf } from './names-of.ts'
import { nameOf } from './name.ts'
import { plainWords } from './plain-words.ts'
import { maskQuotes, type Masked } from './quoted.ts'
import { narrowChinese, narrowEnglish, type Slot, type Slots } from './slots.ts'
import { isHan, languageOf } from './words-locale.ts'

/** One way of asking about a user, in a text that was freed of what narrows it down. */
export interface UserQuestion {
  command: keyof typeof TAKEN
  /** Its groups: `user` or `users`, with a number where a form has a second place for it, perhaps `from`. */
  form: RegExp
  /** A question, not a statement that only sounds like one. */
  isAsked?: (words: string, marked: boolean) => boolean
}

export const TAKEN = {
  'push.why': ['app', 'message', 'from', 'group', 'since'],
  'push.devices': ['app'],
  'push.check': ['app', 'certificate'],
  'push.history': ['app', 'since'],
  'im.status': ['app'],
} as const satisfies Readonly<Record<string, readonly Slot[]>>

/** Longer texts are no questions of these. */
const LIMIT = 600
/** Sentences of a text that are looked at, where it is no question as a whole. */
const SENTENCES = 6

/** Ways of asking for one thing, and words of which every one of them holds some. */
export interface Topic {
  words: RegExp
  questions: readonly UserQuestion[]
}

const questionsIn = (topics: readonly Topic[], asked: string): readonly UserQuestion[] =>
  topics.flatMap(({ words, questions }) => (words.test(asked) ? questions : []))

/** A question about a user, or several: their pushes, states, devices and history. */
export function askedAboutUser(asked: string): Found | null {
  if (asked.length > LIMIT) return null
  const quoted = maskQuotes(asked)
  if (quoted === null) return null
  const masked = partNames(maskPlainIds({ ...quoted, text: plainWords(quoted.text) }))
  const found = inOneSentence(masked) ?? inOneOfSeveral(masked)
  return found === null ? null : { ...found, locale: languageOf(asked, found.args) }
}

type Meant = Omit<Found, 'locale'>

function inOneSentence(masked: Masked): Meant | null {
  const asked = masked.text
  // Compiling a form costs more than matching it: whole groups are left out where their words are not there.
  const english = questionsIn(ENGLISH_QUESTIONS, asked)
  const chinese = isHan(asked) ? questionsIn(CHINESE_QUESTIONS, asked) : []
  return (
    (english.length > 0 ? matchAny(english, masked, inEnglish(masked)) : null) ??
    (chinese.length > 0 ? matchAny(chinese, masked, inChinese(masked)) : null)
  )
}

/** People greet, tell the story and ask, in one message; what holds only under a condition is no question. */
function inOneOfSeveral(masked: Masked): Meant | null {
  const { text } = masked
  const sentences = text.split(/(?<=[.!?;]) |(?<=[\u3400-\u9fff])[,.!?;]|, | - /).filter((each) => each.trim() !== '')
  if (
    sentences.length < 2 ||
    sentences.length > SENTENCES ||
    /^(?:if|when|once|unless)\b|^(?:如果|要是|假如|当)/i.test(text)
  )
    return null
  for (const sentence of sentences) {
    const found = inOneSentence({ ...masked, text: sentence.trim() })
    if (found !== null) return { ...found, inPart: true }
  }
  return null
}

/** What is left of a question when all around it was taken off, in the readings that it may have. */
interface Bare {
  slots: Slots
  readings: readonly string[]
  /** Null where only one user is named. */
  several: Several | null
  lead: string
  /** It has a question mark, or a call for help. */
  marked: boolean
}

function withoutTail(text: string, tail: RegExp): { text: string; called: boolean } {
  const found = tail.exec(text)
  if (found === null) return { text, called: false }
  return { text: text.slice(0, found.index), called: /\?/.test(found[0]) || found.groups?.['call'] !== undefined }
}

function inEnglish(masked: Masked): Bare {
  const plain = withoutTail(masked.text, TRAIL)
  const { slots, rest } = narrowEnglish({ ...masked, text: plain.text })
  const inner = withoutTail(rest, TRAIL)
  let words = inner.text.replace(/^[ ,]{1,4}/, '')
  let lead = ''
  for (let times = 0; times < 5; times++) {
    const found = LEAD.exec(words)?.[0]
    if (found === undefined || found.length === words.length) break
    lead += found
    words = words.slice(found.length)
  }
  const several = severalIn(words, (word) => nameOf(word, masked) !== null)
  return { slots, readings: readings(words), several, lead, marked: plain.called || inner.called }
}

function inChinese(masked: Masked): Bare {
  const plain = withoutTail(masked.text, TRAIL_ZH)
  const { slots, rest } = narrowChinese({ ...masked, text: plain.text })
  // Blanks beside Chinese letters and quoted values say nothing.
  const inner = withoutTail(
    rest.replace(/(?<=[\p{Script=Han}\ue000-\uf8ff]) | (?=[\p{Script=Han}\ue000-\uf8ff])/gu, ''),
    TRAIL_ZH,
  )
  const lead = LEAD_ZH.exec(inner.text)?.[0] ?? ''
  const words = inner.text.slice(lead.length)
  const several = severalInZh(words, (word) => nameOf(word, masked) !== null)
  return { slots, readings: readingsZh(words), several, lead, marked: plain.called || inner.called }
}

function matchAny(questions: readonly UserQuestion[], masked: Masked, bare: Bare): Meant | null {
  for (const reading of bare.readings) {
    const found = match(questions, masked, bare, reading)
    if (found !== null) return found
  }
  const { several } = bare
  if (several === null) return null
  const whys = questions.filter(({ command }) => command === 'push.why')
  const found = match(whys, masked, bare, several.words)
  const names = several.names.map((each) => nameOf(each, masked) ?? each)
  if (found === null) return null
  const guessed = found.guessed === true || several.names.some(isHan)
  return { ...found, args: { ...found.args, user: [...new Set(names)] }, ...(guessed ? { guessed } : {}) }
}

function match(
  questions: readonly UserQuestion[],
  masked: Masked,
  { slots, lead, marked }: Bare,
  rest: string,
): Meant | null {
  for (const { command, form, isAsked } of questions) {
    const groups = form.exec(rest)?.groups
    if (groups === undefined || (isAsked !== undefined && !isAsked(`${lead}${rest}`, marked))) continue
    const about = aboutWhom(groups, masked)
    if (about === null || (Array.isArray(about.user) && command !== 'push.why' && command !== 'im.status')) continue
    const taken: readonly Slot[] = TAKEN[command]
    const given = groups['from'] === undefined ? slots : { ...slots, from: nameOf(groups['from'], masked) ?? '' }
    const names = Object.keys(given) as Slot[]
    // A time beside a question about now is talk; anything else that the command does not take changes the question.
    if (given.from === '' || names.some((slot) => slot !== 'since' && !taken.includes(slot))) continue
    const narrowing = Object.fromEntries(
      taken.flatMap((slot) => (given[slot] === undefined ? [] : [[slot, given[slot]]])),
    )
    return { command, args: { ...about, ...narrowing }, ...(isGuess(groups) ? { guessed: true } : {}) }
  }
  return null
}

/** An unquoted Chinese word is a guess at a UserID. */
const isGuess = (groups: Readonly<Record<string, string | undefined>>): boolean =>
  [groups['users'], groups['user'], groups['user2'], groups['from']].some((word) => word !== undefined && isHan(word))

function aboutWhom(
  groups: Readonly<Record<string, string | undefined>>,
  masked: Masked,
): { user: string | readonly string[] } | null {
  const users = groups['users'] ?? groups['users2'] ?? groups['users3']
  const user = groups['user'] ?? groups['user2']
  if (users !== undefined) {
    const names = namesOf(users, masked)
    return names === null ? null : { user: names }
  }
  if (user === undefined) return null
  // 和 may be a part of a name; where it parts two of them, both are asked about.
  const names = /[和与跟]/.test(user) ? namesOf(user, masked) : null
  if (names !== null && names.length > 1) return { user: names }
  const name = nameOf(names?.[0] ?? user, masked)
  return name === null ? null : { user: name }
}
