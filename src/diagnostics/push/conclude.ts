import { reachOf, vendorTracks } from './case-facts.ts'
import { CAUSES, type Cause, type Confidence, type Effect } from './cause.ts'
import { CHECK_GROUPS, type CheckGroup, type CheckName } from './check-groups.ts'
import { isAboutMessages, type Case, type ProbeFailure } from './evidence.ts'
import { askedPushes } from './message-item.ts'
import { isTaken, tokenProbes } from './token-probes.ts'
import type { AnyPushFinding } from './push-finding.ts'
import { failureOf, nothingSeen } from './probe-failures.ts'

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
}

export interface Conclusion {
  verdict: PushVerdict
  cause: Cause | null
  confidence: Confidence
  /** The most decisive first. */
  findings: readonly AnyPushFinding[]
  checks: readonly CheckResult[]
  /** Nothing about the user could be seen at all. */
  blind: boolean
}

const EFFECTS: readonly Effect[] = ['blocks', 'unlikely', 'undecided', 'none']

/** Of the app, not of the user: where even the state could not be asked for them, nothing else decides. */
const APP_WIDE: ReadonlySet<Cause> = new Set(['admin-sig-rejected', 'wrong-region', 'service-inactive'])

/** Every check over the evidence, one cause or none, and what that means for the next push. Pure. */
export function conclude(each: Case): Conclusion {
  const judged = CHECK_GROUPS.map((group) => ({ group, findings: group.judges.flatMap((judge) => judge(each)) }))
  const stateSeen = each.evidence.state.kind === 'seen'
  const rank = ({ code, effect }: AnyPushFinding): number =>
    (APP_WIDE.has(code) && !stateSeen ? 0 : 100 * (1 + EFFECTS.indexOf(effect))) + CAUSES.indexOf(code)
  const all = judged.flatMap(({ findings }) => findings)
  const findings = withoutEchoes(all).toSorted((one, other) => rank(one) - rank(other))
  const [lead] = findings
  const checks = judged.map(({ group, findings }) => resultOf(group, findings, each, rank))
  return { ...verdictOf(each, lead), cause: lead?.code ?? null, findings, checks, blind: nothingSeen(each) }
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
  const arrived = vendorTracks(each).some(({ delivered }) => delivered)
  const ofMessage = isAboutMessages(each.question) && askedPushes(each).length > 0
  if (arrived && ofMessage) return 'certain'
  return arrived || tokenProbes(each).some(isTaken) ? 'very-likely' : 'possible'
}

function resultOf(
  { name, needs, anyIsEnough, unfound }: CheckGroup,
  findings: readonly AnyPushFinding[],
  each: Case,
  rank: (finding: AnyPushFinding) => number,
): CheckResult {
  const probed = needs.map((need) => each.evidence[need]).filter((probe) => probe.kind !== 'skipped')
  const failure = needs.map((need) => failureOf(each.evidence, need)).find((one) => one !== null) ?? null
  const ms = Math.max(0, ...probed.map((probe) => probe.ms))
  const causes = [...new Set(findings.toSorted((one, other) => rank(one) - rank(other)).map(({ code }) => code))]
  const result = (outcome: Outcome): CheckResult => ({
    name,
    outcome,
    ms,
    causes,
    failure: outcome === 'unknown' ? failure : null,
  })
  if (findings.some(({ severity }) => severity === 'error')) return result('fail')
  if (findings.some(({ severity }) => severity === 'warning')) return result('warn')
  if (probed.length === 0) return result('skipped')
  const isEnough = anyIsEnough === true && probed.some(({ kind }) => kind === 'seen')
  // A probe that failed has not passed.
  if (failure !== null && !isEnough) return result('unknown')
  return result(unfound === undefined ? 'pass' : unfound(each))
}
