import { findCodes } from '../../../diagnostics/codes/find-codes.ts'
import { readToken, type TokenFlaw } from '../../../diagnostics/vendors/read-token.ts'
import { shapesOf } from '../../../diagnostics/vendors/token-shape.ts'
import type { QuestionArgs } from '../questions.ts'

/**
 * A push token anywhere in a sentence or a log line that speaks of tokens, or that has the shape of one vendor's only. An error
 * beside it says more than the token.
 */
export function tokenSpokenOf(text: string): { command: string; args: QuestionArgs } | null {
  if (text.length > LIMIT) return null
  for (const { 0: candidate, index: at } of text.matchAll(CANDIDATE)) {
    const around = `${text.slice(0, at)} ${text.slice(at + candidate.length)}`
    const label = LABEL.exec(candidate)?.[0] ?? ''
    if (OTHER_SECRETS.test(`${around} ${label}`)) continue
    const token = tokenIn(candidate, SPEAKS_OF_TOKENS.test(`${around} ${label}`))
    if (token === null) continue
    const beside = findCodes({ text: around })
    return beside.kind === 'found' && beside.sure ? null : { command: 'push.token', args: { token } }
  }
  return null
}

const LIMIT = 4000
/** As iOS prints bytes, else a word; a signature is known by its beginning. */
const CANDIDATE =
  /\{ ?length ?= ?\d{1,4}, ?bytes ?= ?0x[^{}]{4,400}\}|<[0-9a-fA-F]{8}(?: [0-9a-fA-F]{8}){3,24}>|(?<![\w.:+/=@-])(?!e[JAN](?![\w-]{5,30}:APA91b))[\w.:+/=-]{32,300}/g
const LABEL = /^[A-Za-z]\w{0,30}[:=]/
const SPEAKS_OF_TOKENS = /token|reg_?id|registration ?id|push ?id|vendor|whose|令牌|厂商|哪家|设备标识/i
/** Keys and checksums are hexadecimal, too. */
const OTHER_SECRETS =
  /secret|密钥|私钥|webhook|callback|access.?token|auth.?token|bot.?token|app.?key|\bkey\b|\bsha|md5|checksum|digest|commit|指纹|fingerprint|签名|\bsig\b|signature|usersig|https?:/i
/** What a person or a log puts around a token. */
const AROUND: ReadonlySet<TokenFlaw> = new Set(['label', 'quotes', 'whitespace'])

/** Meant as one, and none. */
const NO_TOKENS: ReadonlySet<TokenFlaw> = new Set(['cut', 'placeholder', 'jwt'])

function tokenIn(candidate: string, isSpokenOf: boolean): string | null {
  const text = candidate.replace(/[.:=,-]{1,3}$/, '')
  const isPrinted = /^[{<]/.test(text)
  if (isPrinted) return text
  const { token, flaws } = readToken(text, null)
  if (token === null) return isSpokenOf && flaws.some((flaw) => NO_TOKENS.has(flaw)) ? text : null
  const [first] = shapesOf(token)
  if (first === undefined) return null
  const isSure = first.sure && !/^[0-9a-f]+$/i.test(token)
  if (!isSure && !isSpokenOf) return null
  return flaws.every((flaw) => AROUND.has(flaw)) ? token : text
}
