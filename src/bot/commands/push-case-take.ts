import { defineCommand } from '../command.ts'
import { personOf } from '../policy/kept-actions.ts'
import { caseArgument, changeCase } from './push-case.ts'

export const pushCaseTake = defineCommand({
  family: 'push',
  group: 'case',
  name: 'take',
  args: { id: caseArgument() },
  role: 'operator',
  visibility: 'public',
  form: true,
  examples: ['case take 12'],
  run({ id }, context) {
    const taken = { assignee: personOf(context.actor), changedAt: context.now }
    return changeCase(id, 'push.case.take', taken, context)
  },
})
