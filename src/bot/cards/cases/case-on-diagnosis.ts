import type { Diagnosis } from '../../../diagnostics/push/diagnose-push.ts'
import type { Action, Block } from '../../card.ts'
import type { CaseRecord } from '../../ports/cases.ts'
import type { Texts } from '../../texts/texts.ts'
import { lastingButton } from '../lasting-button.ts'
import { personWords } from './case-card.ts'

/** Under a diagnosis: which case it belongs to, and how that stands. */
export const caseNote = ({ id, times, assignee }: CaseRecord, { verdict }: Diagnosis, { cases }: Texts): Block => ({
  kind: 'note',
  text:
    verdict === 'can-receive'
      ? cases.solved(id)
      : cases.standing(id, times, assignee === null ? null : personWords(assignee)),
})

export const caseActions = ({ id, assignee }: CaseRecord, { cases }: Texts): readonly Action[] => [
  ...(assignee === null ? [lastingButton(cases.buttons.take, 'push.case.take', { id })] : []),
  lastingButton(cases.buttons.close, 'push.case.close', { id }),
]
