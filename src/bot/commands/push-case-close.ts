import { optionalText } from '../argument.ts'
import { caseCard } from '../cards/cases/case-card.ts'
import { whatWasItCard } from '../cards/cases/what-was-it-card.ts'
import { isTrueCause, TRUE_CAUSES } from '../cases/true-cause.ts'
import { defineCommand } from '../command.ts'
import { personOf } from '../policy/kept-actions.ts'
import { closest } from '../words/closest.ts'
import { shown } from '../words/shown.ts'
import { askStored } from './ask-stored.ts'
import { caseArgument, caseAudit, caseResult, findCase } from './push-case.ts'

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
    const { texts, locale, now, actor } = context
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
    const found = await findCase(id, COMMAND, context)
    if (found.kind !== 'case') return found
    if (trueCause === null)
      return { kind: 'ok', result: caseResult(found.record), card: whatWasItCard(found.record, texts) }
    const closed = { state: 'closed', trueCause, closedAt: now, closedBy: personOf(actor), changedAt: now } as const
    const changed = await askStored(context, () => found.cases.change(found.record.id, closed))
    if (changed.kind !== 'read') return changed
    const record = changed.value ?? found.record
    return { kind: 'ok', result: caseResult(record), card: caseCard(record, texts, locale), audit: caseAudit(record) }
  },
})
