import { nameOf } from './questions/name.ts'

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
const LONGEST = 512

const QUOTED = String.raw`(?:"((?:[^"\\\n]|\\.){1,600})"|'([^'\n]{1,600})'|\x60([^\x60\n]{1,600})\x60|“([^“”\n]{1,600})[”"]|「([^」\n]{1,600})」)`
const SEPARATOR = String.raw`\s{0,4}(?:=>|->|[:=：＝(（|>])\s{0,4}`
/** Not a mention: that names a person of the platform. */
const BARE = String.raw`(?![@<"'\x60“「])([^\s"'\x60“”*,，;；&|(){}（）\[\]<>]{1,600})`
const MARKS = String.raw`["'\x60*\\]{0,4}`

const LABELS = [
  String.raw`(?:\b|_|[a-z]{2,10})user[ _]?(?:id|name)|\buser|\bidentifier|\baccount|\buid|\bim_?(?:id|account)`,
].join('|')
const LABELS_ZH = '用户(?:名|ID|标识)?|账号|帐号|登录名'
const STATED = new RegExp(
  String.raw`(?:(?:${LABELS})${MARKS}${SEPARATOR}|(?:${LABELS_ZH})${MARKS}(?:${SEPARATOR}|\s{0,2}[是为]\s{0,2}))[*_\\]{0,3}\s{0,2}(?:${QUOTED}|${BARE})`,
  'giu',
)
/** `login(1400000000, "alice", "eJ…")`: the text argument before the signature. */
const ARGUMENT_BEFORE = new RegExp(String.raw`${QUOTED}\s{0,9},\s{0,40}@?$`, 'u')

const WORD = String.raw`@?([A-Za-z0-9][A-Za-z0-9_.@#+~-]{0,63}|[\p{Script=Han}]{2,8})`
/** Without a separator only where the words around leave no doubt. */
const SPOKEN = [
  new RegExp(
    String.raw`(?:用户|账号|帐号)\s{0,2}(?:${QUOTED}|@?([A-Za-z0-9_][A-Za-z0-9_.@#+~-]{0,63}|(?<=\s)[\p{Script=Han}]{2,4}(?=\s)))`,
    'giu',
  ),
  new RegExp(String.raw`(?:${QUOTED}|${WORD})\s{0,2}的\s{0,2}(?:user\s?)?(?:sig\b|签名|票据)`, 'giu'),
  new RegExp(String.raw`\b(?:user[ _]?id|identifier|uid)\s{1,3}(?:${QUOTED}|${WORD})`, 'giu'),
  new RegExp(String.raw`\b(?:for|of|as)\s(?:the\s)?(?:user\s)?(?:${QUOTED}|${WORD})`, 'giu'),
  new RegExp(String.raw`\buser\s(?:${QUOTED}|${WORD})`, 'giu'),
  new RegExp(String.raw`(?:${QUOTED}|${WORD})['’]s\s(?:user\s?)?sig(?:nature)?\b`, 'giu'),
  new RegExp(String.raw`\b(?:login|gen\w{0,20}(?:sig|key))\s?[(:]\s{0,4}@?${QUOTED}`, 'giu'),
  new RegExp(
    String.raw`(?:给|为)\s{0,2}(?:${QUOTED}|@?([A-Za-z0-9_][A-Za-z0-9_.@#+~-]{0,63}))\s{0,2}(?:生成|签发|签|用)`,
    'giu',
  ),
] as const
/** Nothing else on the line before the signature, or among Chinese words the one that is not. */
const ALONE_BEFORE = new RegExp(
  String.raw`(?:(?:^|\n)[ \t>]{0,8}|[\p{Script=Han}，。：；、][ \t]?)${WORD}[ \t]{0,3}[:：,，=\t ][ \t]{0,3}["'\x60]{0,3}$`,
  'u',
)

/** What is done with signatures, and by what; none of it is a user. */
const NOT_A_USER = /生成|签|返回|后端|后台|服务|前端|客户|接口|控制台|官方|工具|失败|成功|报|线上|测试/u

/** What code calls a user, in place of one. */
const VARIABLE =
  /^(?:(?:this|self|props|state|that|data|res|user|config|options|params|userInfo|loginInfo)\.\S*|\$\S*|\w*user_?(?:id|name|info)|\w*sig(?:nature)?|uid|identifier|account|name|id|string|null|nil|none|undefined)$/i

/**
 * Whose a signature is, where the text says so: a value that is called the user, the argument before the signature, or a
 * sentence about both. What is quoted is exact. Null: nothing names a user.
 */
export function signatureOwner(text: string, place: SignaturePlace): string | null {
  const before = text
    .slice(Math.max(0, place.start - NEAR), place.start)
    .replace(/(?:user_?sig|sig)?["'`\\]{0,4}\s{0,4}[:=：＝]?\s{0,4}["'`\\]{0,4}$/i, '')
  const argument = ARGUMENT_BEFORE.exec(before)
  const positional = argument === null ? null : quotedValue(argument)
  if (positional !== null && isName(positional) && !/[:=：＝]\s{0,4}$/.test(before.slice(0, argument?.index)))
    return positional
  return nearest(text, place, [STATED], false) ?? nearest(text, place, SPOKEN, true) ?? alone(text, place)
}

/** What people write before a signature that is no user, besides the words that are none anywhere. */
const COMMENT =
  /^(?:decode|decoded|inspect|verify|verified|check|validate|read|look|see|parse|debug|print|broken|expired|invalid|bad|wrong|refused|rejected|denied|jwt|sdk|tim|trtc|dev|mine|value|key|data|result|response|output|returned|whose|copied|pasted|generated|signed|full|whole|real|example|sample)$/i

function alone(text: string, { start }: SignaturePlace): string | null {
  const word = ALONE_BEFORE.exec(text.slice(Math.max(0, start - 120), start))?.[1]
  return word === undefined || COMMENT.test(word) ? null : spokenName(word)
}

function nearest(text: string, place: SignaturePlace, forms: readonly RegExp[], spoken: boolean): string | null {
  // Quotes of JSON within JSON are quotes. The signature itself is blanked, so that nothing in it reads as a name.
  const plain = (part: string): string => part.replaceAll('\\"', '"')
  const before = plain(text.slice(Math.max(0, place.start - NEAR), place.start))
  const after = plain(text.slice(place.end, place.end + NEAR))
  const here = { start: before.length, end: before.length + 1 }
  const around = `${before}\n${after}`
  let best: Candidate | null = null
  for (const form of forms) {
    for (const match of around.matchAll(form)) {
      const value = valueOf(match, spoken)
      const candidate = { value: value ?? '', start: match.index, end: match.index + match[0].length }
      const isInside = candidate.start < here.end && candidate.end > here.end
      if (value === null || isInside) continue
      if (best === null || distance(candidate, here) < distance(best, here)) best = candidate
    }
  }
  return best?.value ?? null
}

const distance = ({ start, end }: Candidate, place: SignaturePlace): number =>
  end <= place.start ? place.start - end : start - place.end + BEHIND

function valueOf(match: RegExpMatchArray, spoken: boolean): string | null {
  const quoted = quotedValue(match)
  if (quoted !== null) return isName(quoted) ? quoted : null
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
  const isName = name !== null && !VARIABLE.test(name) && !NOT_A_USER.test(name) && !/^\d{5,6}$|^e[AFJN]/.test(name)
  return isName ? name : null
}

const isName = (value: string): boolean =>
  value.trim() !== '' && [...value].length <= LONGEST && !/^1[46]\d{8}$/.test(value)
