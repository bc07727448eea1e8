import type { Conclusion, Outcome } from '../../../diagnostics/push/conclude.ts'
import type { Diagnosis } from '../../../diagnostics/push/diagnose-push.ts'
import { arrivalOf, stateItems } from '../../../diagnostics/push/case-facts.ts'
import type { Cause } from '../../../diagnostics/push/cause.ts'
import { absencesOf } from '../../../diagnostics/push/probe-failures.ts'
import type { AnyPushFinding, EvidenceItem } from '../../../diagnostics/push/push-finding.ts'
import type { Block, Card, Tone } from '../../card.ts'
import type { Rich } from '../../rich.ts'
import type { Locale } from '../../texts/locale.ts'
import { inBrackets } from '../../texts/punctuation.ts'
import type { Texts } from '../../texts/texts.ts'
import { type Heard, NOTHING_HEARD } from '../../words/heard.ts'
import { shownUser } from '../../words/shown.ts'
import { chainWords } from './chain-words.ts'
import { evidenceList, findingBlock } from './finding-block.ts'
import { heardSteps, nextSteps } from './next-steps.ts'
import { infoWithoutTokens } from './without-tokens.ts'

const OUTCOME_MARK: Readonly<Record<Outcome, string>> = {
  pass: '✅',
  fail: '❌',
  warn: '⚠️',
  unknown: '❔',
  skipped: '▫️',
}

export const TONE: Readonly<Record<Conclusion['verdict'], Tone>> = {
  'can-receive': 'good',
  'cannot-receive': 'bad',
  unlikely: 'warn',
  unknown: 'warn',
}

/** Cards are read on phones too: what weighs less is counted. */
const MOST_FINDINGS = 4
const MOST_EVIDENCE = 5

export interface WhyCardOptions {
  locale: Locale
  /** What changed since the last time it was asked here; null: it was not. */
  changed: readonly Rich[] | null
  simulated: boolean
  /** What the question said besides. */
  heard?: Heard
}

/** One verdict, the chain with its break, the evidence, what to do and who has to. Holds no token. */
export function whyCard(
  diagnosis: Diagnosis,
  texts: Texts,
  { locale, changed, simulated, heard = NOTHING_HEARD }: WhyCardOptions,
): Card {
  const { push } = texts
  const { question } = diagnosis.case
  const { verdict, confidence, findings, cause, checks } = diagnosis
  const user = shownUser(question.userId)
  const [lead, ...rest] = findings
  const arrival = arrivalOf(diagnosis.case)
  const blocks: Block[] = []
  // Any other verdict stands on its first finding, which says how sure it is.
  if (verdict === 'can-receive')
    blocks.push({ kind: 'text', text: push.healthy(arrival) }, { kind: 'text', text: push.howSure(confidence) })
  else if (arrival?.ofMessage === true) blocks.push({ kind: 'text', text: push.arrived(arrival) })
  blocks.push({ kind: 'text', text: chainWords(diagnosis, texts) })
  if (changed !== null)
    blocks.push({ kind: 'text', text: changed.flatMap((line, index) => [...(index > 0 ? ['\n'] : []), ...line]) })
  if (lead !== undefined) {
    blocks.push(findingBlock(lead, texts, locale))
    blocks.push(...evidenceList(evidenceOf(diagnosis, lead), texts))
  }
  for (const finding of rest.slice(0, MOST_FINDINGS - 1)) blocks.push(findingBlock(finding, texts, locale))
  if (findings.length > MOST_FINDINGS)
    blocks.push({ kind: 'note', text: push.moreFindings(findings.length - MOST_FINDINGS) })
  const absent = absencesOf(diagnosis.case).map(
    ({ probe, code, info }) => [push.probes[probe], { code, info: infoWithoutTokens(info) }] as const,
  )
  if (absent.length > 0) blocks.push({ kind: 'note', text: push.notOnRecord(absent) })
  const steps = [...nextSteps(diagnosis, texts), ...heardSteps(heard, user, texts)]
  if (steps.length > 0)
    blocks.push({ kind: 'text', text: steps.flatMap((step, index) => [index > 0 ? '\n→ ' : '→ ', ...step]) })
  blocks.push(
    { kind: 'divider' },
    {
      kind: 'note',
      text: checks
        .filter(({ outcome }) => outcome !== 'skipped')
        .flatMap((check, index) => [
          index > 0 ? ' · ' : '',
          `${OUTCOME_MARK[check.outcome]} ${push.checks[check.name].label}${check.outcome === 'unknown' ? inBrackets(push.outcomes.unknown, locale) : ''}`,
        ]),
    },
    { kind: 'note', text: push.window(question.since) },
    ...(heard.guessed ? [{ kind: 'note' as const, text: texts.asked.guessed(user) }] : []),
  )
  const reservation = reservationOf(diagnosis)
  const leading = cause ?? reservation
  if (simulated) blocks.push({ kind: 'note', text: texts.conversation.simulated })
  return {
    tone: reservation === null ? TONE[verdict] : 'warn',
    title: push.title(user, verdict, leading === null ? null : push.causes[leading]),
    blocks,
    actions: [],
  }
}

/** What is wrong with somebody who can receive all the same, as one of two phones; what was not checked is no such thing. */
function reservationOf({ verdict, findings: [lead] }: Diagnosis): Cause | null {
  if (verdict !== 'can-receive' || lead?.severity !== 'warning') return null
  return lead.code === 'upstream-unreachable' || lead.code === 'rate-limited' ? null : lead.code
}

/** What the cause rests on, and how the user is now, which every reader wants to know. */
function evidenceOf({ case: each }: Diagnosis, { evidence }: AnyPushFinding): readonly EvidenceItem[] {
  const kinds = new Set(evidence.map(({ kind }) => kind))
  return [...evidence, ...stateItems(each).filter(({ kind }) => !kinds.has(kind))].slice(0, MOST_EVIDENCE)
}
