import { optionalText } from '../argument.ts'
import { whatWasItCard } from '../cards/cases/what-was-it-card.ts'
import { isTrueCause, TRUE_CAUSES } from '../cases/true-cause.ts'
import { defineCommand } from '../command.ts'
import { personOf } from '../policy/kept-actions.ts'
import { closest } from '../words/closest.ts'
import { shown } from '../words/shown.ts'
import { caseArgument, caseResult, changeCase, findCase } from './push-case.ts'

const COMMAND = 'push.case.close'

export const pushCaseClose = defineCommand({
  family: 'push',
  group: 'case',
  name: 'close',
  args: { id: caseArgument(), cause: optionalText({ place: 'word' }, { maxLength: 60 }) },
  role: 'operator',
  visibility: 'public',
  form: true,
  examples: ['case close 12', 'case close 12 logged-out'],
  async run({ id, cause: given }, context) {
    const { texts, now, actor } = context
    const trueCause = given?.toLowerCase() ?? null
    if (trueCause !== null && !isTrueCause(trueCause)) {
      const near = closest(trueCause, TRUE_CAUSES)
      const reason = {
        kind: 'not-one-of',
        given: shown(trueCause),
        known: near.length > 0 ? near : TRUE_CAUSES,
      } as const
      return { kind: 'usage', problem: { kind: 'invalid-value', command: COMMAND, argument: 'cause', reason } }
    }
    if (trueCause === null) {
      const found = await findCase(id, COMMAND, context)
      if (found.kind !== 'case') return found
      return { kind: 'ok', result: caseResult(found.record), card: whatWasItCard(found.record, texts) }
    }
    const closed = { state: 'closed', trueCause, closedAt: now, closedBy: personOf(actor), changedAt: now } as const
    return changeCase(id, COMMAND, closed, context)
  },
})
