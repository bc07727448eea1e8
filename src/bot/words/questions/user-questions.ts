import type { Understood } from '../questions.ts'
import { CHINESE_QUESTIONS } from './chinese-questions.ts'
import { ENGLISH_QUESTIONS } from './english-questions.ts'
import { namesOf } from './names-of.ts'
import { nameOf } from './name.ts'
import { maskQuotes, type Masked } from './quoted.ts'
import { narrowChinese, narrowEnglish, type Narrowed, type Slot } from './slots.ts'
import { languageOf } from './words-locale.ts'

/** One way of asking about a user, in a text that was freed of what narrows it down. */
export interface UserQuestion {
  command: keyof typeof TAKEN
  /** Its groups: `user` or `users`, perhaps `from`. */
  form: RegExp
  /** A question, not a statement that only sounds like one. */
  isAsked?: (words: string, marked: boolean) => boolean
}

const TAKEN = {
  'push.why': ['app', 'message', 'from', 'group', 'since'],
  'push.devices': ['app'],
  'push.check': ['app', 'certificate'],
  'push.history': ['app', 'since'],
  'im.status': ['app'],
} as const satisfies Readonly<Record<string, readonly Slot[]>>

/** Longer texts are no questions of these. */
const LIMIT = 600

const LEAD =
  /^(?:(?:hi|hello|hey|ok|okay|so|well|but|and|then|please|pls|help|question|quick question)[ ,:]{1,2}|(?:can|could|would|will) you(?: please)? |(?:i wonder|do you know|any idea|tell me|explain|find out|figure out|let me know|let us know|check|see|look into|investigate|i want to know|i need to know|i'd like to know) (?=why|how come|if|whether|what|which)|(?:if|whether) )/i
const TRAIL =
  /(?:,? (?:but )?(?:why|how come)(?= ?[?？]|$)|[ ,]{1,2}(?:please|pls|plz|thanks|thank you|thx)|[ ?？.。!！,，;；:：…~～]){1,6}$/i
const LEAD_ZH =
  /^(?:[ ,，:：]|你好|您好|请问|请|帮我|帮忙|帮|麻烦你?|能不能|能否|可以|想问一下|问一下|问下|想知道|我想知道|我想|看看|看一下|看下|查一下|查查|查下|查询一下|查询|查看一下|查看|查|检查一下|检查|分析一下|确认一下|告诉我|有?(?:用户|客户|人)(?:反馈说?|反映说?|投诉说?|说)|现在|目前|那么|那){1,6}/
const TRAIL_ZH = /(?:谢谢|多谢|[ ?？.。!！,，;；:：…~～]){1,6}$/

/** Ways of asking for one thing, and words of which every one of them holds some. */
export interface Topic {
  words: RegExp
  questions: readonly UserQuestion[]
}

const questionsIn = (topics: readonly Topic[], asked: string): readonly UserQuestion[] =>
  topics.flatMap(({ words, questions }) => (words.test(asked) ? questions : []))

/** A question about a user, or several: their pushes, states, devices and history. */
export function askedAboutUser(asked: string): Understood | null {
  if (asked.length > LIMIT) return null
  const masked = maskQuotes(asked)
  if (masked === null) return null
  const marked = /[?？]/.test(asked.slice(-8))
  // Compiling a form costs more than matching it: whole groups are left out where their words are not there.
  const english = questionsIn(ENGLISH_QUESTIONS, asked)
  const chinese = questionsIn(CHINESE_QUESTIONS, asked)
  const found =
    (english.length > 0 ? match(english, masked, inEnglish(masked), marked) : null) ??
    (chinese.length > 0 ? match(chinese, masked, inChinese(masked), marked) : null)
  return found === null ? null : { ...found, locale: languageOf(asked, found.args) }
}

function inEnglish(masked: Masked): Narrowed & { lead: string } {
  const plain = masked.text.replaceAll('’', "'").replace(TRAIL, '')
  const { slots, rest } = narrowEnglish({ ...masked, text: plain })
  let words = rest.replace(TRAIL, '').replace(/^[ ,]{1,3}/, '')
  let lead = ''
  for (let times = 0; times < 4; times++) {
    const found = LEAD.exec(words)?.[0]
    if (found === undefined) break
    lead += found
    words = words.slice(found.length)
  }
  return { slots, rest: words, lead }
}

function inChinese(masked: Masked): Narrowed & { lead: string } {
  const { slots, rest } = narrowChinese({ ...masked, text: masked.text.replace(TRAIL_ZH, '') })
  // Blanks beside Chinese letters and quoted values say nothing.
  const close = rest
    .replace(/(?<=[\p{Script=Han}\ue000-\uf8ff]) | (?=[\p{Script=Han}\ue000-\uf8ff])/gu, '')
    .replace(TRAIL_ZH, '')
  const lead = LEAD_ZH.exec(close)?.[0] ?? ''
  return { slots, rest: close.slice(lead.length), lead }
}

function match(
  questions: readonly UserQuestion[],
  masked: Masked,
  { slots, rest, lead }: Narrowed & { lead: string },
  marked: boolean,
): Omit<Understood, 'locale'> | null {
  for (const { command, form, isAsked } of questions) {
    const groups = form.exec(rest)?.groups
    if (groups === undefined || (isAsked !== undefined && !isAsked(`${lead}${rest}`, marked))) continue
    const about = aboutWhom(groups, masked)
    if (about === null) continue
    const taken: readonly Slot[] = TAKEN[command]
    const given = groups['from'] === undefined ? slots : { ...slots, from: nameOf(groups['from'], masked) ?? '' }
    const names = Object.keys(given) as Slot[]
    // A time beside a question about now is talk; anything else that the command does not take changes the question.
    if (given.from === '' || names.some((slot) => slot !== 'since' && !taken.includes(slot))) continue
    const narrowing = Object.fromEntries(
      taken.flatMap((slot) => (given[slot] === undefined ? [] : [[slot, given[slot]]])),
    )
    return { command, args: { ...about, ...narrowing } }
  }
  return null
}

function aboutWhom(
  { user, users }: Readonly<Record<string, string | undefined>>,
  masked: Masked,
): { user: string } | { users: readonly string[] } | null {
  if (users !== undefined) {
    const names = namesOf(users, masked)
    return names === null ? null : { users: names }
  }
  const name = user === undefined ? null : nameOf(user, masked)
  return name === null ? null : { user: name }
}
