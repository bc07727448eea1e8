import { parseSince } from '../since.ts'
import { name, nameOf } from './name.ts'
import { MASK, type Masked, QUOTED_MASK } from './quoted.ts'

/** What narrows a question down, wherever it stands in it. */
export type Slot = 'app' | 'message' | 'from' | 'group' | 'since' | 'certificate'
export type Slots = Readonly<Partial<Record<Slot, string>>>

export interface Narrowed {
  slots: Slots
  /** The question without them. */
  rest: string
}

interface Rule {
  slot: Slot
  /** Its value is the first group that is there. */
  form: RegExp
}

const rule = (slot: Slot, form: string): Rule => ({ slot, form: new RegExp(form, 'i') })

const ENDS = String.raw`(?=[ ,;]|$)`
const KEY = String.raw`(?:\d[\w-]{0,79}|${QUOTED_MASK})`
const PLACE = String.raw`(?:${MASK}|@?[A-Za-z0-9_][\w.@#+-]{0,98})`

/** As Tencent makes them: a group wherever it stands. */
const GROUP_ID = String.raw`(?:(?: (?:in|from|of|for|at|to))? (?:(?:the|a|our) )?group(?: ?chat)?(?: id)?[ :#=]{0,2}| (?:in|from|of) |(?:在|从)? ?(?:群聊|群组|群)(?:ID)? ?[:：]? ?| ?)(@TGS#[\w#-]{1,60})(?: ?(?:这个)?(?:群聊|群组|群)?(?:里面|里边|里|中|内|上)?)`

const CLOCK = String.raw`(?:\d{1,2}(?::\d{2}){0,4} ?[ap]\.?m\.?|\d{1,2}:\d{2}(?::\d{2})?|noon|midnight)`
const LENGTH = String.raw`(?:(?:\d{1,5}|an?|one|two|three|four|five|six|seven|eight|nine|ten|half an?|a few|few|several|a couple of|couple of) (?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?)|(?:\d{1,5}(?:s|m|min|mins|h|hr|hrs|d|w)){1,4})`
const ISO = String.raw`\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?(?:Z|[+-]\d{2}:?\d{2})?)?`
const DAY = String.raw`(?:(?:the )?day before yesterday|yesterday(?: morning| afternoon| evening| night| noon)?|today|this (?:morning|afternoon|evening)|last (?:night|hour|day|week|month)|this week|(?:last )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)`
const MOMENT = String.raw`(?:${DAY}(?: at)? ${CLOCK}|${CLOCK}(?: ${DAY})?|${ISO}|${DAY}|${LENGTH}(?: ago)?)`

const ENGLISH: readonly Rule[] = [
  rule(
    'message',
    String.raw` (?:(?:for|of|with|about|on) )?(?:(?:the|this|that) )?(?:message|msg)(?: ?(?:key|id))? ?[:=#]? ?(${KEY})${ENDS}`,
  ),
  rule('message', String.raw` (?:for )?(\d{1,12}_\d{1,12}_\d{8,12})${ENDS}`),
  rule('group', GROUP_ID),
  rule(
    'group',
    String.raw` (?:in|from|of|for|at|to) (?:(?:the|a|our) )?group(?: ?chat)?(?: id)?[ :#=]{1,2}(${PLACE})${ENDS}`,
  ),
  rule('group', String.raw` (?:the )?group(?: ?chat)?(?: id)?[ :#=]{1,2}(${MASK})`),
  rule('group', String.raw`^ in (${MASK})(?=[ ,])`),
  rule('group', String.raw` in (?:the )?(${PLACE}) group(?: ?chat)?${ENDS}`),
  rule('app', String.raw` (?:in|on|for|of|at) (?:(?:the|our) )?app(?:lication)?[ :]{1,2}(${PLACE})${ENDS}`),
  rule('app', String.raw` (?:in|on|of) (?:the )?(${PLACE}) app${ENDS}`),
  rule('app', String.raw` --app[ =](${PLACE})${ENDS}`),
  rule(
    'certificate',
    String.raw` (?:with|using|on|via|through) (?:(?:the|push) ){0,4}cert(?:ificate)?(?: id)? #?(\d{1,10}|${QUOTED_MASK})${ENDS}`,
  ),
  rule('since', String.raw` --since[ =](\S{1,40})${ENDS}`),
  rule('since', String.raw` (?:ever )?since (${MOMENT}|\d{10})${ENDS}`),
  rule('since', String.raw` (?:starting|beginning)(?: from| at)? (${MOMENT})${ENDS}`),
  rule('since', String.raw` (?:from|after|at|around|about) (${MOMENT})(?: on| onwards?| until now| till now)?${ENDS}`),
  rule(
    'since',
    String.raw` (?:in|for|over|during|within)(?: the| these)? ((?:last|past) (?:${LENGTH}|hour|day|week|month|few hours))${ENDS}`,
  ),
  rule('since', String.raw` (?:for|in) (?:the )?(?:about |more than |over )?(${LENGTH})${ENDS}`),
  rule('since', String.raw` (${DAY}|${LENGTH} ago)(?:'s)?${ENDS}`),
  rule('since', String.raw` since ([^ ,;]{1,30}(?: [^ ,;]{1,30})?)$`),
  rule('from', String.raw` (?:(?:sent|coming) )?(?:from|by) (?:user )?${name('name')}${ENDS}`),
]

const PART = '凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里'
const NUMBER = String.raw`(?:(?<![\w.-])\d{1,5}|[一二两三四五六七八九十半]{1,3})`
const LENGTH_ZH = String.raw`${NUMBER} ?个?半?(?:秒钟?|分钟|小时|钟头|天|周|星期|月)`
const CLOCK_ZH = String.raw`(?:(?<![\w.-])\d{1,2}[:：]\d{2}(?:[:：]\d{2})?|(?<![\w.-])${CLOCK}(?![A-Za-z])|${NUMBER} ?点(?:钟|整|半|[一三]刻|${NUMBER}分?)?|(?<![\w.-])\d{1,2}时)`
const WEEK_ZH = '(?:本周|这周|这个?星期(?![一二三四五六日天])|上?(?:个?星期|周|个?礼拜)[一二三四五六日天])'
const DAY_ZH = `(?:大前天|前天|前日|前(?=晚|夜)|昨天|昨日|今天|今日|昨(?=晚|夜)|今(?=早|晚|晨))`
const DATE_ZH = String.raw`(?<![\w.-])\d{1,2} ?月 ?\d{1,2} ?[日号]`
const MOMENT_ZH = String.raw`(?:${WEEK_ZH}|${DATE_ZH}|(?:最近|过去|近)的? ?(?:${LENGTH_ZH}|几天)|这[几两三]天|${LENGTH_ZH}(?:之前|以前|前)|(?:${DAY_ZH} ?)?(?:(?:${PART}|早|晚|夜) ?)?${CLOCK_ZH}|${DAY_ZH} ?(?:${PART}|早上|早|晚上|晚|夜里|夜)?|${PART}|(?<![\w.-])${ISO})`

const CHINESE: readonly Rule[] = [
  rule('message', String.raw`(?:这条|这个)?(?:消息|message|msg) ?(?:(?:key|id) ?[:：=#]? ?|[:：=#] ?)(${KEY})`),
  rule('message', String.raw`(?<![\w-])(\d{1,12}_\d{1,12}_\d{8,12})(?![\w-])`),
  rule('group', GROUP_ID),
  rule('group', String.raw`(?:在|从)? ?(?:群聊|群组|群) ?(?:id)? ?[:为是]? ?(${PLACE}) ?(?:里面|里边|里|中|内|上)?`),
  rule('group', String.raw`在 ?(${PLACE}) ?(?:这个)?(?:群聊|群组|群)(?:里面|里边|里|中|内|上)?`),
  rule('app', String.raw`(?:在)? ?应用 ?(${PLACE}) ?(?:里面|里|中|上)?`),
  rule('app', String.raw`在 ?(${PLACE}) ?(?:这个)?应用(?:里面|里|中|上)?`),
  rule('app', String.raw` --app[ =](${PLACE})${ENDS}`),
  rule('certificate', String.raw`(?:使用|通过|用)? ?证书 ?(?:ID)? ?(\d{1,10}|${QUOTED_MASK})`),
  rule('since', String.raw` --since[ =](\S{1,40})${ENDS}`),
  rule(
    'since',
    String.raw`(?:自从|自|从|打|在|于)? ?(${MOMENT_ZH}) ?(?:开始|之后|以后|以来|到现在|至今|之内|以内|内|里|起|后|来)?`,
  ),
  rule('since', String.raw`(?:自从|自|从|打) ?(\d{10})(?!\w) ?(?:开始|之后|以后|以来|到现在|至今|起)?`),
  rule('since', String.raw`(${LENGTH_ZH})(?=都?(?:没|收不到|未))`),
]

const narrow =
  (rules: readonly Rule[], between: string) =>
  (masked: Masked): Narrowed => {
    const slots: Partial<Record<Slot, string>> = {}
    let rest = ` ${masked.text}`
    for (const { slot, form } of rules) {
      if (slots[slot] !== undefined) continue
      const found = form.exec(rest)
      const given = found?.slice(1).find((each) => each !== undefined)
      if (found === null || given === undefined) continue
      const value = valueOf(slot, given, masked)
      if (value === null) continue
      slots[slot] = value
      rest = rest.slice(0, found.index) + between + rest.slice(found.index + found[0].length)
    }
    return { slots, rest: rest.replace(/ {2,}/g, ' ').trim() }
  }

/** `from` names a user; a time may be one that nobody can read, and is then answered with how to write it. */
function valueOf(slot: Slot, given: string, masked: Masked): string | null {
  if (slot === 'from') return nameOf(given, masked)
  const value = masked.valueOf(given) ?? given
  if (slot === 'group' && value === given && isNoGroup(value)) return null
  if (slot !== 'since') return value
  const trimmed = value.trim()
  return parseSince(trimmed) !== null || /^\S{2,30}(?: \S{2,30})?$/.test(trimmed) ? trimmed : null
}

/** "in group chats", "in that group", "in the family group": which one, nobody says. */
const isNoGroup = (word: string): boolean =>
  /^(?:chats?|conversations?|messages?|msgs?|notifications?|push(?:es)?|calls?|members?|id|that|this|these|the|an?|every|each|any|all|some|my|our|his|her|their|same|other|family|work|school|class|private|public|big|large|main|whole|company)$/i.test(
    word,
  )

export const narrowEnglish = narrow(ENGLISH, ' ')
export const narrowChinese = narrow(CHINESE, '')
/** The same, with those who send left where they are. */
export const narrowButSender = narrow(
  ENGLISH.filter(({ slot }) => slot !== 'from'),
  ' ',
)
