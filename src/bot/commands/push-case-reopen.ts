import { defineCommand } from '../command.ts'
import { caseArgument, changeCase } from './push-case.ts'

export const pushCaseReopen = defineCommand({
  family: 'push',
  group: 'case',
  name: 'reopen',
  args: { id: caseArgument() },
  role: 'operator',
  visibility: 'public',
  form: true,
  examples: ['case reopen 12'],
  run({ id }, context) {
    const reopened = { state: 'open', trueCause: null, closedAt: null, closedBy: null, changedAt: context.now } as const
    return changeCase(id, 'push.case.reopen', reopened, context)
  },
})
