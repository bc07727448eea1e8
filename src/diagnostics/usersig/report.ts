import type { UsersigFinding } from './finding.ts'

/** The rights bits of a PrivateMapKey, lowest bit first (dwPrivilegeMap). */
export const PRIVILEGES = [
  'create-room',
  'enter-room',
  'send-audio',
  'receive-audio',
  'send-video',
  'receive-video',
  'send-substream',
  'receive-substream',
] as const

export type Privilege = (typeof PRIVILEGES)[number]

/** A userbuf that could be read as a PrivateMapKey ticket. `expiresAt` in UNIX milliseconds. */
export interface PrivateMapKey {
  kind: 'private-map-key'
  account: string
  sdkAppId: number
  room: { kind: 'number'; id: number } | { kind: 'name'; name: string }
  expiresAt: number
  privilegeMap: number
  privileges: readonly Privilege[]
  trailingBytes: number
}

/** A userbuf that is no ticket: free bytes of the app's own. */
export interface OpaqueUserbuf {
  kind: 'opaque'
  bytes: number
}

export type Userbuf = PrivateMapKey | OpaqueUserbuf

export type UsersigVerdict = 'valid' | 'invalid' | 'unverifiable'

/**
 * What a UserSig says and whether it holds. Times are UNIX milliseconds; what could not be read is null.
 * Integers that a JavaScript number cannot hold are kept as decimal text.
 */
export interface UsersigReport {
  verdict: UsersigVerdict
  version: '2.0' | '1.0' | null
  /** Name of the configured app with the signature's SDKAppID. */
  app: string | null
  sdkAppId: number | string | null
  userId: string | null
  issuedAt: number | null
  expiresAt: number | null
  ttlSeconds: number | string | null
  /** Negative when expired. */
  remainingSeconds: number | null
  userbuf: Userbuf | null
  /** What it says of itself is only claimed: no key has confirmed it, or what holds it is damaged. */
  isUnconfirmed: boolean
  /** Errors first, the most decisive of them at the top. */
  findings: readonly UsersigFinding[]
  /** Names the signature in logs and audit lines without giving it away: the start of a SHA-256, in hex. */
  fingerprint: string
}
