import type { TokenFlaw } from './read-token.ts'

/** What a text is that holds no token, by its form; null: it may be one, or hold one. */
export function otherThanToken(text: string): TokenFlaw | null {
  if (PLACEHOLDER.test(text) || /^0{64}$/.test(text)) return 'placeholder'
  if (/^(?:bearer )?ey[JA-Z][\w-]{5,2000}\.[\w-]{5,4000}\.[\w-]{0,2000}$/i.test(text)) return 'jwt'
  if (/^["'<]?https?:\/\/|["']endpoint["']\s?:\s?["']https?:/i.test(text)) return 'url'
  return ERROR_CODE.test(text) || ERROR_NAME.test(text) ? 'error-code' : null
}

const PLACEHOLDER =
  /^(?:[(<[]?(?:(?:ns)?null|nil|undefined|none|nan|empty|unknown|n\/a|true|false|(?:(?:your|my|dummy|fake|mock|test|sample)[ _-]?)?(?:(?:device|push)[ _-]?)?token|test|string|simulator|x{3,}|-?\d)[)>\]]?|\{\}|\[\])$/i

/** A number alone or with a word; those of vivo's tokens are longer. */
const ERROR_CODE =
  /^(?:(?:error|err|code|errcode|http|status)[ :=]{1,3})?(?:-?\d{3,9}|[1-5]\d\d[ :,-]{1,3}(?:[A-Z]+(?:_[A-Z]+){0,6}|[A-Z][a-z]+(?:[A-Z][a-z]+){0,6}))$/

/** `BadDeviceToken`, `SENDER_ID_MISMATCH`. */
const ERROR_NAME = /^(?:[A-Z][a-z]{2,16}){2,5}$|^[A-Z]{3,}(?:_[A-Z]{2,}){1,6}$/

/** A part of a token that has no marks of being cut: one of APNs has 64 digits or more, in pairs, and 40 are a checksum as well. */
export const isPartOfToken = (text: string): boolean =>
  /^APA91b[\w-]{100,250}$/.test(text) ||
  (/^(?:[0-9a-f]{41,199}|[0-9A-F]{41,199})$/.test(text) &&
    /\d/.test(text) &&
    (text.length < 64 || text.length % 2 === 1))

const OBJECTS: readonly RegExp[] = [
  /^\[object [\w ]{1,60}\]$/,
  /^(?:[\w$]+\.)*[\w$[;]+@[0-9a-f]{1,16}$/i,
  /^\d{1,4} bytes$/,
  /^(?:System|Microsoft|kotlin|java|com|org|android)(?:\.[\w$]{1,60}){1,10}(?:\[\])?$/,
  /^Instance of '.{1,80}'$/,
  /^(?:_{0,2}Future|Promise|Task|Deferred|Observable|Lazy|Single)\b[^:=]{0,120}$/,
  /^(?:async )?(?:function\b|\(\w{0,40}\) ?=>)/,
  /^<[\w.]{1,60}(?::? ?0x[0-9a-f]{1,16}|: | object | at 0x)/,
  /^\d{3,9}: ?\D|(?:Exception|Error)\b/,
]

/** How a program prints what is no text. */
export const isObject = (text: string): boolean => OBJECTS.some((form) => form.test(text))
