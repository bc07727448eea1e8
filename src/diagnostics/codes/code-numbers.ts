/** How a number stands in a text, from the surest sign of a code to the faintest. */
export type NumberKind =
  /** In front of its own description: `6003: certificate fingerprint error`. */
  | 'leading'
  /** After a word for an error or a code. */
  | 'labelled'
  /** After the name of a method or a callback: `onForceOffline 6208`. */
  | 'called'
  /** After a word that HTTP and return values have too. */
  | 'weak'
  | 'loose'

export interface FoundNumber {
  readonly digits: string
  readonly at: number
  /** Where the word begins that it follows. */
  readonly from: number
  readonly kind: NumberKind
}

// Every quantifier is bounded, and what stands before a number is read backwards by hand: no text makes this slow.

const NUMBER = /(?<![\w.@+-]|\d:)-?\d{1,12}(?![A-Za-z0-9_]|[.:]\d|-\d|,\d{3}(?!\d))/g
/** Amounts, also after a word for an error: `error after 3 ms`. */
const MEASURE =
  /^\s?(?:(?:ms|s|sec|secs|seconds?|min|mins|minutes?|hours?|h|days?|weeks?|months?|years?|bytes?|[kmg]b|[km]hz|hz|px|times|points?|dollars?|usd|rmb|cny|yuan|rpm|qps|tps)(?![a-z])|[%％]|毫秒|秒)/i
const COUNTED =
  'msgs?|messages?|users?|devices?|people|members?|requests?|retries|tries|attempts|connections?|rows?|lines?|items?|records?|phones?|groups?|accounts?|units?|pushes|notifications|friends?|coins?|calls|orders|sessions|clients|customers|subscribers|followers|viewers|rooms|chats|conversations|contacts|events'
/** What stands between a number and what it counts. */
const COUNTED_HOW =
  '(?:unread|new|pending|more|other|active|online|offline|failed|different|unique|total|friend|push|chat|group|text|registered|paying|daily|monthly|concurrent|sent|old|lost|missing|unsent|undelivered|duplicate|open|android|ios|mobile|real|test|offline|queued|archived|deleted|blocked) '
const THINGS = new RegExp(
  `^ ?(?:of (?:the |our |my |their )?)?(?:${COUNTED_HOW}){0,2}(?:${COUNTED})(?![a-z]| ?[:=])`,
  'i',
)
const THINGS_ZH =
  /^\s?(?:分|小时|天|日|月|年|字节|条|个|次|人|位|台|元|块|万|千|名|张|行|倍|页|楼|版|号(?!错误)|用户|多)/
/** `10002 of 20003`. */
const SHARE_AFTER = /^ (?:out )?of (?:the |our |about )?\d/i
const SHARE_BEFORE = /\d (?:out )?of (?:the |our |about )?$/i
/** Of round thousands, which are amounts more often: `3000 coins were lost`. */
const ROUND_AMOUNT = /^ [a-z]{2,20}s (?:were|are|was|have|had|got|did|could|can|will|failed|lost|in|of)\b/i
const DESCRIPTION = /^["'”]?\s?[:：]\s{0,2}["'“]?[A-Za-z\p{Script=Han}]/u
const LIST = /^\s?(?:[,，、/&|]|和|与|及|或|还有|and|or)\s?$/i

const LABELS = new Set(
  'code codes err errs error errors errno errid errcode errorcode errorid retcode statuscode resultcode subcode exception exceptions failed failure failures fail fails returns returned'.split(
    ' ',
  ),
)
/** Whatever follows the number, it is one: `code: 10007 message: no permission`. */
const CODE_LABELS = new Set(
  'code codes err error errno errid errcode errorcode errorid retcode statuscode resultcode subcode exception'.split(
    ' ',
  ),
)
const CODE_LABELS_ZH = /(?:码|代码)$/
const WEAK_LABELS = new Set(['status', 'ret', 'result', 'reason', 'http'])
const LABELS_ZH = /(?:码|错误|报错|报|异常|失败|返回|返回值|代码|出现|提示)$/
/** What numbers belong to that are no codes; whole words, also the last part of a member's name. */
const OTHERS = new Set(
  'appid sdkappid userid uid pid tid gid id ids port ports line lines col column row count counts size length len seq random nonce time timestamp ts took cost version ver qps tps room roomid rooms group thread msgkey key order orders ticket issue issues pr page pages year price total sent users user build commit badge unread width height offset index duration expire expires ttl limit max min retries attempts members phone tel mobile zip postcode zipcode amount timeout delay sleep wait interval number no'.split(
    ' ',
  ),
)
/** A short number after one of these is an amount, a place or a year. */
const PREPOSITIONS = new Set('about around over than since until in on at by no'.split(' '))
const OTHERS_ZH =
  /(?:端口|耗时|第|房间|房间号|会议室|(?<![进入退建加])群|群号|订单|订单号|版本|版本号|共|约|达|发了|发送了|价格|金额|电话|手机|手机号|邮编|工号|编号|用户|账号|客服|行号|代码行|(?<![进执运银飞流并实可发旅同步自通言举])行)$/
/** A call that is named for what it is done to: `joinGroup 10013`. */
const CALL_ON =
  /(?:^|\.)(?:join|quit|create|dismiss|enter|exit|leave|transfer|invite|kick|mute|delete|add|get|modify|import|search|dissolve|destroy)(?:[A-Z][a-z]{1,12}){0,2}(?:Groups?|Rooms?|Users?|Members|Accounts?|Threads?)$/
/** Words between a label and its number. */
const BETWEEN = new Set(['is', 'was', 'of', 'with', 'as', 'the', 'number', 'are'])

/** Every number of a text that may be an error code. */
export function numbersIn(text: string): readonly FoundNumber[] {
  const found: FoundNumber[] = []
  let last: { end: number; kind: NumberKind } | undefined
  for (const { 0: digits, index: at } of text.matchAll(NUMBER)) {
    // One of many numbers in a row: a table, a token, a dump.
    if (digits.length < 4 && /(?:^|\s)\d{1,12}\s$/.test(text.slice(Math.max(0, at - 14), at))) continue
    const end = at + digits.length
    const listed = last !== undefined && at - last.end <= 6 && LIST.test(text.slice(last.end, at))
    const left = before(text, at)
    const kind = listed ? (last?.kind ?? null) : kindOf(text, { at, end, left })
    if (kind === null) continue
    last = { end, kind }
    found.push({ digits, at, kind, from: listed ? at : left.from })
  }
  return found
}

function kindOf(
  text: string,
  { at, end, left: { word, separator } }: { at: number; end: number; left: Left },
): NumberKind | null {
  const after = text.slice(end, end + 60)
  const name = lastPart(word)
  if (isAmount(text, { at, end, after, name, word, separator })) return null
  if (isInPath(text, at, end, after) || isOfApple(text, at, end)) return null
  if (/http\/[\d.]{1,4}\s$/i.test(text.slice(Math.max(0, at - 12), at))) return 'weak'
  if (LABELS.has(name) || LABELS_ZH.test(word)) return 'labelled'
  const isMember = /[a-z](?:[A-Z]|\.[A-Za-z])/.test(word)
  // `onEnterRoom(-3301)`, whatever the name ends in; `setTimeout(3000)` waits.
  if (isMember && separator.includes('(') && !/(?:timeout|sleep|delay|wait|interval)$/i.test(word)) return 'called'
  if (isMember && CALL_ON.test(word)) return 'called'
  if (separator.includes('#') || OTHERS_ZH.test(word)) return null
  // `timeout 6012` is what the code means; `timeout=6012` and `timeout 3000` are lengths of time.
  const isOutcome = word.toLowerCase() === 'timeout' && separator.trim() === '' && !text.slice(at, end).endsWith('000')
  if (OTHERS.has(name) && !isOutcome) return null
  if (DESCRIPTION.test(after) && end - at >= 4) return 'leading'
  if (WEAK_LABELS.has(name)) return 'weak'
  if (PREPOSITIONS.has(name) && end - at < 5) return null
  // In quotes it is a name, unless something calls it a code.
  if (/["'“‘`]/.test(separator) && /^["'”’`]/.test(after)) return null
  // `main.cc:7003` and `localhost:6017`.
  if (separator === ':') return end - at >= 6 ? 'loose' : null
  return isMember ? 'called' : 'loose'
}

interface Place extends Left {
  at: number
  end: number
  after: string
  name: string
}

/** A number of things, of money, of time. */
function isAmount(text: string, { at, end, after, name, word, separator }: Omit<Place, 'from'>): boolean {
  const earlier = text.slice(Math.max(0, at - 20), at)
  if (MEASURE.test(after) || /[$¥￥€]\s?$/.test(earlier)) return true
  if (SHARE_AFTER.test(after) || SHARE_BEFORE.test(earlier)) return true
  const isCode = CODE_LABELS.has(name)
  const isTight = /[:=：(|>]/.test(separator)
  if (isCode && !isTight && end - at < 6 && text.slice(at, end).endsWith('000') && ROUND_AMOUNT.test(after)) return true
  if (LABELS_ZH.test(word) && after.trimStart().startsWith('用户')) return false
  if (THINGS_ZH.test(after)) return !CODE_LABELS_ZH.test(word) && !(isCode && isTight)
  return !isCode && !LABELS_ZH.test(word) && end - at < 7 && THINGS.test(after)
}

/** A part of a date or of a path; `70001/70003` are two codes. */
function isInPath(text: string, at: number, end: number, after: string): boolean {
  const earlier = text.slice(Math.max(0, at - 60), at)
  if (!/^\/[\w-]/.test(after) && !/\w\/$/.test(earlier)) return false
  const isList =
    end - at >= 4 &&
    /(?:^|[^\w/.-])(?:-?\d{4,9}\/){0,6}$/.test(earlier) &&
    /^(?:\/-?\d{4,9}){0,6}(?![\w/-])/.test(after)
  return !isList
}

/** `Error Domain=NSURLErrorDomain Code=-1001`; what iOS says of registrations is listed. */
function isOfApple(text: string, at: number, end: number): boolean {
  const domain = /\b(?:(?:NS|SK|AV|CK|UN|WK)\w{0,30}ErrorDomain|kCFErrorDomain\w{0,30})["' ,:]{1,4}code ?[:=] ?$/i.exec(
    text.slice(Math.max(0, at - 90), at),
  )?.[0]
  return domain !== undefined && !(domain.startsWith('NSCocoa') && text.slice(at, end) === '3000')
}

/** The word that a number follows, and what stands between the two. */
interface Left {
  word: string
  separator: string
  from: number
}

function before(text: string, at: number): Left {
  let place = at
  let separator = ''
  const skip = (letters: string, most: number): void => {
    for (let left = most; left > 0 && place > 0 && letters.includes(text[place - 1] ?? '\0'); left--) {
      place--
      separator = (text[place] ?? '') + separator
    }
  }
  skip(`"'“‘([{<#`, 3)
  skip(' \t\n', 4)
  skip('=:>-：|（<', 2)
  skip(' \t\n', 4)
  skip(`"'”’)]】`, 2)
  skip('是为', 1)
  skip(' ', 1)
  const word = wordBefore(text, place)
  const from = place - word.length
  if (!BETWEEN.has(word.toLowerCase())) return { word, separator, from }
  const end = text[from - 1] === ' ' ? from - 1 : from
  const earlier = wordBefore(text, end)
  return { word: earlier, separator: `${separator} `, from: end - earlier.length }
}

function wordBefore(text: string, end: number): string {
  const isHan = isHanAt(text, end - 1)
  const most = isHan ? 8 : 40
  let start = end
  while (start > 0 && end - start < most && (isHan ? isHanAt : isNameAt)(text, start - 1)) start--
  return text.slice(start, end)
}

/** By the number of the letter, since this runs for every letter before every number. */
function isHanAt(text: string, at: number): boolean {
  const letter = text.charCodeAt(at)
  return letter >= 0x34_00 && letter <= 0x9f_ff
}

/** A letter, a digit, `_` or a dot. */
function isNameAt(text: string, at: number): boolean {
  const letter = text.charCodeAt(at)
  return (
    (letter >= 97 && letter <= 122) ||
    (letter >= 65 && letter <= 90) ||
    (letter >= 48 && letter <= 57) ||
    letter === 95 ||
    letter === 46
  )
}

/** `errorCode`, `error_code` and `com.example.ErrorCode` end in "code"; `timestamp` is a word of its own. */
function lastPart(word: string): string {
  const parts = word.replace(/([a-z])([A-Z])/g, '$1 $2').split(/[^A-Za-z]+/)
  return (parts.findLast((part) => part !== '') ?? '').toLowerCase()
}
