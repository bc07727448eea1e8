import type { Locale } from '../../texts/locale.ts'
import { name, nameLatin, nameOf, nameZh } from './name.ts'
import { maskQuotes } from './quoted.ts'
import { wordsLocale } from './words-locale.ts'

/** What was asked before in the conversation, once more, or about another user. */
export type FollowUp = { kind: 'again' } | { kind: 'user'; user: string }

/** Longer texts are no follow-ups. */
const LIMIT = 260

const END = /(?:[ ,]{1,2}(?:please|pls|thanks|thank you)|谢谢|多谢|[ ?？.。!！,，;；…~～]){1,6}$/i
const PLEASE = '(?:(?:ok|okay|please|pls|can you|could you|now|and|then|so)[ ,]{1,2}){0,3}'
const PLEASE_ZH = '(?:请|帮我|麻烦你?|能不能|可以|那就?|那么|好的?|然后|[,， ]){0,4}'

const AGAIN = [
  `${PLEASE}(?:check|try|look|run|test|do|ask|diagnose|verify)(?: (?:it|that|this|him|her|them))? (?:again|once more|one more time|another time|once again)(?: now)?`,
  `${PLEASE}(?:again|once again|once more|one more time|recheck|re-check|retry|re-try|rerun|re-run|redo|refresh|repeat)(?: (?:it|that|this|now))?`,
  'and now|what about now|how about now|and at the moment|any (?:changes?|news|updates?|progress|difference)(?: (?:now|yet|since))?|anything (?:new|changed)|has (?:anything|it) changed|did (?:anything|it) change|(?:is it )?still the same|what now|check now|(?:is it |are we )?(?:still |any )?(?:broken|failing|fixed|better|working)(?: (?:now|yet|again))?',
  `${PLEASE_ZH}(?:再|重新|重)(?:来|查|看|试|检查|诊断|检测|测|跑|确认|问|查询)(?:看|查|试|测)?(?:一次|一下|一遍|下|遍|次)?(?:看看)?(?:吧|呢|吗)?`,
  '(?:那)?(?:现在|这会儿|此刻)(?:怎么样|如何)?(?:了|呢|了呢|吗)|(?:有|有没有)(?:什么)?(?:变化|进展|更新|不同)(?:了|吗|没有?)?|还是一样吗?|还是不行吗?|(?:现在)?(?:好|恢复|正常|修好|解决)了(?:吗|没有?)|现在怎么样|刷新(?:一下)?|重试(?:一下|一次)?',
].map((form) => new RegExp(`^(?:${form})$`, 'i'))

const ANOTHER = [
  `(?:and|&|plus|also)(?: (?:what|how) about)?(?: for| of)?(?: user)? ${name('user')}(?: too| then| as well| now)?`,
  `(?:so |ok |okay )?(?:what|how) about (?:user )?${name('user')}(?: too| then| now)?`,
  `(?:(?:and|do) )?(?:the )?same (?:thing )?(?:for|with|about) (?:user )?${name('user')}(?: too| please)?`,
  `(?:(?:ok|okay|so|now|and|also|please|can you)[ ,]{1,2}){0,4}(?:check|try|do|run|look at|diagnose)(?: on| for| with)? (?:user )?${name('user')} (?:too|as well|also|instead|next)`,
  `(?:ok|okay|so)[ ,]{1,2}and (?:user )?${name('user')}(?: too| then)?`,
  `(?:(?:now|and|please)[ ,]{1,2}){0,4}(?:try|do|run|repeat|again|check)(?: (?:it|this|that|the same|again)){0,4} (?:for|with|on) (?:user )?${name('user')}`,
  `(?:the )?same question (?:for|about) (?:user )?${name('user')}`,
  `how(?:'s| is) (?:user )?${name('user')}(?: doing)?`,
  `${name('user')} (?:too|as well|also)`,
  `(?:now|then|next|instead)[ ,:]{1,2}(?:for )?(?:user )?${name('user')}`,
  `(?:那|那么|还有|以及|然后|和)?[ ，,]{0,2}(?:用户)? ?${nameZh('user')} ?呢`,
  `(?:那|那么|还有)[ ，,]{0,2}(?:用户)? ?${nameZh('user')} ?(?:怎么样|又怎么样|如何|的情况|怎么样呢)`,
  `(?:用户)? ?${nameLatin('user')} ?(?:怎么样|又怎么样|如何)`,
  `(?:(?:再|也|顺便|同样|麻烦|请|帮我|帮忙|换个人)[,， ]{0,4}){1,4}(?:看看|看一下|看下|查查|查一下|查下|查|看|诊断)?(?:一下)? ?(?:用户)? ?${nameLatin('user')}`,
  `(?:用户)? ?${nameZh('user')} ?也(?:看|查|诊断|检查)(?:看|查|一下|下)?(?:吧)?`,
  `(?:那就?|再)?(?:换成|换|改成|改查|再查|再看|再看看|再查查|再检查|再诊断|也看看|也查|也查一下|同样查)(?:一下|下)? ?(?:用户)? ?${nameZh('user')} ?(?:的)?(?:呢|试试|看看|吧)?`,
].map((form) => new RegExp(`^${form}$`, 'i'))

/** A name and nothing else: only with a question mark is it meant for anybody. */
const LONE = new RegExp(`^${nameLatin('user')}$`, 'i')
const ASKING = /[?？] ?$/

/** "check again", "and bob?", 再查一次, 那 bob 呢; null: something else. */
export function readFollowUp(text: string): { follow: FollowUp; locale: Locale | null } | null {
  const asked = text.trim().replace(/\s+/g, ' ')
  const masked = asked === '' || asked.length > LIMIT ? null : maskQuotes(asked)
  if (masked === null) return null
  const plain = masked.text.replaceAll('’', "'")
  const words = plain.replace(END, '')
  if (AGAIN.some((form) => form.test(words))) return { follow: { kind: 'again' }, locale: wordsLocale(words) }
  const forms = ASKING.test(plain) ? [...ANOTHER, LONE] : ANOTHER
  for (const form of forms) {
    const given = form.exec(words)?.groups?.['user']
    const user = given === undefined ? null : nameOf(given, masked)
    if (given !== undefined && user !== null)
      return { follow: { kind: 'user', user }, locale: wordsLocale(words.replace(given, () => ' ')) }
  }
  return null
}
