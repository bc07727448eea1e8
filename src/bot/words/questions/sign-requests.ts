import type { Found } from '../questions.ts'
import { LENGTH, lengthSaid } from './gist.ts'
import { maskPlainIds } from './ids.ts'
import { nameLatin, nameOf } from './name.ts'
import { plainWords } from './plain-words.ts'
import { maskQuotes, type Masked } from './quoted.ts'
import { isHan, languageOf } from './words-locale.ts'

/** Longer texts are no requests. */
const LIMIT = 200

const SIG = '(?:user ?sig|sig|signature)'
const ARTICLES = '(?:(?:an?|one|the|another|new|fresh|valid|test|temporary) ){0,4}'
const WHO = `(?:(?:the |a |test ){0,3}(?:user|userid|uid|account|customer|admin)(?:: | )){0,1}${nameLatin('user')}`
const ASK = String.raw`(?:(?:hi|hello|hey|ok|please|pls|plz|kindly|just|now|go ahead and|(?:can|could|would|will) (?:you|u|we|someone)|i(?:'d like| would like| want) you to)[ ,]{1,3}){0,5}`
const TTL = `(?<ttl>${LENGTH.source})`
const IN_APP = '(?: in (?:the )?(?:app )?(?<app>[a-z][a-z0-9_-]{1,60})(?: app| env| environment)?)?'
const LASTING = `(?:,? (?:(?:that|which|is|valid|good|lasts|lasting|with|a|ttl|of|for|expiring|in) ){1,5}${TTL})?`
const THANKS = '(?:[ ,.!?]{1,3}(?:please|pls|plz|thanks|thank you|thx|asap|now)){0,4}[ .!?]{0,4}'

const ENGLISH = [
  `(?:generate|gen|create|issue|make|mint|sign)(?: me| us)? ${ARTICLES}${SIG} (?:for )?${WHO}`,
  `(?:generate|gen|create|issue|make|mint|sign) ${nameLatin('user')}'s ${SIG}`,
  `(?:(?:i|we) )?need ${ARTICLES}${SIG} for ${WHO}`,
  `(?:give|get) (?:me|us) ${ARTICLES}${SIG} for ${WHO}`,
  `(?:a )?new (?:test )?${SIG} (?:for )?${WHO}`,
].flatMap((request) => [
  new RegExp(`^${ASK}${request}${IN_APP}${LASTING}${THANKS}$`, 'i'),
  new RegExp(`^${ASK}${request}${LASTING}${IN_APP}${THANKS}$`, 'i'),
])

const SIG_ZH = '(?:user ?sig|签名|票据)'
const ASK_ZH = '(?:你好|您好|请|麻烦[你您]?|帮我们?|帮忙|能不能|能否|可以|我想要?|我需?要|需要|现在|重新|再|,){0,5}'
const IN_APP_ZH = (group: string): string => `(?:在?(?<${group}>[a-z][a-z0-9_-]{1,60})(?:环境|应用|上|里|中|的){1,3})?`
const ONE_ZH = '(?:一下|下|一个|一份|一张|个|新|的){0,3}'
const LASTING_ZH = `(?:有效期?[为是]?)?${TTL}(?:内?有效)?的?`
const MAKE_ZH = '(?:再|重新){0,1}(?:生成|签发|创建|签|开|发|弄|做)'
const THANKS_ZH = '(?:,?(?:吧|呗|好吗|可以吗|行吗|谢谢|谢了|辛苦了?|急)){0,3}[ ,.!?]{0,4}'

const CHINESE = [
  `(?:给|为|帮|替)${IN_APP_ZH('app2')}(?:用户|账号|帐号){0,1}:?${nameLatin('user')}${IN_APP_ZH('app3')}${MAKE_ZH}${ONE_ZH}`,
  `(?:生成|签发|创建)${ONE_ZH}(?:用户|账号|帐号){0,1}:?${nameLatin('user')}的`,
].flatMap((request) => [
  new RegExp(`^${IN_APP_ZH('app')}${ASK_ZH}${request}${SIG_ZH}(?:,?${LASTING_ZH})?${THANKS_ZH}$`, 'i'),
  new RegExp(`^${IN_APP_ZH('app')}${ASK_ZH}${request}${LASTING_ZH}${SIG_ZH}${THANKS_ZH}$`, 'i'),
])

/**
 * A plain request for a UserSig, and nothing besides. A signature lets its bearer in: none is made for a question, a story, a
 * refusal, or for a piece of a longer name.
 */
export function askedToSign(asked: string): Found | null {
  if (asked.length > LIMIT) return null
  const quoted = maskQuotes(asked)
  if (quoted === null) return null
  const masked = maskPlainIds({ ...quoted, text: plainWords(quoted.text) })
  const { text } = masked
  const isChinese = isHan(text)
  const words = isChinese ? text.replace(BLANKS_ZH, '') : text
  const found = firstMatch(isChinese ? CHINESE : ENGLISH, words)
  if (found === null) return null
  const { user = '', ttl, app = found['app2'] ?? found['app3'] } = found
  const exact = masked.valueOf(user)
  const name = nameOf(user, masked)
  if (name === null || !(isQuoted(user, quoted) || isWhole(name, asked))) return null
  const lasting = ttl === undefined ? null : lengthSaid(ttl)
  if (ttl !== undefined && lasting === null) return null
  const args = {
    user: isQuoted(user, quoted) ? (exact ?? name) : name,
    ...(lasting === null ? {} : { ttl: lasting }),
    ...(app === undefined ? {} : { app }),
  }
  return { command: 'usersig.generate', args, locale: languageOf(asked, args) }
}

const BLANKS_ZH = /(?<=[\p{Script=Han}\ue000-\uf8ff,:]) | (?=[\p{Script=Han}\ue000-\uf8ff])/gu

function firstMatch(forms: readonly RegExp[], words: string): Readonly<Record<string, string | undefined>> | null {
  for (const form of forms) {
    const groups = form.exec(words)?.groups
    if (groups !== undefined) return groups
  }
  return null
}

const isQuoted = (letter: string, { valueOf }: Masked): boolean => valueOf(letter) !== null

/** Whether a name stands in a text as it is, and is not what is left of a longer one. */
function isWhole(name: string, text: string): boolean {
  const at = text.indexOf(name)
  const before = text.slice(0, at)
  const after = text.slice(at + name.length)
  return (
    at >= 0 && /(?:^|[\s\p{Script=Han},，、]|[:：] |：|[\s\p{Script=Han}]@)$/u.test(before) && ENDS_WHOLE.test(after)
  )
}

const ENDS_WHOLE = /^(?:$|[\s\p{Script=Han},，.。!！?？;；]|['’]s(?!\S))/u
