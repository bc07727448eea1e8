import { reachOf } from './case-facts.ts'
import {
  PROBES,
  isAboutMessages,
  seen,
  type Case,
  type Evidence,
  type ProbeFailure,
  type ProbeName,
} from './evidence.ts'
import { askedPushes } from './message-item.ts'
import type { Refusal } from './push-finding.ts'
import { silentVendors, tokenProbes } from './token-probes.ts'

/** Of the administrator's account, its signature, or where it may be used from. */
const ADMIN_CODES = new Set([
  60006, 60010, 60012, 60021, 60025, 70001, 70002, 70003, 70004, 70005, 70006, 70007, 70008, 70009, 70010, 70011, 70012,
  70013, 70014, 70015, 70016, 70020, 70346, 70347, 70348, 70403,
])
const REGION_CODES = new Set([60026])
/** The app or its push service is stopped, expired, or was never bought. */
const SERVICE_CODES = new Set([60017, 60020, 60027, 60028, 80005, 90045])

export type FailureClass =
  | 'admin-sig-rejected'
  | 'wrong-region'
  | 'service-inactive'
  | 'rate-limited'
  | 'upstream-unreachable'

export function classOf(failure: ProbeFailure): FailureClass {
  if (failure.source !== 'im') return 'upstream-unreachable'
  const { kind, code } = failure.failure
  if (kind === 'rate-limited') return 'rate-limited'
  if (kind !== 'refused' || code === null) return 'upstream-unreachable'
  if (ADMIN_CODES.has(code)) return 'admin-sig-rejected'
  if (REGION_CODES.has(code)) return 'wrong-region'
  return SERVICE_CODES.has(code) ? 'service-inactive' : 'upstream-unreachable'
}

/** What a failed probe says of itself; the store and a time-out have no endpoint of Tencent's. */
export function refusalOf(failure: ProbeFailure): Refusal {
  switch (failure.source) {
    case 'im': {
      const { endpoint, code, info, kind } = failure.failure
      return { endpoint, code, info: info === '' && code === null ? kind : info }
    }
    case 'store':
      return { endpoint: 'store', code: null, info: '' }
    case 'timeout':
      return { endpoint: 'timeout', code: null, info: String(failure.afterMs) }
  }
}

/** Why a probe saw nothing, or not all; null: it saw, or was not asked. */
export function failureOf(evidence: Evidence, name: ProbeName): ProbeFailure | null {
  const probed = evidence[name]
  if (probed.kind === 'failed') return probed.failure
  const partly = name === 'message' ? (seen(evidence.message)?.failure ?? null) : null
  return partly === null ? null : { source: 'im', failure: partly }
}

/** The failed probes of one class, each endpoint once. */
export function failuresOf(each: Case, wanted: FailureClass): readonly Refusal[] {
  const refusals = PROBES.flatMap((name) => {
    const failure = failureOf(each.evidence, name)
    return failure !== null && classOf(failure) === wanted ? [refusalOf(failure)] : []
  })
  if (wanted === 'upstream-unreachable') refusals.push(...silentVendors(each, 'silent'))
  if (wanted === 'rate-limited') refusals.push(...silentVendors(each, 'busy'))
  return refusals.filter(
    ({ endpoint }, index) => refusals.findIndex((refusal) => refusal.endpoint === endpoint) === index,
  )
}

/** What asks Tencent about the user themselves. */
const ABOUT_THE_USER = ['state', 'account', 'blocks', 'member', 'trace', 'taskTrace'] as const

/** No probe brought anything about the user: neither Tencent nor a webhook. */
export function nothingSeen(each: Case): boolean {
  const { evidence } = each
  const { history, message } = evidence
  if (tokenProbes(each).some(({ reply }) => reply?.kind === 'accepted' || reply?.kind === 'refused')) return false
  if (ABOUT_THE_USER.some((name) => evidence[name].kind === 'seen')) return false
  if (message.kind === 'seen' && (message.value.sent.length > 0 || message.value.roaming.length > 0)) return false
  return history.kind !== 'seen' || (history.value.events.length === 0 && history.value.lastState === null)
}

/** What the question is about could not be seen: the user's state, or the messages that are asked about. */
export const isUndecided = (each: Case): boolean =>
  reachOf(each) === null ||
  // A push of the message says that nothing held it back.
  (isAboutMessages(each.question) && failureOf(each.evidence, 'message') !== null && askedPushes(each).length === 0)
