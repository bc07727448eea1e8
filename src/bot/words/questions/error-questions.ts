import { codeIndex } from '../../../diagnostics/codes/code-index.ts'
import { findCodes } from '../../../diagnostics/codes/find-codes.ts'
import { withoutErrors } from '../../../diagnostics/codes/without-errors.ts'
import type { Understood } from '../questions.ts'
import { COLON, pattern, type Pattern } from './pattern.ts'
import { isHan, wordsLocale } from './words-locale.ts'

const QUOTES = String.raw`["“”'‘’「」『』\x60]`
const CODE = String.raw`${QUOTES}?(?<code>-?\d{1,10}|[A-Za-z][A-Za-z_]{2,60})${QUOTES}?`
/** After "and" a number may as well be a user: a code only where it is in the catalogue. */
const LISTED = String.raw`(?<listed>-?\d{3,10}|[A-Za-z][A-Za-z_]{2,60})`
const END = String.raw` ?[?？.。!！]{0,3}`

/** Questions about one code. */
export const ERROR_QUESTIONS: readonly Pattern[] = [
  pattern(
    'im.error',
    `(?:what|what(?:'s|’s)|whats|what is|what does|what do|explain|help with|meaning of|what is the meaning of|what(?:'s|’s) the meaning of) (?:the |an |this |im |tencent )?(?:im )?(?:error |return )?(?:code )?${CODE}(?: error)?(?: code)?(?: mean| means| about| stand for)?${END}`,
  ),
  pattern('im.error', `(?:error code|errcode|error|err|code|failed with|got)${COLON}#?${CODE}${END}`),
  pattern('im.error', `${CODE} (?:meaning|means what|what does (?:it|this|that) mean)${END}`),
  pattern(
    'im.error',
    `(?:报了?|出现|返回|提示|遇到|收到)? ?(?:错误码|错误代码|错误|报错|返回码|状态码|code)${COLON}${CODE} ?(?:是|代表|表示)? ?(?:什么意思|什么错误|怎么回事|怎么处理|怎么解决|怎么办|含义|啥意思|什么原因|什么|啥)?${END}`,
  ),
  pattern(
    'im.error',
    `(?:报|返回|提示)? ?${CODE} ?(?:是|代表|表示)? ?(?:什么意思|什么错误|怎么回事|怎么处理|怎么解决|怎么办|啥意思|什么原因)${END}`,
  ),
  pattern('im.error', `${CODE} ?[?？]{0,3}`),
  pattern(
    'im.error',
    `(?:and|what about|how about|那|那么) ?(?:error |code |错误码 ?)?${LISTED} ?(?:呢|too|then)?${END}`,
  ),
  pattern('im.error', `${LISTED} ?呢${END}`),
]

/** Vendors' codes in words are written as no plain word is, `BadDeviceToken` or `UNREGISTERED`, and are in the catalogue. */
export function isLikeCode(code: string): boolean {
  if (!/^[A-Za-z]/.test(code)) return true
  if (!/[a-z][A-Z]|^[A-Z_]{4,}$|_/.test(code)) return false
  return findCodes({ text: code }).kind !== 'no-code'
}

export const isListedCode = (code: string): boolean => isLikeCode(code) && findCodes({ text: code }).kind === 'found'

const LOG_LINE = /(?:error_?code|err_?code|错误码|\bcode)["' ]{0,3}(?:[:：=] ?|(?=-?\d{4}))["']?-?\d{3,9}(?!\d)/i
const ABOUT =
  /\b(?:errors?|err|codes?|fail(?:s|ed|ing|ure)?|fix|mean(?:s|ing)?|getting|got|gets|returns?|returned)\b|错误|报错|失败|什么意思|怎么回事|怎么办|怎么处理|怎么解决|返回|提示|推送|登录|登陆|离线|收到|回调|为什么|报|接口|调用|\b(?:push|login|tim|im|sdk|usersig|token|callback|registration)\b/i
const ERROR_TEXT_LIMIT = 6000
const SENTENCE_LIMIT = 300
const SHORT = 40

/** What a log or an answer says of a code, and no user: `status: 400`, `状态码为70169`, `reg push failed, code -10003`. */
const isOfErrorText = (user: string, text: string): boolean =>
  /^(?:[45]\d\d|.{0,6}码.{0,2}-?\d{1,9})$/.test(user) ||
  (/^(?:reg|code|msg|desc|err|error|errmsg|cmd|rsp|result)$/i.test(user) && LOG_LINE.test(text))

/**
 * The error that a text is about although it could be read as a question about somebody, since what was taken for the user is
 * a part of the error. Null: the text is about the user, or no error is surely meant.
 */
export function errorRatherThan(
  asked: string,
  ask: (text: string) => Pick<Understood, 'args'> | null,
): Understood | null {
  const answer = findCodes({ text: asked })
  if (answer.kind !== 'found' || !answer.sure) return null
  const beside = ask(withoutErrors(asked, codeIndex()).replace(/\s+/g, ' ').trim())
  const users = [beside?.args['user'] ?? []].flat()
  return users.length === 0 || users.some((user) => isOfErrorText(user, asked)) ? errorInText(asked) : null
}

/** A log line, a pasted answer or a sentence that an error code stands in, or the words that a server says for one. */
export function errorInText(text: string): Understood | null {
  if (text.length > ERROR_TEXT_LIMIT) return null
  const answer = findCodes({ text })
  if (answer.kind === 'no-code') return null
  const isSure = answer.kind === 'found' ? answer.sure : answer.vendor !== undefined
  // Of a few words that are nothing else, a listed number is the point.
  const isShort = text.length <= SHORT && /\d{4}/.test(text)
  const isSentence =
    answer.kind === 'found' && (isShort || (text.length <= SENTENCE_LIMIT && ABOUT.test(text) && /\d{4}/.test(text)))
  if (!isSure && !isSentence && !LOG_LINE.test(text)) return null
  return {
    command: 'im.error',
    args: { code: text },
    locale: LOG_LINE.test(text) && !isHan(text) ? null : wordsLocale(text),
  }
}
