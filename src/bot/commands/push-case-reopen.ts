import { caseCard } from '../cards/cases/case-card.ts'
import { defineCommand } from '../command.ts'
import { askStored } from './ask-stored.ts'
import { caseArgument, caseAudit, caseResult, findCase } from './push-case.ts'

export const pushCaseReopen = defineCommand({
  family: 'push',
  group: 'case',
  name: 'reopen',
  args: { id: caseArgument() },
  role: 'operator',
  visibility: 'public',
  form: true,
  examples: ['case reopen 12'],
  async run({ id }, context) {
    const found = await findCase(id, 'push.case.reopen', context)
    if (found.kind !== 'case') return found
    const reopened = { state: 'open', trueCause: null, closedAt: null, closedBy: null, changedAt: context.now } as const
    const changed = await askStored(context, () => found.cases.change(found.record.id, reopened))
    if (changed.kind !== 'read') return changed
    const record = changed.value ?? found.record
    const card = caseCard(record, context.texts, context.locale)
    return { kind: 'ok', result: caseResult(record), card, audit: caseAudit(record) }
  },
})
