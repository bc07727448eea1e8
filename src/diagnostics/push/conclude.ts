import { arrivalOf, reachOf, tracedDevices, vendorTracks } from './case-facts.ts'
import { CAUSES, type Cause, type Confidence, type Effect } from './cause.ts'
import { CHECK_GROUPS, type CheckGroup, type CheckName } from './check-groups.ts'
import type { Case, ProbeFailure } from './evidence.ts'
import { isTaken, tokenProbes } from './token-probes.ts'
import type { Severity } from '../finding.ts'
import type { AnyPushFinding, Refusal } from './push-finding.ts'
import { absencesOf, failureOf, nothingSeen } from './probe-failures.ts'

export type PushVerdict = 'can-receive' | 'cannot-receive' | 'unlikely' | 'unknown'

export type Outcome = 'pass' | 'fail' | 'warn' | 'unknown' | 'skipped'

export interface CheckResult {
  name: CheckName
  outcome: Outcome
  /** How long its slowest probe took. */
  ms: number
  /** What it found, first the most decisive. */
  causes: readonly Cause[]
  /** Why it could not be made, for `unknown`. */
  failure: ProbeFailure | null
  /** Tencent's answer that there is none of what it judges by, for `unknown`. */
  absent: Refusal | null
}

export interface Conclusion {
  verdict: PushVerdict
  /** The first finding's; null where there is none, and for whoever can receive. */
  cause: Cause | null
  confidence: Confidence
  /** The most decisive first. */
  findings: readonly AnyPushFinding[]
  checks: readonly CheckResult[]
  /** Nothing about the user could be seen at all. */
  blind: boolean
}

const EFFECTS: readonly Effect[] = ['blocks', 'unlikely', 'undecided', 'none']
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note']
const CONFIDENCES: readonly Confidence[] = ['certain', 'very-likely', 'possible']

/** Of the app, not of the user: where even the state could not be asked for them, nothing else decides. */
const APP_WIDE: ReadonlySet<Cause> = new Set(['admin-sig-rejected', 'wrong-region', 'service-inactive'])

/** Of the questions, not of the answers. */
const UNSEEN: ReadonlySet<Cause> = new Set(['rate-limited', 'upstream-unreachable'])

/** Every check over the evidence, one cause or none, and what that means for the next push. Pure. */
export function conclude(each: Case): Conclusion {
  const judged = CHECK_GROUPS.map((group) => ({ group, findings: group.judges.flatMap((judge) => judge(each)) }))
  const stateSeen = each.evidence.state.kind === 'seen'
  const findings = withoutEchoes(judged.flatMap(({ findings }) => findings)).toSorted((one, other) =>
    compareRanks(rankOf(one, stateSeen), rankOf(other, stateSeen)),
  )
  const [lead] = findings
  const verdict = verdictOf(each, lead)
  const checks = judged.map(({ group, findings: own }) => {
    const causes = findings.filter((finding) => own.includes(finding)).map(({ code }) => code)
    return resultOf(group, own, [...new Set(causes)], each)
  })
  const cause = verdict.verdict === 'can-receive' ? null : (lead?.code ?? null)
  return { ...verdict, cause, findings, checks, blind: nothingSeen(each) }
}

/**
 * What decides goes first: by what it means for the next push, then by how sure it is, then along the chain. What could not
 * be asked explains less than anything that was found.
 */
const rankOf = ({ code, effect, severity, confidence }: AnyPushFinding, stateSeen: boolean): readonly number[] => [
  APP_WIDE.has(code) && !stateSeen ? -1 : EFFECTS.indexOf(effect),
  SEVERITIES.indexOf(severity),
  UNSEEN.has(code) ? 1 : 0,
  CONFIDENCES.indexOf(confidence),
  CAUSES.indexOf(code),
]

function compareRanks(one: readonly number[], other: readonly number[]): number {
  const first = one.findIndex((rank, index) => rank !== other[index])
  return first === -1 ? 0 : (one[first] ?? 0) - (other[first] ?? 0)
}

/** What follows from an unknown account needs no word of its own: no message, and refusals of questions about it. */
function withoutEchoes(findings: readonly AnyPushFinding[]): readonly AnyPushFinding[] {
  if (!findings.some(({ code }) => code === 'account-not-found')) return findings
  return findings.filter((finding) =>
    finding.code === 'upstream-unreachable'
      ? finding.params.refusals.some(({ code }) => code === null)
      : finding.code !== 'message-not-found',
  )
}

function verdictOf(each: Case, lead: AnyPushFinding | undefined): Pick<Conclusion, 'verdict' | 'confidence'> {
  switch (lead?.effect) {
    case 'blocks':
      return { verdict: 'cannot-receive', confidence: lead.confidence }
    case 'unlikely':
      return { verdict: 'unlikely', confidence: lead.confidence }
    case 'undecided':
      return { verdict: 'unknown', confidence: lead.confidence }
    default:
      return reachOf(each)?.reach.can === 'yes'
        ? { verdict: 'can-receive', confidence: confidenceIn(each) }
        : { verdict: 'unknown', confidence: 'possible' }
  }
}

/** A state that lets pushes through is one thing, a push that was seen to arrive another. */
function confidenceIn(each: Case): Confidence {
  if (arrivalOf(each)?.ofMessage === true) return 'certain'
  const arrived =
    vendorTracks(each).some(({ delivered }) => delivered) ||
    tracedDevices(each).some(({ stages }) => stages.device.ok === true)
  return arrived || tokenProbes(each).some(isTaken) ? 'very-likely' : 'possible'
}

function resultOf(
  { name, needs, anyIsEnough, unfound }: CheckGroup,
  findings: readonly AnyPushFinding[],
  causes: readonly Cause[],
  each: Case,
): CheckResult {
  const probed = needs.map((need) => each.evidence[need]).filter((probe) => probe.kind !== 'skipped')
  const failure = needs.map((need) => failureOf(each.evidence, need)).find((one) => one !== null) ?? null
  const absent = absencesOf(each).find(({ probe }) => needs.includes(probe)) ?? null
  const ms = Math.max(0, ...probed.map((probe) => probe.ms))
  const result = (outcome: Outcome): CheckResult => ({
    name,
    outcome,
    ms,
    causes,
    failure: outcome === 'unknown' ? failure : null,
    absent: outcome === 'unknown' ? absent : null,
  })
  if (findings.some(({ severity }) => severity === 'error')) return result('fail')
  if (findings.some(({ severity }) => severity === 'warning')) return result('warn')
  if (probed.length === 0) return result('skipped')
  const isSeen = probed.some(({ kind }) => kind === 'seen')
  // A probe that failed has not passed, nor has one that found nothing to judge by.
  if ((failure !== null || !isSeen) && !(anyIsEnough === true && isSeen)) return result('unknown')
  return result(unfound === undefined ? 'pass' : unfound(each))
}
