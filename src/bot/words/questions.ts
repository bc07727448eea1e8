import type { Locale } from '../texts/locale.ts'

/** A question in a person's own words, understood. */
export interface Understood {
  command: string
  args: Readonly<Record<string, string>>
}

interface Pattern {
  command: string
  form: RegExp
}

const SIG = String.raw`(?<sig>e[A-Za-z0-9*+/=_<>&;:%\\\s-]{30,}.*)`
const CODE = String.raw`(?<code>-?\d{1,10}|[A-Za-z][A-Za-z_]{2,40})`
/** Codes in words are written as vendors write them (`BadDeviceToken`, `UNREGISTERED`), which tells them from plain words. */
const CODE_WORD = /^(?:[A-Z][a-z]+(?:[A-Z][a-z]*)+|[A-Z]{4,}(?:_[A-Z]+)*|[a-z]+(?:_[a-z]+)+)$/
const USER = String.raw`(?:"(?<quoted>[^"]+)"|“(?<curly>[^”]+)”|(?<user>[^\s,，:：的"“]+))`

const of = (command: string, form: string): Pattern => ({ command, form: new RegExp(`^${form}$`, 'isu') })

/**
 * Deterministic forms of free questions, English and Chinese, tried in turn. Each names its arguments by groups, so that
 * adding a way of asking is adding a line.
 */
const PATTERNS: readonly Pattern[] = [
  of(
    'usersig.verify',
    String.raw`(?:please\s+|can you\s+|could you\s+)?(?:verify|check|validate)\s+(?:this|the|that|a)?\s*(?:user\s*sig(?:nature)?|sig(?:nature)?)\s+(?:for|of)\s+(?:user\s+)?${USER}\s*[:：,，]?\s*${SIG}`,
  ),
  of(
    'usersig.verify',
    String.raw`(?:please\s+|can you\s+|could you\s+)?(?:verify|check|validate)\s+${USER}(?:'s|’s)\s+(?:user\s*sig(?:nature)?|sig(?:nature)?)\s*[:：,，]?\s*${SIG}`,
  ),
  of(
    'usersig.verify',
    String.raw`is\s+this\s+(?:user\s*sig(?:nature)?|sig(?:nature)?)\s+(?:good|valid|ok|right)\s+for\s+(?:user\s+)?${USER}\s*[:：?？,，]*\s*${SIG}`,
  ),
  of(
    'usersig.verify',
    String.raw`(?:请|帮我|帮忙|麻烦)*\s*(?:校验|验证|检查|看看|查一下)(?:一下)?\s*(?:用户)?\s*${USER}\s*的\s*(?:这个)?\s*(?:user\s*sig|签名|sig)\s*[:：,，]?\s*(?:是否有效|对不对)?\s*[:：,，?？]?\s*${SIG}`,
  ),
  of(
    'usersig.verify',
    String.raw`${USER}\s*的\s*(?:这个)?\s*(?:user\s*sig|签名|sig)\s*(?:有效吗|对吗|能用吗|有问题吗|是否有效)\s*[:：,，?？]*\s*${SIG}`,
  ),
  of(
    'usersig.inspect',
    String.raw`(?:please\s+)?(?:inspect|decode|whose\s+(?:is\s+)?|what(?:'s|’s|\s+is)\s+in)\s*(?:this|the|that)?\s*(?:user\s*sig(?:nature)?|sig(?:nature)?)?\s*(?:is\s+this)?\s*[:：?？,，]*\s*${SIG}`,
  ),
  of(
    'usersig.inspect',
    String.raw`(?:请|帮我)*\s*(?:查看|解析|解码|看看|这是谁的)(?:一下)?\s*(?:这个)?\s*(?:user\s*sig|签名|sig)?\s*(?:是谁的|里面有什么)?\s*[:：?？,，]*\s*${SIG}`,
  ),
  of('usersig.inspect', String.raw`(?<sig>eJ[A-Za-z0-9*_-]{60,})`),
  of(
    'im.error',
    String.raw`what(?:'s|’s|\s+is|\s+does)?\s+(?:the\s+)?(?:im\s+)?(?:error\s*)?(?:code\s+)?${CODE}(?:\s+(?:error\s+)?(?:mean|about|stand for))?\s*[?？.!]*`,
  ),
  of(
    'im.error',
    String.raw`(?:explain|help with|meaning of)\s+(?:the\s+)?(?:im\s+)?(?:error\s*)?(?:code\s+)?${CODE}\s*[?？.!]*`,
  ),
  of(
    'im.error',
    String.raw`(?:(?:why|what)\b.*?\s)?(?:error|err|errcode|error\s*code|code|failed with|got)\s*[:：=#]?\s*${CODE}\s*[?？.!]*`,
  ),
  of(
    'im.error',
    String.raw`(?:报|报了|出现|返回|提示|遇到)?\s*(?:错误码|错误|返回码|状态码|错误代码)\s*[:：=]?\s*${CODE}\s*(?:是)?(?:什么意思|什么错误|怎么回事|怎么处理|怎么办|含义|啥意思|什么原因)?\s*(?:是什么)?\s*[?？。!]*`,
  ),
  of(
    'im.error',
    String.raw`${CODE}\s*(?:是)?(?:什么意思|什么错误|怎么回事|怎么处理|怎么办|啥意思|什么原因)\s*[?？。!]*`,
  ),
  of('im.error', String.raw`${CODE}\s*[?？]*`),
  of(
    'im.error',
    String.raw`(?<line>(?=.{12,4000}$).*(?:ErrorCode|error_code|errcode|错误码|\bcode)["'\s]*[:：=]\s*["']?-?\d{3,8}.*)`,
  ),
  of(
    'im.help',
    String.raw`(?:help|hi|hello|hey|what can you do|how do(?:es)? (?:this|it) work|帮助|你好|您好|怎么用|你能做什么|你会什么)\s*[?？!！。.]*`,
  ),
  of(
    'im.apps',
    String.raw`(?:(?:which|what|list)\s+(?:the\s+)?apps(?:\s+(?:are there|do you know|are configured))?|有哪些应用|配置了哪些应用|应用列表)\s*[?？.。]*`,
  ),
]

/** Longest text in which a question is looked for. */
const LIMIT = 6000

export function understand(text: string): Understood | null {
  const asked = text.trim()
  if (asked.length === 0 || asked.length > LIMIT) return null
  for (const { command, form } of PATTERNS) {
    const groups = form.exec(asked)?.groups
    if (groups === undefined) continue
    const user = groups['user'] ?? groups['quoted'] ?? groups['curly']
    const code = groups['code'] ?? groups['line']
    if (groups['code'] !== undefined && /^[A-Za-z]/.test(groups['code']) && !CODE_WORD.test(groups['code'])) continue
    return {
      command,
      args: {
        ...(user === undefined ? {} : { user }),
        ...(groups['sig'] === undefined ? {} : { sig: groups['sig'] }),
        ...(code === undefined ? {} : { code }),
      },
    }
  }
  return null
}

/** The language of a free question: Chinese where its own words, not the names and values in it, are Chinese. */
export function languageOf(text: string, { args }: Understood): Locale {
  const own = Object.values(args).reduce((rest, value) => rest.replace(value, ''), text)
  return /\p{Script=Han}/u.test(own) ? 'zh' : 'en'
}
