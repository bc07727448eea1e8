import { requiredText } from '../argument.ts'
import { removedCard } from '../cards/schedules-card.ts'
import { defineCommand, type Outcome } from '../command.ts'
import type { InvalidReason } from '../problem.ts'
import { shown } from '../words/shown.ts'
import { askStored } from './ask-stored.ts'
import { noWorld } from './no-world.ts'

export const imReportRemove = defineCommand({
  family: 'im',
  group: 'report',
  name: 'remove',
  args: { id: requiredText({ place: 'word' }, { maxLength: 80 }) },
  role: 'operator',
  visibility: 'public',
  form: true,
  examples: ['report remove 3'],
  async run({ id: given }, context) {
    const opened = await context.services.world()
    if (!opened.ok) return noWorld(opened.problem, context)
    const { schedules, fixedSchedules } = opened.world.team
    const id = given.replace(/^#/, '')
    if (fixedSchedules.some((schedule) => schedule.id === id))
      return refuse({ kind: 'schedule', problem: { kind: 'fixed', given: id } })
    const stored = await askStored(context, () => schedules.list())
    if (stored.kind !== 'read') return stored
    const schedule = stored.value.find((each) => each.id === id)
    const removed = await askStored(context, async () => schedule !== undefined && (await schedules.remove(id)))
    if (removed.kind !== 'read') return removed
    if (schedule === undefined || !removed.value)
      return refuse({ kind: 'no-such-number', given: shown(given), list: '/im report list' })
    return {
      kind: 'ok',
      result: { removed: id },
      card: removedCard(schedule, context),
      audit: { app: schedule.app, schedule: id },
    }
  },
})

const refuse = (reason: InvalidReason): Extract<Outcome, { kind: 'usage' }> => ({
  kind: 'usage',
  problem: { kind: 'invalid-value', command: 'im.report.remove', argument: 'id', reason },
})
