import { classifyRefusal } from '../im/classify-refusal.ts'
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

export type FailureClass =
  | 'admin-sig-rejected'
  | 'wrong-region'
  | 'service-inactive'
  | 'rate-limited'
  | 'upstream-unreachable'

export function classOf(failure: ProbeFailure): FailureClass {
  if (failure.source !== 'im') return 'upstream-unreachable'
  const { kind, code, info } = failure.failure
  if (kind === 'rate-limited') return 'rate-limited'
  if (kind !== 'refused' || code === null) return 'upstream-unreachable'
  switch (classifyRefusal(code, info)) {
    case 'signature':
      return 'admin-sig-rejected'
    case 'region':
      return 'wrong-region'
    case 'service':
      return 'service-inactive'
    case 'too-many':
      return 'rate-limited'
    default:
      return 'upstream-unreachable'
  }
}

/** What a failed probe says of itself; the store and a time-out have no endpoint of Tencent's. */
export function refusalOf(failure: ProbeFailure): Refusal {
  switch (failure.source) {
    case 'im': {
      const { endpoint, code, info, kind, skewMs } = failure.failure
      const skew = skewMs === undefined ? {} : { skewMs }
      return { endpoint, code, info: info === '' && code === null ? kind : info, ...skew }
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
    return failure !== null && classIn(each, failure) === wanted ? [refusalOf(failure)] : []
  })
  if (wanted === 'upstream-unreachable') refusals.push(...silentVendors(each, 'silent'))
  if (wanted === 'rate-limited') refusals.push(...silentVendors(each, 'busy'))
  return refusals.filter(
    ({ endpoint }, index) => refusals.findIndex((refusal) => refusal.endpoint === endpoint) === index,
  )
}

/** What says that pushes work, or do not, for the whole app; it shows in each of its answers. */
const OF_THE_APP: ReadonlySet<FailureClass> = new Set(['admin-sig-rejected', 'wrong-region', 'service-inactive'])

/**
 * Where the state was told, the app is answered, and a refusal of one endpoint is of that endpoint alone: except that the
 * push service may be off where the rest is not.
 */
function classIn({ evidence }: Case, failure: ProbeFailure): FailureClass {
  const found = classOf(failure)
  const isOfPush = failure.source === 'im' && failure.failure.endpoint.startsWith('v4/timpush/')
  const isLocal = OF_THE_APP.has(found) && evidence.state.kind === 'seen'
  return isLocal && !(found === 'service-inactive' && isOfPush) ? 'upstream-unreachable' : found
}

/** What Tencent answered that there is none of, or that it keeps none; each endpoint once. */
export function absencesOf({ evidence }: Case): readonly (Refusal & { probe: ProbeName })[] {
  const found = PROBES.flatMap((probe) => {
    const probed = evidence[probe]
    const refusal =
      probed.kind === 'absent' ? probed.refusal : probe === 'message' ? (seen(evidence.message)?.absent ?? null) : null
    return refusal === null ? [] : [{ probe, endpoint: refusal.endpoint, code: refusal.code, info: refusal.info }]
  })
  return found.filter(({ endpoint }, index) => found.findIndex((other) => other.endpoint === endpoint) === index)
}

/** What asks Tencent about the user themselves. */
const ABOUT_THE_USER = ['state', 'account', 'blocks', 'member', 'trace', 'taskTrace'] as const

/** No probe brought anything about the user: neither Tencent nor a webhook. */
export function nothingSeen(each: Case): boolean {
  const { evidence } = each
  const { history, message } = evidence
  if (tokenProbes(each).some(({ reply }) => reply?.kind === 'accepted' || reply?.kind === 'refused')) return false
  if (ABOUT_THE_USER.some((name) => evidence[name].kind === 'seen' || evidence[name].kind === 'absent')) return false
  if (message.kind === 'seen' && (message.value.sent.length > 0 || message.value.roaming.length > 0)) return false
  return history.kind !== 'seen' || (history.value.events.length === 0 && history.value.lastState === null)
}

/** What the question is about could not be seen: the user's state, or the messages that are asked about. */
export const isUndecided = (each: Case): boolean =>
  reachOf(each) === null ||
  // A push of the message says that nothing held it back.
  (isAboutMessages(each.question) && failureOf(each.evidence, 'message') !== null && askedPushes(each).length === 0)
