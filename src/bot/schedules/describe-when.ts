import type { Locale } from '../texts/locale.ts'
import { textsFor } from '../texts/texts.ts'
import { whenOfCron } from './when-of-cron.ts'
import { WEEKEND, WORKING_DAYS } from './when-parts.ts'

/** "every weekday at 09:00", "每周一、周四 10:00": five fields of cron in words, or themselves where words would not do. */
export function describeWhen(cron: string, locale: Locale): string {
  const { when: texts } = textsFor(locale).schedules
  const when = whenOfCron(cron)
  switch (when.kind) {
    case 'minutes':
      return texts.minutes(when.every)
    case 'hours':
      return texts.hours(when.every)
    case 'month':
      return texts.at(when.day === null ? texts.lastDay : texts.dayOfMonth(when.day), timesOf(when))
    case 'days':
      return texts.at(daysIn(when.days, texts), timesOf(when))
    case 'cron':
      return texts.cron(when.cron)
  }
}

type WhenTexts = ReturnType<typeof textsFor>['schedules']['when']

function daysIn(days: readonly number[], texts: WhenTexts): string {
  const all = days.join()
  if (days.length === 7) return texts.everyDay
  if (all === WORKING_DAYS.join()) return texts.workingDays
  if (all === WEEKEND.join()) return texts.weekend
  return texts.days(days)
}

const timesOf = ({ hours, minute }: { hours: readonly number[]; minute: number }): readonly string[] =>
  hours.map((hour) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
