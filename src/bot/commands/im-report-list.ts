import { scheduleListCard } from '../cards/schedules-card.ts'
import { defineCommand } from '../command.ts'
import { scheduleResult } from '../schedules/schedule-result.ts'
import { askStored } from './ask-stored.ts'
import { noWorld } from './no-world.ts'

export const imReportList = defineCommand({
  family: 'im',
  group: 'report',
  name: 'list',
  args: {},
  role: 'operator',
  visibility: 'public',
  form: false,
  examples: ['report list'],
  async run(_input, context) {
    const opened = await context.services.world()
    if (!opened.ok) return noWorld(opened.problem, context)
    const { schedules, fixedSchedules } = opened.world.team
    const stored = await askStored(context, () => schedules.list())
    if (stored.kind !== 'read') return stored
    const all = [...fixedSchedules, ...stored.value]
    return {
      kind: 'ok',
      result: {
        schedules: all.map((schedule) => ({
          ...scheduleResult(schedule, context.now, context.locale),
          fixed: schedule.createdBy === null,
          createdBy: schedule.createdBy,
        })),
      },
      card: scheduleListCard(all, context),
      audit: { schedules: all.length },
    }
  },
})
