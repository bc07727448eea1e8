import { everyHours, everyMinutes, EVERY_DAY, range, sameMinute, type When } from './when-parts.ts'

const NAMES = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']
const NUMBERS = /^\d{1,2}(?:,\d{1,2})*$/

/** What five fields of cron say, where words can say it as well; else the fields themselves. */
export function whenOfCron(cron: string): When {
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = cron.trim().split(/\s+/)
  return readFields(minute, hour, day, month, weekday) ?? { kind: 'cron', cron }
}

function readFields(minute: string, hour: string, day: string, month: string, weekday: string): When | null {
  if (month !== '*') return null
  const everyDay = day === '*' && weekday === '*'
  if (everyDay && hour === '*') return minute === '0' ? everyHours(1) : everyMinutes(stepOf(minute))
  if (everyDay && minute === '0' && stepOf(hour) !== null) return everyHours(stepOf(hour))
  if (!/^\d{1,2}$/.test(minute) || !NUMBERS.test(hour)) return null
  const clock = sameMinute(hour.split(',').map((each) => ({ hour: Number(each), minute: Number(minute) })))
  if (clock === null) return null
  if (day === '*') {
    const days = daysOf(weekday)
    return days === null ? null : { kind: 'days', days, ...clock }
  }
  if (weekday !== '*') return null
  if (day === 'L') return { kind: 'month', day: null, ...clock }
  return /^\d{1,2}$/.test(day) ? { kind: 'month', day: Number(day), ...clock } : null
}

function stepOf(field: string): number | null {
  const step = /^\*\/(\d{1,2})$/.exec(field)?.[1]
  return step === undefined ? null : Number(step)
}

function daysOf(field: string): readonly number[] | null {
  if (field === '*') return EVERY_DAY
  const days = new Set<number>()
  for (const part of field.toUpperCase().split(',')) {
    const [from, to, ...more] = part.split('-').map(dayOf)
    if (from === undefined || from < 0 || (to !== undefined && to < 0) || more.length > 0) return null
    for (const day of range(from, to ?? from)) days.add(day)
  }
  return [...days].sort((a, b) => a - b)
}

const dayOf = (word: string): number => (/^[0-7]$/.test(word) ? Number(word) % 7 : NAMES.indexOf(word))
