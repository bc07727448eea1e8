import { caseCard } from '../cards/cases/case-card.ts'
import { defineCommand } from '../command.ts'
import { personOf } from '../policy/kept-actions.ts'
import { askStored } from './ask-stored.ts'
import { caseArgument, caseAudit, caseResult, findCase } from './push-case.ts'

export const pushCaseTake = defineCommand({
  family: 'push',
  group: 'case',
  name: 'take',
  args: { id: caseArgument() },
  role: 'operator',
  visibility: 'public',
  form: true,
  examples: ['case take 12'],
  async run({ id }, context) {
    const found = await findCase(id, 'push.case.take', context)
    if (found.kind !== 'case') return found
    const assignee = personOf(context.actor)
    const changed = await askStored(context, () =>
      found.cases.change(found.record.id, { assignee, changedAt: context.now }),
    )
    if (changed.kind !== 'read') return changed
    const record = changed.value ?? found.record
    const card = caseCard(record, context.texts, context.locale)
    return { kind: 'ok', result: caseResult(record), card, audit: caseAudit(record) }
  },
})
