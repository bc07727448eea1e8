import { nameOf } from './questions/name.ts'
import { GIVEN, QUOTED, SPOKEN, STATED, WORD } from './signature-owner-forms.ts'

/** Where a signature stands in a text. */
export interface SignaturePlace {
  start: number
  end: number
}

interface Candidate {
  value: string
  start: number
  end: number
}

/** How far from a signature its user may stand, in characters. */
const NEAR = 1_500
/** What stands behind a signature counts as so much further away: most people write the user first. */
const BEHIND = 60
/** So does what stands in another object of a list. */
const OTHER_OBJECT = 200
const LONGEST = 512

/** `login(1400000000, "alice", "eJ…")`: the text argument before the signature, and what is called. */
const ARGUMENT_BEFORE = new RegExp(String.raw`${QUOTED}\s{0,9},\s{0,40}@?$`, 'u')
/** A call, up to its first argument. */
const CALL = /(\w{1,40})\s{0,2}\(\s{0,9}@?$/
/** Calls that take the name of a value, and the value. */
const TAKES_A_NAME =
  /^[diwve]$|set|put|get|add|append|header|print|log(?!in)|debug|info|warn|error|field|param|query|cookie|item|string|env|define|extra|store|save|write/i
/** `login(bob, eJ…)`, where neither is quoted. */
const BARE_BEFORE = new RegExp(
  String.raw`\blogin\w{0,20}\s{0,2}\((?:[^()"',]{1,40},\s{0,9}){0,2}${WORD}\s{0,4},\s{0,9}$`,
  'iu',
)
/** `{"bob": "eJ…"}`. */
const KEY_BEFORE = new RegExp(String.raw`[{,\[]\s{0,40}["'\x60]${WORD}["'\x60]\s{0,4}(?::|=>)\s{0,4}["'\x60]$`, 'u')
/** Nothing else on the line before the signature, or among Chinese words the one that is not. */
const ALONE_BEFORE = new RegExp(
  String.raw`(?:(?:^|\n)[ \t>|*-]{0,8}|[\p{Script=Han}，。：；、][ \t]?)${WORD}[ \t]{0,3}(?:[:：,，;=\t |]|[=-]>|→)[ \t]{0,3}["'\x60]{0,3}$`,
  'u',
)

/** What is done with signatures, and by what; none of it is a user. */
const NOT_A_USER = /生成|签|返回|后端|后台|服务|前端|客户|接口|控制台|官方|工具|失败|成功|报|线上|测试/u

/** What code calls a user, in place of one. */
const VARIABLE =
  /^(?:(?:this|self|props|state|that|data|res|user|config|options|params|userInfo|loginInfo)\.\S*|\$\S*|\w*user_?(?:id|name|info)|\w*sig(?:nature)?|uid|identifier|account|name|id|string|null|nil|none|undefined)$/i

/** The name of a value. */
const LABEL = /^(?:\w*user_?(?:id|name)|\w*user_?sig|identifier)$/i
/** Numbers of requests and records. */
const NOT_AN_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-|^[0-9a-f]{24}$/i

/** What is called so is a signature, or the name of one. */
const OF_A_SIGNATURE = /(?:sig|sign|signature|token|ticket|password|passwd|pwd|pass|secret|credential|key)$/i

/**
 * Whose a signature is, where the text says so: a value that is called the user, the argument before the signature, or a
 * sentence about both. What is quoted is exact. Null: nothing names a user.
 */
export function signatureOwner(text: string, place: SignaturePlace): string | null {
  return (
    positional(text, place) ??
    keyed(text, place) ??
    nearest(text, place, STATED, false) ??
    nearest(text, place, GIVEN, true) ??
    nearest(text, place, SPOKEN, true) ??
    alone(text, place) ??
    inRow(text, place)
  )
}

function positional(text: string, { start }: SignaturePlace): string | null {
  const all = text.slice(Math.max(0, start - NEAR), start)
  const before = all.replace(/(?:user_?sig|sig)?["'`\\]{0,4}\s{0,4}[:=：＝]?\s{0,4}["'`\\]{0,4}$/i, '')
  const argument = ARGUMENT_BEFORE.exec(before)
  const value = argument === null ? null : quotedValue(argument)
  if (value === null) {
    const bare = BARE_BEFORE.exec(all.slice(-200))?.[1]
    return bare === undefined ? null : spokenName(bare)
  }
  const ahead = before.slice(0, argument?.index)
  const isNamed = /[:=：＝]\s{0,4}$/.test(ahead) || VARIABLE.test(value) || OF_A_SIGNATURE.test(value)
  const callee = CALL.exec(ahead.slice(-80))?.[1] ?? ''
  return isName(value) && !isNamed && !TAKES_A_NAME.test(callee) ? value : null
}

function keyed(text: string, { start }: SignaturePlace): string | null {
  const key = KEY_BEFORE.exec(text.slice(Math.max(0, start - 160), start).replaceAll('\\"', '"'))?.[1]
  return key === undefined || isComment(key) ? null : spokenName(key)
}

/** What people write before a signature that is no user, besides the words that are none anywhere. */
const COMMENT =
  /^(?:decode|decoded|inspect|verify|verified|check|validate|read|look|see|parse|debug|print|broken|expired|invalid|bad|wrong|refused|rejected|denied|jwt|sdk|tim|trtc|h5|wap|old|new|good|first|second|before|after|dev|mine|value|data|result|results|response|output|body|content|msg|message|text|payload|returned|whose|copied|pasted|generated|signed|full|whole|real|example|sample)$/i

const isComment = (word: string): boolean => COMMENT.test(word) || OF_A_SIGNATURE.test(word)

function alone(text: string, { start }: SignaturePlace): string | null {
  const word = ALONE_BEFORE.exec(text.slice(Math.max(0, start - 120), start))?.[1]
  return word === undefined || isComment(word) ? null : spokenName(word)
}

/** Of a line of a table the one cell that can be a user. */
function inRow(text: string, { start, end }: SignaturePlace): string | null {
  const before = /[^\n]{0,300}$/.exec(text.slice(Math.max(0, start - 300), start))?.[0] ?? ''
  const after = /^[^\n]{0,300}/.exec(text.slice(end, end + 300))?.[0] ?? ''
  const mark = /([,;|\t])\s{0,4}["']?$/.exec(before)?.[1] ?? /^["']?\s{0,4}([,;|\t])/.exec(after)?.[1]
  if (mark === undefined) return null
  const cells = [before, after]
    .flatMap((part) => part.split(mark))
    .map((cell) => cell.trim().replace(/^["']|["']$/g, ''))
  const filled = cells.filter((cell) => cell !== '')
  if (filled.some((cell) => !/^[\w.@#+:/~\p{Script=Han}-]{1,64}$/u.test(cell))) return null
  const names = filled.filter((cell) => !/^[\d.:/T+Z-]{1,4}$|^\d{4}[-/]|^\d\d?:|^1[4-9]\d{8}(?:\d{3})?$/.test(cell))
  const users = names.filter((cell) => !isComment(cell) && spokenName(cell) !== null)
  const [user] = users
  return users.length === 1 && user !== undefined ? spokenName(user) : null
}

function nearest(text: string, place: SignaturePlace, forms: readonly RegExp[], spoken: boolean): string | null {
  // Quotes of JSON within JSON are quotes. The signature itself is blanked, so that nothing in it reads as a name.
  const plain = (part: string): string =>
    part
      .replaceAll('\\"', '"')
      .replace(/&(?:quot|#34|#x22);/gi, '"')
      .replace(/&(?:apos|#39|#x27);/gi, "'")
  const before = plain(text.slice(Math.max(0, place.start - NEAR), place.start))
  const after = plain(text.slice(place.end, place.end + NEAR))
  const here = { start: before.length, end: before.length + 1 }
  const around = `${before}\n${after}`
  let best: Candidate | null = null
  let nearestAway = 0
  for (const form of forms) {
    for (const match of around.matchAll(form)) {
      const value = valueOf(match, spoken)
      const candidate = { value: value ?? '', start: match.index, end: match.index + match[0].length }
      const isInside = candidate.start < here.end && candidate.end > here.end
      if (value === null || isInside) continue
      const away = distance(candidate, here) + (isOfAnother(around, candidate, here) ? OTHER_OBJECT : 0)
      if (best === null || away < nearestAway) [best, nearestAway] = [candidate, away]
    }
  }
  return best?.value ?? null
}

const distance = ({ start, end }: Candidate, place: SignaturePlace): number =>
  end <= place.start ? place.start - end : start - place.end + BEHIND

/** Whether one object of a list ends and the next begins between the two. */
const isOfAnother = (text: string, { start, end }: Candidate, here: SignaturePlace): boolean =>
  /[}\])]\s{0,9},?\s{0,9}[{[(]/.test(end <= here.start ? text.slice(end, here.start) : text.slice(here.end, start))

function valueOf(match: RegExpMatchArray, spoken: boolean): string | null {
  const quoted = quotedValue(match)
  if (quoted !== null)
    return isName(quoted) && !LABEL.test(quoted) && !(spoken && NOT_AN_ID.test(quoted)) ? quoted : null
  const bare = match.slice(6).find((each) => each !== undefined)
  if (bare === undefined) return null
  return spoken ? spokenName(bare) : bareValue(bare)
}

/** The groups of QUOTED are the first five. */
function quotedValue(match: RegExpMatchArray): string | null {
  const [, json, ...others] = match.slice(0, 6)
  if (json !== undefined) return unescaped(json)
  return others.find((each) => each !== undefined) ?? null
}

function unescaped(json: string): string {
  if (!json.includes('\\')) return json
  try {
    const value: unknown = JSON.parse(`"${json}"`)
    return typeof value === 'string' ? value : json
  } catch {
    return json
  }
}

/** Out of a URL it is percent-encoded. */
function bareValue(bare: string): string | null {
  let value = bare.replace(/(?:\\["']?|[.。!！?？、])+$/, '')
  if (/%[0-9a-f]{2}/i.test(value)) {
    try {
      value = decodeURIComponent(value)
    } catch {
      // A stray percent sign of the id itself.
    }
  }
  return isName(value) && !VARIABLE.test(value) ? value : null
}

function spokenName(word: string): string | null {
  const name = nameOf(word, { text: word, valueOf: () => null })
  if (name === null || VARIABLE.test(name) || NOT_A_USER.test(name) || COMMENT.test(name)) return null
  return /^\d{5,6}$|^1[46]\d{8}$|^e[AFJN]|\.(?:log|get|set|init|on[A-Z])\w{0,20}$/.test(name) ? null : name
}

const isName = (value: string): boolean =>
  value.trim() !== '' && [...value].length <= LONGEST && !/^1[46]\d{8}$|^e[AFJN]\S{30}/.test(value)
