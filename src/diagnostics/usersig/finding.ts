import type { Owner, Severity } from '../finding.ts'

/** What pasting did to the text, each undone before the signature was read. */
export type Repair =
  | 'entities'
  | 'link'
  | 'code-fence'
  | 'emphasis'
  | 'eaten-characters'
  | 'smart-punctuation'
  | 'full-width'
  | 'quote-mark'
  | 'label'
  | 'json-wrapper'
  | 'escape'
  | 'padding'
  | 'alphabet'

/** A mistake in the signing code that reproduces the signature exactly, so that it is known rather than guessed. */
export type SigningMistake =
  | 'key-surrounding-white-space'
  | 'key-quoted'
  | 'key-upper-case'
  | 'key-lower-case'
  | 'key-hex-decoded'
  | 'key-base64-decoded'
  | 'key-last-character-lost'
  | 'key-empty'
  | 'key-and-content-swapped'
  | 'content-without-last-line-feed'
  | 'content-crlf'
  | 'content-literal-line-feed'
  | 'content-joined-by-ampersand'
  | 'content-joined-by-nothing'
  | 'content-other-separator'
  | 'content-equals-sign'
  | 'content-blank-after-colon'
  | 'content-sdkappid-first'
  | 'content-expire-before-time'
  | 'content-other-order'
  | 'content-v1-names'
  | 'content-names-without-prefix'
  | 'content-other-names'
  | 'content-without-names'
  | 'content-line-missing'
  | 'content-extra-line'
  | 'content-json'
  | 'content-formula'
  | 'content-encoded'
  | 'content-other-charset'
  | 'content-expire-as-end'
  | 'content-expire-in-milliseconds'
  | 'content-expire-in-days'
  | 'content-time-in-milliseconds'
  | 'content-value-unset'
  | 'json-time-differs'
  | 'json-expire-differs'
  | 'content-identifier-percent-encoded'
  | 'content-identifier-normalised'
  | 'content-identifier-lower-case'
  | 'content-identifier-trimmed'
  | 'content-identifier-quoted'
  | 'signature-hex'
  | 'signature-other-hash'
  | 'signature-not-keyed'
  | 'signature-usersig-alphabet'
  | 'signature-url-alphabet'
  | 'signature-without-padding'
  | 'signature-encoded-twice'
  | 'signature-url-encoded'
  | 'signature-white-space'

/** Why a number in the JSON cannot be what its member says. */
export type NumberSlip =
  | 'negative'
  | 'overflow'
  | 'fraction'
  | 'exponent'
  | 'zero'
  | 'microseconds'
  | 'nanoseconds'
  | 'too-large'

/** What is wrong with one member of the JSON. */
export type FieldProblem =
  /** `instead`: a member that is there and means the same elsewhere. */
  | { field: string; problem: 'missing'; instead?: string }
  | { field: string; problem: 'wrong-type'; type: string }
  | { field: string; problem: 'wrong-value'; value: string; slip: NumberSlip }

/** A Base64 alphabet that is not UserSig's. `mixed`: only some characters were replaced. `blanks`: `+` became a blank. */
export type OtherAlphabet = 'standard' | 'url' | 'mixed' | 'blanks'

/** What a text is that is no UserSig's container, though it can be read. */
export type LooksLike =
  | 'unset-variable'
  | 'object-as-text'
  | 'placeholder'
  | 'json'
  | 'plain-document'
  | 'page'
  | 'jwt'
  | 'two-parts'
  | 'hex'
  | 'hmac'
  | 'behind-padding'
  | 'text-lines'
  | 'base64-layer'
  | 'plain-json'
  | 'gzip'
  | 'raw-deflate'
  | 'case-changed'
  | 'no-start'
  | 'not-a-sig'

/** How to say more of it. */
export interface ContainerDetail {
  looksLike?: LooksLike
  /** The alphabet of what was read. */
  alphabet?: OtherAlphabet
  /** What stands in its place: `undefined`, `[object Object]`. */
  given?: string
  /** Of two parts: the zero-based place of the dot, and which of them is the signature. */
  dot?: number
  signature?: 'first' | 'last' | 'neither'
  /** Of a bare HMAC. */
  bytes?: number
  /** Of hexadecimal text: what it stands for. */
  hexOf?: 'container' | 'hmac' | 'other'
  /** Names of a JSON object's members. */
  members?: readonly string[]
  /** What is inside, where that could be read; `good`: nothing else is wrong with it. */
  inside?: { userId: string | null; good: boolean }
}

export type DifferenceKind =
  | 'space-before'
  | 'space-after'
  | 'space-inside'
  | 'invisible'
  | 'case'
  | 'unicode-form'
  | 'full-width'
  | 'look-alike'

/** How two UserIDs differ that look alike. */
export interface UserDifference {
  kinds: readonly DifferenceKind[]
  /** The first character in which they differ, from zero, in code points. */
  at: number
  /** That character in each, as `U+0430`; null: it ends there. */
  expected: string | null
  actual: string | null
}

/**
 * Everything that can be said of a UserSig, with what it takes to say it. Times are UNIX milliseconds, durations seconds.
 * Sentences are made from these by whoever shows them.
 */
export interface UsersigFindingParams {
  empty: Record<string, never>
  /** `index` is the zero-based place of the first character that cannot be there, `character` that character. */
  'malformed-base64': ContainerDetail & { index?: number; character?: string }
  'malformed-zlib': ContainerDetail
  'malformed-json': { at: 'utf-8' | 'syntax' | 'not-an-object' }
  'missing-field': { problems: readonly FieldProblem[] }
  /** `length` in characters of the cleaned text. */
  truncated: { length: number }
  /** `proof`: how it is known that the content was changed after signing; `field` where one member explains it. */
  tampered: { proof: 'checksum' | 'original-found'; field?: string }
  /**
   * `fits`: the configured app whose key does match; `mistakes`: the slips in the signing code that reproduce it;
   * `previousKey`: with a previous key. `notAKey`: what is configured has not the form of a SecretKey, so nothing is known.
   */
  'wrong-key': { fits?: string; mistakes?: readonly SigningMistake[]; previousKey?: boolean; notAKey?: boolean }
  'wrong-userid': {
    expected: string
    actual: string
    unset?: boolean
    /** Where it is known in what alone they differ. */
    difference?: UserDifference
  }
  'wrong-sdkappid': { expected: string; expectedApp?: string; actual: string; actualApp?: string; hint?: 'other-site' }
  /** `hint: lifetime-unit`: the lifetime is so small that it was probably meant in days or hours. */
  expired: { at: number; secondsAgo: number; lifetimeSeconds: number; hint?: 'lifetime-unit' }
  'not-yet-valid': { issuedAt: number; secondsAhead: number; hint?: 'time-in-milliseconds' | 'time-zone' }
  /** `user-id` is a warning: Tencent's limit for accounts, in bytes. */
  'too-long': { what: 'text' | 'content' | 'user-id'; limit: number; length?: number }
  'unknown-version': { version: string }
  'url-encoded': { times: number }
  whitespace: Record<string, never>
  quoted: Record<string, never>
  /** `proved`: by the checksum of what was unpacked. `alphabet`: the generator's, which no paste makes. */
  markup: { repairs: readonly Repair[]; restored?: number; proved: boolean; alphabet?: OtherAlphabet }
  'legacy-v1': { publicKeyConfigured: boolean }
  /** `position`: 1 for the newest of the previous keys. */
  'old-key': { position: number; total: number }
  'expire-in-milliseconds': { value: string; hint: 'milliseconds' | 'absolute-time' }
  'expires-soon': { at: number; remainingSeconds: number }
  'long-lived': { lifetimeSeconds: number }
  'admin-account': { userId: string }
  /** `consistent`: the ticket's account, app and end agree with the signature's. */
  'userbuf-present': {
    consistent: boolean
    mismatches: readonly ('account' | 'sdkappid' | 'expiry' | 'privileges' | 'layout')[]
  }
  'looks-like-secret-key': { where: 'sig' | 'user'; kind: 'app-key' | 'api-secret' }
}

export type UsersigFindingCode = keyof UsersigFindingParams

export type UsersigFinding = {
  [Code in UsersigFindingCode]: {
    code: Code
    severity: Severity
    params: UsersigFindingParams[Code]
    /** Who has to act. */
    owner: Owner
    /** Codes that a client or the REST API would have answered to such a signature; empty where none is known. */
    imErrorCodes: readonly number[]
  }
}[UsersigFindingCode]
