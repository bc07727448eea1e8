import { isListedCode } from './error-questions.ts'
import { isHanName } from './han-names.ts'
import { nameOf } from './name.ts'
import type { Masked } from './quoted.ts'

/** Whom a text is about, and who sent what they miss. */
export interface People {
  users: readonly string[]
  sender: string | null
  /** A user is named by an unquoted Chinese word, which may be no UserID. */
  guessed: boolean
  /** Those whose name might as well be a word of the sentence: plain letters, with no quotes and no label. */
  plain: readonly string[]
}

interface Mention {
  name: string
  at: number
  end: number
  guessed: boolean
  plain: boolean
}

/** More in one text are no question about users. */
const MOST = 60

const WORD = /[\ue000-\uf8ff]|(?<![\w@.+/<-])@?\+?[A-Za-z0-9_](?:[\w.@+#|~-]{0,98}[\w])?(?![\w/(-])/g
/** Digits alone are a user only where they are as long as ids, and are not called a code, an amount or a version. */
const CODE_BEFORE = /(?:error|err|code|errcode|status|reason|错误码?|报错|返回码?|提示|状态码|码)[ :=#]{0,3}$/i
const VERSION_BEFORE = /(?:line|port|version|android|ios|api|sdk|版本|第)[ :=#]{0,3}$/i
/** As long as telephone numbers and ids that are counted up: nothing else in a question is. */
const LONG_NUMBER = /^\+?\d{7,20}$/
/** A ticket, a room, a message: the number behind it is its own. */
const THING_BEFORE =
  /(?:工单|订单|单号|房间|任务|构建|流水号|会话|\b(?:tickets?|orders?|rooms?|tasks?|task[ _]?id|builds?|issues?|cases?|incidents?|jobs?|bug|msg[ _]?(?:id|key)|sdk[ _]?app[ _]?id|app[ _]?id))(?:id|号|编号)?[ :#=为是]{0,3}$/i
/** As long as no id of a user: the key of a message. */
const MESSAGE_BEFORE = /(?:消息|\b(?:messages?|msg)) ?$/i
const AMOUNT_AFTER = /^ ?(?:个|条|台|位|人|次|%|users?\b|devices?\b|push|messages?\b|times\b|万|千)/i

/** Or a key: whatever it is, it is no user. */
const SIGNATURE = /^eJ[\w*-]{14,}|^[\w*-]{40,}$/

/** Before a name among English words. */
const BEFORE =
  /(?:^|[,.;:!?(] ?|\b(?:for|to|by|of|at|from|on|about|with|reach(?:es|ing|ed)?|users?|accounts?|customers?|clients?|members?|user ?id|uid|id|named|called|watch|unwatch|watching|monitor|track|following|notify|does|do|did|don't|is|are|r|was|were|isn't|has|have|can|could|will|would|should|why|that|but|and|or|when|if|once|whether|only|just|because|check|diagnose|help|give|show|me|devices?|history|status|push|test|as soon as|both|either|neither|nor|same for|than) |& ?|> ?)$/i
const AFTER =
  /^(?:'s?(?= |$)| ?(?:->|[—–]|[;,] )| (?:(?:do|does|did|is|are|was|has|have|wo|ca|could)n'?t|messages?|texts?|calls?|sends?|sent|writes?|wrote|pings?|neither|too|does|do|did|is|isn|are|was|wasn|has|have|hasn|can|could|would|will|never|still|no longer|not|gets?|getting|got|receiv\w*|miss\w*|stop\w*|only|always|suddenly|sees?|hears?|keeps?|fail\w*|lost|los\w*|logged|uses?|comes?|had|both|n't|kicked|online|offline|in|on|there|connected|reachable|being|currently|now|today|again|either|really|also|for|from|to|since|please|until|about)\b|[,:]? (?:no|nothing|not|zero|without)\b| (?:&|and|or|nor) | ?& ?\S|[ ]?$|[,.;:!?)])/i

/** After a name, whatever stands before it. */
const SURELY_AFTER =
  /^ (?:(?:no longer|never|still (?:does|is|has)|does ?n[o']?t|does not|isn'?t|is not|hasn'?t|has not|can'?t|cannot|can not|won'?t|did ?n'?t|did not|is|was|keeps?) ?(?:\w+ ){0,2}(?:get|receiv|see|notif|push|hav|had|miss|los)\w*|(?:gets?|got|receives?|received|sees?|has|had|misses|missed) (?:no|nothing|zero|any|only|the first)\b)/i
const LABEL_BEFORE =
  /(?:用户|账号|帐号|客户|玩家|user|account|uid|userid|id|sender|receiver|recipient|发送方|接收方|发送者|接收者)[ :#=]{0,3}$/i
const PHONE_BEFORE =
  /(?:华为|荣耀|小米|红米|三星|魅族|一加|真我|苹果|huawei|honor|xiaomi|redmi|samsung|galaxy|iqoo|realme|oneplus|meizu|oppo|vivo) ?$/i

const LABEL_ZH = /(?:用户|客户|账号|帐号|玩家|用户名|为什么|为啥|给|对|向|有|跟|和|与|、|查|看|下|^|[,.;:!? ])$/
const HAN =
  /[\u3400-\u9fff]{2,4}?\d{0,6}(?=收不|没收|没有|的|在[线不]|离线|登录|今天|昨|为|怎|一直|最近|又|也|都|和|、|跟|与|手机|能|有没有|发|给|,|\.|\?|$)/g

/** Those whom a text names, in its order; roles, makes, systems and words of the trade are nobody. */
export function peopleIn(masked: Masked, isChinese: boolean): People {
  const { text } = masked
  const mentions = isChinese
    ? [...latinMentions(masked, () => true), ...hanMentions(masked)]
    : latinMentions(masked, isPlaced)
  const sorted = mentions.toSorted((one, other) => one.at - other.at).slice(0, MOST)
  const sender = sorted.find((each) => isSender(text, each, sorted.length === 1)) ?? null
  const about = sorted.filter(({ name }) => name !== sender?.name)
  return {
    users: [...new Set(about.map(({ name }) => name))],
    sender: sender?.name ?? null,
    guessed: about.some(({ guessed }) => guessed),
    plain: about.filter(({ plain }) => plain).map(({ name }) => name),
  }
}

function latinMentions(
  masked: Masked,
  isMeant: (text: string, at: number, end: number) => boolean,
): readonly Mention[] {
  const { text } = masked
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index: at }) => {
    const end = at + word.length
    const isSure = masked.valueOf(word) !== null
    const before = text.slice(Math.max(0, at - 24), at)
    const value = masked.valueOf(word) ?? word
    if (/\d/.test(value) && !/[@.]/.test(value) && THING_BEFORE.test(before)) return []
    if (/^\d{16,20}$/.test(value) && MESSAGE_BEFORE.test(before)) return []
    const isLabelled = LABEL_BEFORE.test(before)
    if (!isSure && /^[+\d.,-]+$/.test(word) && !isLabelled && isNoUser(word, before, text.slice(end))) return []
    if (!isSure && /\d/.test(word) && PHONE_BEFORE.test(before)) return []
    const isNamed = isSure || isLabelled || LONG_NUMBER.test(word)
    if (!isNamed && (!isMeant(text, at, end) || isListedCode(word))) return []
    if (SIGNATURE.test(word)) return []
    const name = nameOf(word, masked)
    if (name !== null && isPiece(name, text.slice(0, at), text.slice(end))) return []
    return name === null || (!isSure && name.length < 2)
      ? []
      : [{ name, at, end, guessed: false, plain: !isNamed && /^\p{L}+$/u.test(name) }]
  })
}

/** What is left of a longer name, or of "doesn't", is nobody: `Müller`, `O'Brien`, `user_张三`. */
const isPiece = (name: string, before: string, after: string): boolean =>
  /[^\P{L}\p{Script=Han}\p{Co}]$|\p{M}$|[\p{L}\p{N}]'$/u.test(before) ||
  /^(?:[^\P{L}\p{Script=Han}]|\p{M}|'(?!(?:s|d|re|ve|ll)\b)\p{L})/u.test(after) ||
  (/[_-]$/.test(name) && /^\p{Script=Han}/u.test(after)) ||
  (/^[_-]/.test(name) && /\p{Script=Han}$/u.test(before))

/** A number that is a code, a version or an amount. */
const isNoUser = (word: string, before: string, after: string): boolean =>
  word.length < 4 ||
  CODE_BEFORE.test(before) ||
  AMOUNT_AFTER.test(after) ||
  (!LONG_NUMBER.test(word) && VERSION_BEFORE.test(before))

const isPlaced = (text: string, at: number, end: number): boolean =>
  (BEFORE.test(text.slice(Math.max(0, at - 24), at)) && AFTER.test(text.slice(end, end + 24))) ||
  SURELY_AFTER.test(text.slice(end, end + 48))

const hanMentions = ({ text }: Masked): readonly Mention[] =>
  [...text.matchAll(HAN)].flatMap(({ 0: name, index: at }) =>
    isHanName(name) && LABEL_ZH.test(text.slice(Math.max(0, at - 6), at))
      ? [{ name, at, end: at + name.length, guessed: true, plain: false }]
      : [],
  )

const SENDS_AFTER =
  /^(?: (?:just |has |had |is )?(?:sends?|sent|sending|wrote|writes|writing|messag(?:es|ed|ing)|text(?:s|ed|ing)|calls?|called|calling|pings|pinged|dms)\b| ?-+> ?\S|'s (?:new |last )?(?:messages?|msgs?|texts?|calls?)\b| ?(?:打(?:电话|语音|视频)?|呼叫|拨打)| ?(?:给|向|对|跟)[^,.;]{0,30}(?:发(?!现)|推(?!送)|打)| ?发(?:给|送|的|出|来|了|消息)| ?的(?:消息|来电))/i
const SENT_BEFORE =
  /(?:\b(?:from|by)(?: user)? |来自 ?|收到 ?|收不到 ?|(?:\bsender|发送方|发送者|发送人|发件人) ?[:=为是]? ?)$/i
const FROM_BEFORE = /(?:\bfrom(?: user)? |来自 ?)$/i
const RECEIVES_BEFORE =
  /(?:(?:给|向|对|推给|发给|\bto|\bfor) ?(?:用户)? ?|(?:\breceiver|\brecipient|接收方|接收者|接收人|收件人) ?[:=为是]? ?|-+> ?)$/i

/** Who is named alone is the one asked about, unless a push is said to come from them. */
function isSender(text: string, { at, end }: Mention, isAlone: boolean): boolean {
  const before = text.slice(Math.max(0, at - 14), at)
  if (RECEIVES_BEFORE.test(before)) return false
  return isAlone ? FROM_BEFORE.test(before) : SENT_BEFORE.test(before) || SENDS_AFTER.test(text.slice(end, end + 60))
}
