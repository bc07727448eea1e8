import { arrivalOf } from '../../../diagnostics/push/case-facts.ts'
import type { CheckResult } from '../../../diagnostics/push/conclude.ts'
import type { Diagnosis } from '../../../diagnostics/push/diagnose-push.ts'
import { seen } from '../../../diagnostics/push/evidence.ts'
import { knownDevices } from '../../../diagnostics/push/known-devices.ts'
import { refusalOf } from '../../../diagnostics/push/probe-failures.ts'
import type { Texts } from '../../texts/texts.ts'
import { plainRich, type Reader } from '../plain-text.ts'
import { publicDeviceEntry } from './device-rows.ts'
import { evidenceWords, pushFindingWords } from './finding-words.ts'
import { type Heard, NOTHING_HEARD } from '../../words/heard.ts'
import { heardSteps, nextSteps } from './next-steps.ts'
import { timelineEntry } from './timeline.ts'
import { infoWithoutTokens } from './without-tokens.ts'

const MOST_EVENTS = 50

/** The result of `push.why` for scripts: the contract's shape. */
export function whyResult(diagnosis: Diagnosis, texts: Texts, reader: Reader, heard: Heard = NOTHING_HEARD) {
  const { question, evidence } = diagnosis.case
  const events = seen(evidence.history)?.events ?? []
  const arrival = arrivalOf(diagnosis.case)
  const remedies = diagnosis.findings.map((finding) => pushFindingWords(finding, texts).remedy)
  return {
    app: question.app.name,
    userId: question.userId,
    verdict: diagnosis.verdict,
    cause: diagnosis.cause,
    confidence: diagnosis.confidence,
    findings: diagnosis.findings.map((finding) => {
      const { message, remedy } = pushFindingWords(finding, texts)
      return {
        code: finding.code,
        severity: finding.severity,
        confidence: finding.confidence,
        message: plainRich(message, reader),
        remedy: plainRich(remedy, reader),
        owner: finding.owner,
        evidence: finding.evidence.map((item) => plainRich(evidenceWords(item, texts), reader)),
      }
    }),
    checks: diagnosis.checks.map((check) => ({
      name: check.name,
      outcome: check.outcome,
      ms: check.ms,
      summary:
        check.name === 'delivery' && check.outcome === 'pass' && arrival !== null
          ? plainRich(texts.push.arrived(arrival), reader)
          : checkSummary(check, texts),
    })),
    devices: knownDevices(question.userId, seen(evidence.devices) ?? [], events).map(publicDeviceEntry),
    timeline: events
      .filter(({ at }) => at >= question.since)
      .slice(0, MOST_EVENTS)
      .map(timelineEntry),
    // A script has no card around it, so the remedy of the cause leads.
    nextSteps: [
      ...remedies.slice(0, 1),
      ...nextSteps(diagnosis, texts),
      ...heardSteps(heard, question.userId, texts),
    ].map((step) => plainRich(step, reader)),
  }
}

/** What a check came to, in a few words. */
export function checkSummary({ name, outcome, causes, failure, absent }: CheckResult, texts: Texts): string {
  const { push } = texts
  const [first] = causes
  if (first !== undefined && outcome !== 'pass') return push.causes[first]
  switch (outcome) {
    case 'pass':
      return push.checks[name].pass
    case 'unknown':
      if (failure === null && absent !== null) return push.absent(absent.code, infoWithoutTokens(absent.info))
      return failure === null ? push.outcomes.unknown : push.notSeen(refusalOf(failure).endpoint)
    default:
      return push.outcomes[outcome]
  }
}
