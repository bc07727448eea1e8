import type { Diagnosis } from '../../diagnostics/push/diagnose-push.ts'
import type { Context } from '../command.ts'
import { conversationKeys } from '../conversation-keys.ts'
import type { CaseRecord, Cases } from '../ports/cases.ts'
import { inTime } from '../in-time.ts'
import { conclusionOf } from './conclusion.ts'

/** A diagnosis is not held up by what is only kept of it, milliseconds. */
const PATIENCE_MS = 2_000

type Asker = Pick<Context, 'actor' | 'place' | 'signal'>

/** The case that this question goes on with: about the same user, open, in the same conversation; null: none, or not known. */
export const openCase = (
  cases: Cases,
  of: { app: string; userId: string },
  { actor, place, signal }: Asker,
): Promise<CaseRecord | null> =>
  inTime(signal, PATIENCE_MS, () => cases.findOpen({ ...of, places: conversationKeys({ actor, place }) }))

/**
 * Goes on with the case there is, or opens one where something is wrong; null: nothing is, or the store is away, which costs
 * the case and not the answer.
 */
export function keepCase(
  cases: Cases,
  { diagnosis, before }: { diagnosis: Diagnosis; before: CaseRecord | null },
  { actor, place, signal }: Asker,
): Promise<CaseRecord | null> {
  const { question, now } = diagnosis.case
  const conclusion = conclusionOf(diagnosis)
  const { cause } = diagnosis
  if (before !== null) {
    const { id, times } = before
    return inTime(signal, PATIENCE_MS, () => cases.change(id, { conclusion, cause, changedAt: now, times: times + 1 }))
  }
  const [thread] = conversationKeys({ actor, place })
  if (diagnosis.verdict === 'can-receive' || thread === undefined) return Promise.resolve(null)
  return inTime(signal, PATIENCE_MS, () =>
    cases.open({
      app: question.app.name,
      userId: question.userId,
      place: thread,
      state: 'open',
      conclusion,
      first: conclusion,
      cause,
      trueCause: null,
      assignee: null,
      closedBy: null,
      openedAt: now,
      changedAt: now,
      closedAt: null,
      times: 1,
    }),
  )
}
