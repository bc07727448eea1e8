import type { Secret } from '../../diagnostics/secret.ts'
import { isListedCode } from './questions/error-questions.ts'

/** What a question about a user said besides, which the answer takes up. */
export interface Heard {
  /** The user is named by an unquoted Chinese word, which may be no UserID. */
  guessed: boolean
  /** Users who were named by a plain word, which is no UserID where there is no such account. */
  plain: readonly string[]
  /** Messages of a group are spoken of, or an open app. */
  mentions: readonly Mention[]
  /** An error code that was quoted along; null: none. */
  code: string | null
  /** What else stood in a paste that held a UserSig; null: none was pasted. */
  pasted: Pasted | null
}

export interface Pasted {
  /** The app that it names. */
  sdkAppId: string | null
  /** More UserSigs, each with the user named beside it. */
  others: readonly { sig: Secret; user: string | null }[]
}

export type Mention = 'group' | 'foreground'

export const NOTHING_HEARD: Heard = { guessed: false, plain: [], mentions: [], code: null, pasted: null }

const GROUP = /\bgroup(?:s| ?chats?| messages?| notifications?)?\b|群聊|群里|群消息|群组|群内|群通知/i
const FOREGROUND =
  /\b(?:in (?:the )?)?foreground\b|\bonly (?:after|when|if|once) (?:\w+ ){0,3}open|\bapp is open\b|前台|(?:打开|进入?|点开) ?(?:app|应用|软件)? ?(?:之?后|以后|的时候|时)? ?(?:才|就)/i
const CODE =
  /(?:\b(?:error|err|err_?code|code|failed with|status)|错误码?|报错|返回码?|报|码)[ :=#为是]{0,3}(-?\d{3,10})(?!\d)/i
const CODE_WORD = /\b(?:[A-Z][a-z]+(?:[A-Z][a-z]+)+|[A-Z]{3,}(?:_[A-Z]+)+)\b/

/** What a text that was read as a question about a user says besides; null: nothing. */
export function heardIn(
  text: string,
  { guessed, plain }: Pick<Heard, 'guessed' | 'plain'>,
  group: unknown,
): Heard | null {
  const mentions: Mention[] = []
  if (group === undefined && GROUP.test(text)) mentions.push('group')
  if (FOREGROUND.test(text)) mentions.push('foreground')
  const number = CODE.exec(text)?.[1]
  const word = CODE_WORD.exec(text)?.[0] ?? ''
  const code = number ?? (isListedCode(word) ? word : null)
  return guessed || plain.length > 0 || mentions.length > 0 || code !== null
    ? { guessed, plain, mentions, code, pasted: null }
    : null
}
