import { readConclusion } from '../../cases/conclusion.ts'
import type { TrueCause } from '../../cases/true-cause.ts'
import type { Card } from '../../card.ts'
import type { CaseRecord } from '../../ports/cases.ts'
import type { Texts } from '../../texts/texts.ts'
import { shownUser } from '../../words/shown.ts'
import { lastingButton } from '../lasting-button.ts'
import { trueCauseWords } from './case-card.ts'

const MOST_CAUSES = 4

/** Asks what a case really was: what was found then as buttons, any other cause by its name. */
export function whatWasItCard({ id, userId, conclusion }: CaseRecord, texts: Texts): Card {
  const { cases } = texts
  const found: readonly TrueCause[] = readConclusion(conclusion)?.snapshot.causes.slice(0, MOST_CAUSES) ?? []
  const offered: readonly TrueCause[] = [...found, 'no-fault', 'other']
  return {
    tone: 'info',
    title: cases.whatWasIt(id, shownUser(userId)),
    blocks: [
      { kind: 'text', text: cases.whatWasItLead },
      { kind: 'note', text: cases.anyCause(`/push case close ${id} logged-out`) },
    ],
    actions: offered.map((cause, index) =>
      lastingButton(
        trueCauseWords(cause, texts),
        'push.case.close',
        { id, cause },
        index === 0 ? 'primary' : 'default',
      ),
    ),
  }
}
