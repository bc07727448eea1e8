import type { Owner } from '../finding.ts'
import type { SourceId } from './sources.ts'

/** Where in Tencent IM, or on the way to the phone, a code is given. */
export const AREAS = [
  'rest-common',
  'account',
  'profile',
  'relation',
  'recent-contact',
  'message-c2c',
  'message-rest',
  'group',
  'operations',
  'content-review',
  'official-account',
  'offline-push-token',
  'offline-push-server',
  'push-loss',
  'push-rest',
  'push-client',
  'access-layer',
  'sdk-common',
  'sdk-account',
  'sdk-message',
  'sdk-group',
  'sdk-relation',
  'sdk-network',
  'legacy-sdk',
  'web-sdk',
  'trtc',
  'call-kit',
  'push-vendor',
  'push-vendor-v3',
  'push-receipt',
  'push-registration',
] as const

export type Area = (typeof AREAS)[number]

export const VENDORS = ['apns', 'fcm', 'huawei', 'honor', 'xiaomi', 'oppo', 'vivo', 'meizu'] as const

export type Vendor = (typeof VENDORS)[number]

/** What a push vendor's refusal is about, which tells who can mend it. */
export type CodeKind = 'payload' | 'credential' | 'quota' | 'permission' | 'token' | 'server'

/** One sentence each, in one language. */
export interface CodeText {
  readonly meaning: string
  readonly cause: string
  readonly remedy: string
}

export interface CodeEntry {
  /** As the service writes it: a number, a word, a range (`38000-39000`), or `receipt:2`, `1101/12304` and the like. */
  readonly code: string
  readonly area: Area
  /** Only for the codes of push vendors. */
  readonly vendor?: Vendor
  readonly kind?: CodeKind
  /** The HTTP status the vendor sends with it. */
  readonly http?: number
  /** Seen in client code or taken over from a sister service; no table of the vendor confirms it. */
  readonly confirmed?: false
  /** Who has to act; null: there is nothing to do. */
  readonly owner: Owner | null
  readonly source: SourceId
  readonly en: CodeText
  readonly zh: CodeText
}
