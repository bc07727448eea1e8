import type { Vendor } from '../codes/entry.ts'
import type { Owner, Severity } from '../finding.ts'
import type { TokenFlaw } from '../vendors/read-token.ts'
import type { Certainty } from '../vendors/vendor-reply.ts'
import type { ClientState } from '../im/user-state.ts'
import type { StrayMessage } from './probes/stray-message.ts'
import type { Cause, Confidence, Effect } from './cause.ts'

/** A refusal by Tencent's server API, or that it could not be reached. */
export interface Refusal {
  endpoint: string
  code: number | null
  info: string
  /** How far this machine's clock is from Tencent's, milliseconds, positive: ahead; left out where it is near enough. */
  skewMs?: number
}

/** What a push vendor, or Tencent on the way to it, answered. */
export interface VendorAnswer {
  vendor: Vendor | null
  /** As a person would look it up: `410`, `BadDeviceToken`, `-203`; null: none. */
  code: string | null
  info: string
  /** As it came, where `code` is only what it means: `1 regid_invalid` for 20301. */
  said?: string
  /** UNIX milliseconds; null where the answer has no time that can be trusted. */
  at: number | null
}

/** A device by what is known of it. */
export interface DeviceName {
  vendor: Vendor | null
  model: string | null
  certificateId: string | null
}

export interface FindingParams {
  /** `oddKey`: what is configured does not have the form of a SecretKey. */
  'admin-sig-rejected': Refusal & { administrator: string; oddKey?: boolean }
  'wrong-region': Refusal & { region: string }
  'service-inactive': Refusal
  'account-not-found': { userId: string }
  'online-only-message': { from: string; at: number }
  'push-disabled-by-sender': { from: string; at: number }
  'message-dropped': { from: string; at: number; code: number | null; info: string; inGroup: boolean }
  /** `mutedIn`: by whom the sender is muted, in all of the app or in one group. */
  'blocked-sender': {
    from: string
    reason: 'blocked' | 'muted'
    muteSeconds: number | null
    mutedIn?: 'app' | 'group'
  }
  'group-type-never-pushes': { groupId: string; type: string }
  'do-not-disturb': { groupId: string | null; option: string | null; from: string | null }
  'custom-message-without-description': { from: string; at: number }
  'message-not-found': {
    reason:
      | 'absent'
      | 'not-a-member'
      | 'sender-unknown'
      | 'no-such-group'
      | 'no-such-sender'
      | 'withdrawn'
      | 'not-kept'
      | StrayMessage['reason']
    from: string | null
    to?: string | null
    groupId: string | null
    key: string | null
  }
  kicked: { at: number; kicked: readonly string[]; by: string | null }
  /** `lastPush`: no login is on record, but a phone was pushed then. */
  'logged-out': { at: number | null; platform: string | null; lastSeen: number | null; lastPush?: number | null }
  'offline-stale': { since: number; mayStillArrive: boolean }
  /** `webhooks`: null: the history could not be read. */
  'never-logged-in': { webhooks: boolean | null }
  /** `webPush`: a browser may be pushed; `lastWebPush`: when one last was, UNIX milliseconds, null: not seen. */
  'no-mobile-client': {
    platforms: readonly string[]
    webPush: boolean
    lastWebPush: number | null
    /** When the last of these was left, UNIX milliseconds; null: they are Online. */
    closedAt?: number | null
  }
  'no-device-bound': { test: boolean }
  'certificate-missing': { device: DeviceName | null; losses: number | null }
  'token-missing': { device: DeviceName | null; losses: number | null }
  'certificate-environment': {
    answer: VendorAnswer | null
    certificateId: string | null
    environment: 'production' | 'development' | null
    /** The vendor took the token in the other environment. */
    proved: boolean
  }
  'certificate-mismatch': {
    answer: VendorAnswer | null
    certificateId: string | null
    reason: 'unknown-id' | 'wrong-vendor' | 'refused'
    /** The vendor by the console's certificate, and by the device. */
    vendors: readonly [Vendor | null, Vendor | null]
  }
  'credential-rejected': VendorAnswer & { certificateId: string | null; expiredAt: number | null }
  /** `flaws`: the app registered something else than the bare token; empty: the vendor alone says so. */
  'token-invalid': VendorAnswer & { flaws: readonly TokenFlaw[] }
  quota: VendorAnswer
  'message-category': VendorAnswer
  'content-rejected': VendorAnswer
  'vendor-outage': VendorAnswer
  'notification-off': { device: DeviceName }
  'vendor-not-delivered': VendorAnswer & { receipts: boolean }
  'no-background-report': { platforms: readonly string[]; at: number }
  foreground: { platforms: readonly string[] }
  'rate-limited': { refusals: readonly Refusal[]; nothingSeen: boolean }
  'upstream-unreachable': { refusals: readonly Refusal[]; nothingSeen: boolean }
}

/** One fact with its source and, where it has one, its time (UNIX milliseconds). Sentences are made from it by the texts. */
export type EvidenceItem =
  | { kind: 'state'; state: ClientState; clients: readonly { platform: string; state: ClientState }[]; at: number }
  | { kind: 'account'; exists: boolean; at: number }
  | {
      kind: 'state-event'
      action: string
      platform: string | null
      reason: string | null
      kicked: readonly string[]
      at: number
    }
  | {
      kind: 'token-probe'
      device: DeviceName
      outcome: 'accepted' | 'refused' | 'unanswered'
      answer: VendorAnswer
      certainty: Certainty
      /** Since when the token is dead, by the vendor's word; UNIX milliseconds, null: not told. */
      deadSince: number | null
    }
  | { kind: 'push-event'; stage: number; answer: VendorAnswer; delivery: 'offline' | 'online' }
  | { kind: 'trace'; device: DeviceName; notifications: 'on' | 'off' | 'unknown'; token: boolean; at: number | null }
  /** As the app's backend told the registry. */
  | { kind: 'registered'; device: DeviceName; at: number }
  | { kind: 'empty-trace'; at: number }
  | {
      kind: 'message'
      from: string
      groupId: string | null
      onlineOnly: boolean
      result: number
      elements: readonly string[]
      at: number
    }
  | { kind: 'member'; groupId: string; option: string | null; member: boolean }
  | { kind: 'group'; groupId: string; type: string | null }
  | { kind: 'blocked'; from: string }
  /** Neither webhooks nor Tencent's history hold the message; `complete`: all of the history in question was read. */
  | { kind: 'no-message'; complete: boolean }
  | { kind: 'certificate'; id: string; vendor: Vendor; environment: string | null }
  | { kind: 'losses'; code: string; count: number }
  | { kind: 'refusal'; refusal: Refusal }
  /** Tencent's answer that there is no such thing, or that it keeps none. */
  | { kind: 'absence'; refusal: Refusal }

export interface PushFinding<Code extends Cause = Cause> {
  code: Code
  severity: Severity
  effect: Effect
  confidence: Confidence
  /** Who has to act; null: nobody. */
  owner: Owner | null
  params: FindingParams[Code]
  evidence: readonly EvidenceItem[]
}

/** A finding of any code, its parameters tied to its code. */
export type AnyPushFinding = { [Code in Cause]: PushFinding<Code> }[Cause]

const OWNERS: Partial<Record<Cause, Owner>> = {
  'account-not-found': 'developer',
  'online-only-message': 'developer',
  'push-disabled-by-sender': 'developer',
  'message-dropped': 'developer',
  'custom-message-without-description': 'developer',
  'message-not-found': 'developer',
  'no-background-report': 'developer',
  'no-device-bound': 'developer',
  'certificate-missing': 'developer',
  'token-missing': 'developer',
  'content-rejected': 'developer',
  'message-category': 'developer',
  'group-type-never-pushes': 'developer',
  'certificate-mismatch': 'administrator',
  'certificate-environment': 'administrator',
  'credential-rejected': 'administrator',
  quota: 'administrator',
  'service-inactive': 'administrator',
  'wrong-region': 'administrator',
  'admin-sig-rejected': 'administrator',
  'rate-limited': 'administrator',
  'upstream-unreachable': 'administrator',
  'vendor-outage': 'vendor',
}

const SEVERITIES = { blocks: 'error', unlikely: 'warning', undecided: 'warning', none: 'note' } as const

/** What a finding means for the next push, how sure it is, and its severity where that does not follow. */
export interface Weight {
  effect: Effect
  confidence: Confidence
  severity?: Severity
  /** Where it is another than usual with this cause. */
  owner?: Owner | null
}

/** A finding whose weight follows from what it means for the next push. */
export function pushFinding<Code extends Cause>(
  code: Code,
  { effect, confidence, severity, owner }: Weight,
  params: FindingParams[Code],
  evidence: readonly EvidenceItem[],
): PushFinding<Code> & AnyPushFinding {
  const finding: PushFinding<Code> = {
    code,
    severity: severity ?? SEVERITIES[effect],
    effect,
    confidence,
    owner: owner === undefined ? (OWNERS[code] ?? 'user') : owner,
    params,
    evidence,
  }
  return finding as PushFinding<Code> & AnyPushFinding
}
