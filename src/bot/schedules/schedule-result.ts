import type { Schedule } from '../ports/schedules.ts'
import type { Locale } from '../texts/locale.ts'
import { describeWhen } from './describe-when.ts'
import { nextSlot } from './slots.ts'

/** A schedule for scripts; `locale` is the reader's. */
export const scheduleResult = (schedule: Omit<Schedule, 'createdAt'>, now: number, locale: Locale) => {
  const next = nextSlot(schedule, now)
  return {
    id: schedule.id,
    app: schedule.app,
    when: { cron: schedule.cron, text: describeWhen(schedule.cron, locale) },
    timeZone: schedule.timeZone,
    locale: schedule.locale,
    channel: { platform: schedule.to.platform, id: schedule.to.id },
    next: next === null ? null : new Date(next).toISOString(),
  }
}
