import type { Locale } from '../texts/locale.ts'
import { type Heard, heardIn } from './heard.ts'
import { ERROR_QUESTIONS, errorInText, errorRatherThan, isLikeCode, isListedCode } from './questions/error-questions.ts'
import { askedByGist } from './questions/gist.ts'
import { HELP_QUESTIONS } from './questions/help-questions.ts'
import type { Pattern } from './questions/pattern.ts'
import { askedAboutUser } from './questions/user-questions.ts'
import { askedToSign } from './questions/sign-requests.ts'
import { asksToTell, refusesTest } from './questions/user-topics.ts'
import { isLikeSig, unquoted, USERSIG_QUESTIONS } from './questions/usersig-questions.ts'
import { tokenSpokenOf } from './questions/spoken-tokens.ts'
import { VENDOR_QUESTIONS } from './questions/vendor-questions.ts'
import { languageOf } from './questions/words-locale.ts'

export type QuestionArgs = Readonly<Record<string, string | readonly string[]>>

/** A question in a person's own words, understood. */
export interface Understood {
  command: string
  args: QuestionArgs
  /** The language of its own words; null where it has none, as a bare code has not. */
  locale: Locale | null
  /** Of a question why somebody gets no push: what it said besides, where it said anything. */
  heard?: Heard
}

/** The same, as it is found: whether the users may be none is told apart, and whether one of several sentences was read. */
export type Found = Omit<Understood, 'heard'> & { guessed?: boolean; plain?: readonly string[]; inPart?: boolean }

/**
 * Deterministic forms of free questions, English and Chinese, tried in turn. Each names its arguments by groups, so that
 * adding a way of asking is adding a line. Blanks are made one first and every other repetition is bounded: no text takes
 * more than a few thousand steps per pattern.
 */
const PATTERNS: readonly Pattern[] = [...USERSIG_QUESTIONS, ...VENDOR_QUESTIONS, ...ERROR_QUESTIONS, ...HELP_QUESTIONS]

/** Longest text in which a question is looked for: the longest signature that is judged, and words around it. */
const LIMIT = 6000

export function understand(text: string): Understood | null {
  if (text.length > 4 * LIMIT) return null
  const asked = text.trim().replace(/\s+/g, ' ')
  if (asked === '' || asked.length > LIMIT) return null
  for (const { command, form } of PATTERNS) {
    const match = form.exec(asked)
    const args = match === null ? null : argsOf(match.groups ?? {})
    if (args !== null) return { command, args, locale: languageOf(asked, args) }
  }
  const found = askedToSign(asked) ?? askedAboutSomebody(asked)
  const spoken = found === null ? tokenSpokenOf(asked) : null
  if (spoken !== null) return { ...spoken, locale: languageOf(asked, spoken.args) }
  const error = found === null ? errorInText(asked) : errorRatherThan(asked, askedAboutSomebody)
  if (found === null || error !== null) return error
  const { guessed = false, plain = [], inPart: _, ...understood } = found
  const heard = understood.command === 'push.why' ? heardIn(asked, { guessed, plain }, understood.args['group']) : null
  return heard === null ? understood : { ...understood, heard }
}

/** A known form goes first, unless the whole text says more, or asks to be told later. */
function askedAboutSomebody(asked: string): Found | null {
  if (refusesTest(asked)) return null
  const formed = askedAboutUser(asked)
  if (formed !== null && !asksToTell(asked) && formed.command !== 'push.why' && formed.command !== 'im.status')
    return formed
  const whole = askedByGist(asked)
  if (formed === null || asksToTell(asked)) return whole ?? formed
  return whole !== null && saysMore(whole, formed) ? whole : formed
}

/** A form may be one of several sentences: who is named in another one, or sent what does not arrive, is not left out. */
function saysMore(whole: Found, { command, args, inPart }: Found): boolean {
  if (whole.command !== command && whole.command !== 'push.why') return false
  const [named, known] = [whole, { args }].map((each) => [each.args['user'] ?? []].flat())
  const sender = whole.args['from']
  if (args['from'] !== undefined || args['group'] !== whole.args['group']) return false
  if (!known?.every((user) => named?.includes(user) === true || user === sender)) return false
  return sender !== undefined || (inPart === true && (named?.length ?? 0) > (known?.length ?? 0))
}

function argsOf(groups: Readonly<Record<string, string | undefined>>): QuestionArgs | null {
  const { sig, token, listed, code = listed } = groups
  const user = Object.keys(groups).find((name) => name.startsWith('user') && groups[name] !== undefined)
  if (sig !== undefined && !isLikeSig(sig)) return null
  if (code !== undefined && !isLikeCode(code)) return null
  if (listed !== undefined && !isListedCode(listed)) return null
  return {
    ...(user === undefined ? {} : { user: groups[user] ?? '' }),
    ...(sig === undefined ? {} : { sig: unquoted(sig) }),
    ...(token === undefined ? {} : { token }),
    ...(code === undefined ? {} : { code }),
  }
}
