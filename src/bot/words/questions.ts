import { findCodes } from '../../diagnostics/codes/find-codes.ts'
import type { Locale } from '../texts/locale.ts'
import { tokenize } from './tokens.ts'

/** A question in a person's own words, understood. */
export interface Understood {
  command: string
  args: Readonly<Record<string, string>>
  /** The language of its own words; null where it has none, as a bare code has not. */
  locale: Locale | null
}

interface Pattern {
  command: string
  form: RegExp
}

// The text is matched with every run of blanks made one, so that ` ?` is all that may stand between two words. With
// this, and with every other repetition bounded, no text takes more than a few thousand steps per pattern.
const QUOTES = String.raw`["“”'‘’「」『』\x60]`
const USER = String.raw`(?:"(?<user1>[^"]{1,200})"|[“”](?<user2>[^“”]{1,200})[“”]|\x60(?<user3>[^\x60]{1,200})\x60|'(?<user4>[^']{1,200})'|「(?<user5>[^」]{1,200})」|(?<user6>[^\s,，:：?？的"“”\x60「」]{1,100}))`
/** Its beginning, with whatever a client or a person put around it, and all that follows. */
const SIG = String.raw`(?<sig>[<*_~({\[\x60"“'‘「]{0,4} ?e[A-Za-z0-9*+/=_<>&;%\\-].*)`
const THE_SIG = String.raw`(?:(?:this|the|that|a|his|her|their|my) )?(?:user ?)?sig(?:nature)?`
const SIG_ZH = String.raw`(?:这个|该|此)? ?(?:user ?sig|签名|sig|票据)`
const PLEASE = String.raw`(?:please |can you |could you |pls )?`
const PLEASE_ZH = String.raw`(?:请|帮我|帮忙|麻烦|麻烦你|能不能){0,3} ?`
const COLON = String.raw` ?[:：?？,，=]{0,3} ?`
const GOOD = String.raw`(?:good|valid|ok|okay|right|correct|working|still good|still valid)`
const GOOD_ZH = String.raw`(?:是否有效|有效吗|是否正确|对不对|对吗|能用吗|能不能用|有问题吗|有没有问题|有效)`
const CODE = String.raw`${QUOTES}?(?<code>-?\d{1,10}|[A-Za-z][A-Za-z_]{2,60})${QUOTES}?`
const END = String.raw` ?[?？.。!！]{0,3}`

const of = (command: string, form: string): Pattern => ({ command, form: new RegExp(`^${form}$`, 'isu') })

/**
 * Deterministic forms of free questions, English and Chinese, tried in turn. Each names its arguments by groups, so that
 * adding a way of asking is adding a line.
 */
const PATTERNS: readonly Pattern[] = [
  of(
    'usersig.verify',
    `${PLEASE}(?:verify|check|validate|test) ${THE_SIG} (?:for|of) (?:the )?(?:user )?${USER}${COLON}${SIG}`,
  ),
  of('usersig.verify', `${PLEASE}(?:verify|check|validate|test) (?:user )?${USER}(?:'s|’s) ${THE_SIG}${COLON}${SIG}`),
  of('usersig.verify', `is ${THE_SIG} ${GOOD} for (?:the )?(?:user )?${USER}${COLON}${SIG}`),
  of('usersig.verify', `is ${THE_SIG} (?:for|of) (?:the )?(?:user )?${USER} ${GOOD}${COLON}${SIG}`),
  of('usersig.verify', `is (?:user )?${USER}(?:'s|’s) ${THE_SIG} ${GOOD}${COLON}${SIG}`),
  of(
    'usersig.verify',
    `${PLEASE_ZH}(?:校验|验证|检查|检验|看看|看一下|查一下|查)(?:一下|下)? ?(?:用户)? ?${USER} ?的 ?${SIG_ZH} ?${GOOD_ZH}?${COLON}${SIG}`,
  ),
  of('usersig.verify', `(?:用户)? ?${USER} ?的 ?${SIG_ZH} ?(?:还)?${GOOD_ZH}${COLON}${SIG}`),
  of(
    'usersig.inspect',
    `${PLEASE}(?:inspect|decode|read|check|verify|validate|whose(?: is)?|what(?:'s|’s| is) in|who(?:'s|’s| is)) ?(?:${THE_SIG})? ?(?:is this|is it)?${COLON}${SIG}`,
  ),
  of('usersig.inspect', `is ${THE_SIG} ${GOOD}${COLON}${SIG}`),
  of(
    'usersig.inspect',
    `${PLEASE_ZH}(?:查看|解析|解码|看看|看一下|校验|验证|检查|这是谁的)?(?:一下|下)? ?(?:${SIG_ZH})? ?(?:是谁的|里面有什么|里有什么|${GOOD_ZH})?${COLON}${SIG}`,
  ),
  // After the forms above, in which what follows the verb is no name.
  of('usersig.verify', `${PLEASE}(?:verify|check|validate) (?:user )?${USER}${COLON}${SIG}`),
  of('usersig.verify', `${PLEASE_ZH}(?:校验|验证|检查)(?:一下|下)? ?(?:用户 ?)?${USER}${COLON}${SIG}`),
  of(
    'im.error',
    `(?:what|what(?:'s|’s)|whats|what is|what does|what do|explain|help with|meaning of|what is the meaning of|what(?:'s|’s) the meaning of) (?:the |an |this |im |tencent )?(?:im )?(?:error |return )?(?:code )?${CODE}(?: error)?(?: code)?(?: mean| means| about| stand for)?${END}`,
  ),
  of('im.error', `(?:error code|errcode|error|err|code|failed with|got)${COLON}#?${CODE}${END}`),
  of('im.error', `${CODE} (?:meaning|means what|what does (?:it|this|that) mean)${END}`),
  of(
    'im.error',
    `(?:报了?|出现|返回|提示|遇到|收到)? ?(?:错误码|错误代码|错误|报错|返回码|状态码|code)${COLON}${CODE} ?(?:是|代表|表示)? ?(?:什么意思|什么错误|怎么回事|怎么处理|怎么解决|怎么办|含义|啥意思|什么原因|什么|啥)?${END}`,
  ),
  of(
    'im.error',
    `(?:报|返回|提示)? ?${CODE} ?(?:是|代表|表示)? ?(?:什么意思|什么错误|怎么回事|怎么处理|怎么解决|怎么办|啥意思|什么原因)${END}`,
  ),
  of('im.error', `${CODE} ?[?？]{0,3}`),
  of(
    'im.help',
    `(?:help|help me|hi|hello|hey|hi there|what can you do|what do you do|how do(?:es)? (?:this|it) work|how do i use (?:this|you)|帮助|你好|您好|怎么用|怎么使用|你能做什么|你会什么|你会做什么|有什么功能)${END}`,
  ),
  of(
    'im.apps',
    `(?:(?:which|what|list|show)(?: me)?(?: the| all| all the)? apps(?: are there| do you know| do you have| are configured)?|有哪些应用|有什么应用|配置了哪些应用|应用列表)${END}`,
  ),
]

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
  return errorInText(asked)
}

function argsOf(groups: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> | null {
  const { sig, code } = groups
  const user = Object.keys(groups).find((name) => name.startsWith('user') && groups[name] !== undefined)
  if (sig !== undefined && !isLikeSig(sig)) return null
  if (code !== undefined && !isLikeCode(code)) return null
  return {
    ...(user === undefined ? {} : { user: groups[user] ?? '' }),
    ...(sig === undefined ? {} : { sig: unquoted(sig) }),
    ...(code === undefined ? {} : { code }),
  }
}

/** Plain words after "check alice" are no signature; its first piece is long and of one alphabet, or starts as zlib does. */
const isLikeSig = (sig: string): boolean =>
  /^[^A-Za-z0-9]{0,5}(?:e[JAN][A-Za-z0-9*+/=_%…-]|[A-Za-z0-9*+/=_%-]{24,})/.test(sig)

/** Vendors' codes in words are written as no plain word is, `BadDeviceToken` or `UNREGISTERED`, and are in the catalogue. */
function isLikeCode(code: string): boolean {
  if (!/^[A-Za-z]/.test(code)) return true
  if (!/[a-z][A-Z]|^[A-Z_]{4,}$|_/.test(code)) return false
  return findCodes({ text: code }).kind !== 'no-code'
}

function unquoted(sig: string): string {
  const read = tokenize(sig)
  const only = read.kind === 'tokens' && read.tokens.length === 1 ? read.tokens[0] : undefined
  return only?.quoted === true ? only.value : sig
}

const LOG_LINE = /(?:error_?code|err_?code|错误码|\bcode)["' ]{0,3}[:：=] ?["']?-?\d{3,8}(?!\d)/i
const ABOUT_ERRORS =
  /\b(?:errors?|err|codes?|fail(?:s|ed|ing|ure)?|fix|mean(?:s|ing)?|getting|got|gets|returns?|returned)\b|错误|报错|失败|什么意思|怎么回事|怎么办|怎么处理|怎么解决|返回|提示/i
const ERROR_TEXT_LIMIT = 4000
const SENTENCE_LIMIT = 300

/** A log line or a sentence with a listed code in it. */
function errorInText(text: string): Understood | null {
  if (text.length > ERROR_TEXT_LIMIT) return null
  const isSentence = text.length <= SENTENCE_LIMIT && ABOUT_ERRORS.test(text) && /\d{4}/.test(text)
  if (!isSentence && !LOG_LINE.test(text)) return null
  if (findCodes({ text }).kind !== 'found') return null
  return {
    command: 'im.error',
    args: { code: text },
    locale: LOG_LINE.test(text) && !isHan(text) ? null : wordsLocale(text),
  }
}

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** Words of the trade, the same in both languages. */
const TRADE = /\b(?:error|err|err_?code|error_?code|code|user ?sig|sig|im)\b/gi

/** The language of words; null where there are none in either script. */
const wordsLocale = (text: string): Locale | null =>
  isHan(text) ? 'zh' : /[A-Za-z]{2}/.test(text.replace(TRADE, ' ')) ? 'en' : null

/** The language of a question by its own words, not by the names and values in it. */
function languageOf(text: string, args: Readonly<Record<string, string>>): Locale | null {
  return wordsLocale(Object.values(args).reduce((rest, value) => rest.replace(value, () => ' '), text))
}
