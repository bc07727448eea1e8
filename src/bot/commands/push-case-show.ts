import { caseCard } from '../cards/cases/case-card.ts'
import { defineCommand } from '../command.ts'
import { caseArgument, caseAudit, caseResult, findCase } from './push-case.ts'

export const pushCaseShow = defineCommand({
  family: 'push',
  group: 'case',
  name: 'show',
  isDefault: true,
  args: { id: caseArgument() },
  role: 'viewer',
  visibility: 'public',
  form: true,
  examples: ['case 12'],
  async run({ id }, context) {
    const found = await findCase(id, 'push.case.show', context)
    if (found.kind !== 'case') return found
    const { record } = found
    const card = caseCard(record, context.texts, context.locale)
    return { kind: 'ok', result: caseResult(record), card, audit: caseAudit(record) }
  },
})
