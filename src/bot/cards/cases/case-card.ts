import type { AnyPushFinding } from '../../../diagnostics/push/push-finding.ts'
import { readConclusion } from '../../cases/conclusion.ts'
import { isTrueCause } from '../../cases/true-cause.ts'
import type { Action, Block, Card, Field } from '../../card.ts'
import type { CaseRecord } from '../../ports/cases.ts'
import { moment, person, relative, rich, type Rich } from '../../rich.ts'
import type { Locale } from '../../texts/locale.ts'
import type { Texts } from '../../texts/texts.ts'
import { shownUser } from '../../words/shown.ts'
import { evidenceList, findingBlock } from '../push/finding-block.ts'
import { lastingButton } from '../lasting-button.ts'

const MOST_FINDINGS = 3
const MOST_EVIDENCE = 5

/** A case as it stands, in the reader's language whatever language it was opened in. */
export function caseCard(record: CaseRecord, texts: Texts, locale: Locale): Card {
  const { cases } = texts
  const conclusion = readConclusion(record.conclusion)
  return {
    tone: record.state === 'closed' ? 'good' : 'info',
    title: cases.title(record.id, shownUser(record.userId), record.state),
    blocks: [
      { kind: 'fields', fields: fields(record, texts) },
      ...(conclusion === null ? [unreadable(texts)] : told(conclusion.findings, texts, locale)),
    ],
    actions: caseButtons(record, texts),
  }
}

function fields(record: CaseRecord, texts: Texts): readonly Field[] {
  const { cases, push } = texts
  const { openedAt, changedAt, closedAt, assignee, closedBy, trueCause, times, app } = record
  const conclusion = readConclusion(record.conclusion)
  const [found] = conclusion?.snapshot.causes ?? []
  return [
    { label: cases.app, value: [app] },
    {
      label: cases.found,
      value:
        conclusion === null
          ? ['–']
          : [cases.verdict(conclusion.snapshot.verdict, found === undefined ? null : push.causes[found])],
    },
    { label: cases.openedAt, value: rich`${moment(openedAt)}` },
    ...(times > 1 ? [{ label: cases.asked, value: cases.times(times, relative(changedAt)) }] : []),
    { label: cases.assignee, value: assignee === null ? [cases.nobody] : personWords(assignee) },
    ...(closedAt === null
      ? []
      : [
          {
            label: cases.closedAt,
            value: closedBy === null ? rich`${moment(closedAt)}` : rich`${moment(closedAt)} · ${personWords(closedBy)}`,
          },
        ]),
    ...(trueCause === null ? [] : [{ label: cases.trueCause, value: [trueCauseWords(trueCause, texts)] }]),
  ]
}

/** `platform:id`, as `personOf` writes it. */
export function personWords(of: string): Rich {
  const at = of.indexOf(':')
  return at < 0 ? [of] : [person(of.slice(0, at), of.slice(at + 1))]
}

export const trueCauseWords = (cause: string, texts: Texts): string =>
  !isTrueCause(cause)
    ? cause
    : cause === 'other' || cause === 'no-fault'
      ? texts.cases[cause]
      : texts.push.causes[cause]

function told(findings: readonly AnyPushFinding[], texts: Texts, locale: Locale): readonly Block[] {
  try {
    return findings
      .slice(0, MOST_FINDINGS)
      .flatMap((finding, index) => [
        findingBlock(finding, texts, locale),
        ...(index === 0 ? evidenceList(finding.evidence.slice(0, MOST_EVIDENCE), texts) : []),
      ])
  } catch {
    // Its parameters are those of another version of the program.
    return [unreadable(texts)]
  }
}

const unreadable = (texts: Texts): Block => ({ kind: 'note', text: [texts.cases.unreadable] })

function caseButtons({ id, app, userId, state, assignee }: CaseRecord, texts: Texts): readonly Action[] {
  const { cases, push } = texts
  if (state === 'closed') return [lastingButton(cases.buttons.reopen, 'push.case.reopen', { id })]
  return [
    ...(assignee === null ? [lastingButton(cases.buttons.take, 'push.case.take', { id }, 'primary')] : []),
    lastingButton(push.buttons.again, 'push.why', { user: userId, app }),
    lastingButton(cases.buttons.close, 'push.case.close', { id }),
  ]
}
