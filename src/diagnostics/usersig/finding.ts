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

/** A mistake in the signing code that reproduces the signature exactly, so that it is proved rather than guessed. */
export type SigningMistake =
  | 'key-surrounding-white-space'
  | 'key-quoted'
  | 'key-upper-case'
  | 'key-lower-case'
  | 'key-hex-decoded'
  | 'key-base64-decoded'
  | 'key-last-character-lost'
  | 'key-empty'
  | 'content-without-last-line-feed'
  | 'content-crlf'
  | 'content-expire-before-time'
  | 'content-v1-names'
  | 'content-identifier-percent-encoded'
  | 'content-identifier-normalised'
  | 'signature-hex'
  | 'signature-other-hash'

/**
 * Everything that can be said of a UserSig, with what it takes to say it. Times are UNIX milliseconds, durations seconds.
 * Sentences are made from these by whoever shows them.
 */
export interface UsersigFindingParams {
  empty: Record<string, never>
  /** `index` is the zero-based place of the first character that cannot be there, `character` that character. */
  'malformed-base64': { index?: number; character?: string; looksLike?: 'jwt' | 'not-a-sig' }
  'malformed-zlib': { looksLike?: 'plain-json' | 'gzip' | 'raw-deflate' | 'case-changed' }
  'malformed-json': { at: 'utf-8' | 'syntax' | 'not-an-object' }
  /** `problem` tells a member that is not there from one of the wrong JSON type. */
  'missing-field': { field: string; problem: 'missing' | 'wrong-type' }
  /** `length` in characters of the cleaned text. */
  truncated: { length: number }
  /** `proof`: how it is known that the content was changed after signing; `field` where one member explains it. */
  tampered: { proof: 'checksum' | 'original-found'; field?: string }
  /** `fits`: the configured app whose key does match; `mistake`: the slip in the signing code that reproduces it. */
  'wrong-key': { fits?: string; mistake?: SigningMistake }
  'wrong-userid': {
    expected: string
    actual: string
    hint?: 'case' | 'white-space' | 'unicode-form' | 'unset-variable'
  }
  'wrong-sdkappid': { expected: string; expectedApp: string; actual: string; actualApp?: string; hint?: 'other-site' }
  /** `hint: lifetime-unit`: the lifetime is so small that it was probably meant in days or hours. */
  expired: { at: number; secondsAgo: number; lifetimeSeconds: number; hint?: 'lifetime-unit' }
  'not-yet-valid': { issuedAt: number; secondsAhead: number; hint?: 'time-in-milliseconds' | 'time-zone' }
  'too-long': { what: 'text' | 'content'; limit: number; length?: number }
  'unknown-version': { version: string }
  'url-encoded': { times: number }
  whitespace: Record<string, never>
  quoted: Record<string, never>
  markup: { repairs: readonly Repair[]; restored?: number }
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
