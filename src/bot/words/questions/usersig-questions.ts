import { tokenize } from '../tokens.ts'
import { COLON, pattern, type Pattern } from './pattern.ts'

const USER = String.raw`(?:"(?<user1>[^"]{1,200})"|[“”](?<user2>[^“”]{1,200})[“”]|\x60(?<user3>[^\x60]{1,200})\x60|'(?<user4>[^']{1,200})'|「(?<user5>[^」]{1,200})」|(?<user6>[^\s,，:：?？的"“”\x60「」]{1,100}))`
/** Its beginning, with whatever a client or a person put around it, and all that follows. */
const SIG = String.raw`(?<sig>[<*_~({\[\x60"“'‘「]{0,4} ?e[A-Za-z0-9*+/=_<>&;%\\-].*)`
const THE_SIG = String.raw`(?:(?:this|the|that|a|his|her|their|my) )?(?:user ?)?sig(?:nature)?`
const SIG_ZH = String.raw`(?:这个|该|此)? ?(?:user ?sig|签名|sig|票据)`
const PLEASE = String.raw`(?:please |can you |could you |pls )?`
const PLEASE_ZH = String.raw`(?:请|帮我|帮忙|麻烦|麻烦你|能不能){0,3} ?`
const GOOD = String.raw`(?:good|valid|ok|okay|right|correct|working|still good|still valid)`
const GOOD_ZH = String.raw`(?:是否有效|有效吗|是否正确|对不对|对吗|能用吗|能不能用|有问题吗|有没有问题|有效)`

/** Questions with a signature in them. */
export const USERSIG_QUESTIONS: readonly Pattern[] = [
  pattern(
    'usersig.verify',
    `${PLEASE}(?:verify|check|validate|test) ${THE_SIG} (?:for|of) (?:the )?(?:user )?${USER}${COLON}${SIG}`,
  ),
  pattern(
    'usersig.verify',
    `${PLEASE}(?:verify|check|validate|test) (?:user )?${USER}(?:'s|’s) ${THE_SIG}${COLON}${SIG}`,
  ),
  pattern('usersig.verify', `is ${THE_SIG} ${GOOD} for (?:the )?(?:user )?${USER}${COLON}${SIG}`),
  pattern('usersig.verify', `is ${THE_SIG} (?:for|of) (?:the )?(?:user )?${USER} ${GOOD}${COLON}${SIG}`),
  pattern('usersig.verify', `is (?:user )?${USER}(?:'s|’s) ${THE_SIG} ${GOOD}${COLON}${SIG}`),
  pattern(
    'usersig.verify',
    `${PLEASE_ZH}(?:校验|验证|检查|检验|看看|看一下|查一下|查)(?:一下|下)? ?(?:用户)? ?${USER} ?的 ?${SIG_ZH} ?${GOOD_ZH}?${COLON}${SIG}`,
  ),
  pattern('usersig.verify', `(?:用户)? ?${USER} ?的 ?${SIG_ZH} ?(?:还)?${GOOD_ZH}${COLON}${SIG}`),
  pattern(
    'usersig.inspect',
    `${PLEASE}(?:inspect|decode|read|check|verify|validate|whose(?: is)?|what(?:'s|’s| is) in|who(?:'s|’s| is)) ?(?:${THE_SIG})? ?(?:is this|is it)?${COLON}${SIG}`,
  ),
  pattern('usersig.inspect', `is ${THE_SIG} ${GOOD}${COLON}${SIG}`),
  pattern(
    'usersig.inspect',
    `${PLEASE_ZH}(?:查看|解析|解码|看看|看一下|校验|验证|检查|这是谁的)?(?:一下|下)? ?(?:${SIG_ZH})? ?(?:是谁的|里面有什么|里有什么|${GOOD_ZH})?${COLON}${SIG}`,
  ),
  // After the forms above, in which what follows the verb is no name.
  pattern('usersig.verify', `${PLEASE}(?:verify|check|validate) (?:user )?${USER}${COLON}${SIG}`),
  pattern('usersig.verify', `${PLEASE_ZH}(?:校验|验证|检查)(?:一下|下)? ?(?:用户 ?)?${USER}${COLON}${SIG}`),
]

/**
 * Plain words after "check alice" are no signature, nor is the name of an error; its first piece is long, of one alphabet and
 * holds digits, or starts as zlib does.
 */
export const isLikeSig = (sig: string): boolean =>
  /^[^A-Za-z0-9]{0,5}(?:e[JAN][A-Za-z0-9*+/=_%…-]|(?=\S{0,400}\d)[A-Za-z0-9*+/=_%-]{24,})/.test(sig)

/** What stands in quotes, where nothing else does. */
export function unquoted(sig: string): string {
  const read = tokenize(sig)
  const only = read.kind === 'tokens' && read.tokens.length === 1 ? read.tokens[0] : undefined
  return only?.quoted === true ? only.value : sig
}
