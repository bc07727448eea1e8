import { isTrueCause } from '../../cases/true-cause.ts'
import type { Card } from '../../card.ts'
import type { CaseRecord } from '../../ports/cases.ts'
import { code, relative, rich, type Rich } from '../../rich.ts'
import type { Texts } from '../../texts/texts.ts'
import { shownUser } from '../../words/shown.ts'
import { personWords, trueCauseWords } from './case-card.ts'

const MOST_SHOWN = 20

export function caseListCard(records: readonly CaseRecord[], state: 'open' | 'closed' | 'all', texts: Texts): Card {
  const { cases } = texts
  return {
    tone: 'info',
    title: cases.listTitle[state],
    blocks:
      records.length === 0
        ? [{ kind: 'text', text: [cases.none[state]] }]
        : [
            {
              kind: 'table',
              columns: cases.columns,
              rows: records.slice(0, MOST_SHOWN).map((record) => row(record, texts)),
            },
            ...(records.length > MOST_SHOWN
              ? [{ kind: 'note' as const, text: [cases.more(records.length - MOST_SHOWN)] }]
              : []),
            { kind: 'note', text: cases.showOne('/push case 12') },
          ],
    actions: [],
  }
}

function row({ id, userId, cause, trueCause, assignee, changedAt, state }: CaseRecord, texts: Texts): readonly Rich[] {
  const told = trueCause ?? cause
  return [
    rich`${code(id)}`,
    [shownUser(userId)],
    [told === null || !isTrueCause(told) ? '–' : trueCauseWords(told, texts)],
    state === 'closed' ? [texts.cases.states.closed] : assignee === null ? [texts.cases.nobody] : personWords(assignee),
    rich`${relative(changedAt)}`,
  ]
}
