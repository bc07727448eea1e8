import {
  EVERY_DAY,
  everyHours,
  everyMinutes,
  onDays,
  range,
  sameMinute,
  WEEKEND,
  WORKING_DAYS,
  type When,
} from './when-parts.ts'
import { timeOfDay, type TimeOfDay } from './time-of-day.ts'

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
const DAY =
  'sun(?:day)?s?|mon(?:day)?s?|tue(?:s(?:day)?)?s?|wed(?:nesday)?s?|thu(?:r(?:s(?:day)?)?)?s?|fri(?:day)?s?|sat(?:urday)?s?'
const PART = 'mornings?|afternoons?|evenings?|nights?'
const AMOUNTS: Readonly<Record<string, number>> = {
  two: 2,
  other: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  eight: 8,
  ten: 10,
  fifteen: 15,
  twelve: 12,
  thirty: 30,
}
const ORDINALS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fifteenth: 15 }

const EVERY_N = /^(?:every |each )?(?:(?<amount>\d{1,2}|[a-z]+) )?(?<unit>hours?|hrs?|h|minutes?|mins?|m)$/
const HALF_HOUR = /^every half(?: an)? hour$/

/** What one word, or a few that belong together, say. */
type Word =
  | { kind: 'days'; days: readonly number[] }
  | { kind: 'month' }
  | { kind: 'day-of-month'; day: number | null }
  | { kind: 'time'; hour: number; minute: number; half: string | null }
  | { kind: 'part'; part: string }
  | { kind: 'filler' }

type Reader = readonly [pattern: RegExp, read: (groups: Readonly<Record<string, string | undefined>>) => Word]

const days = (list: readonly number[]): Word => ({ kind: 'days', days: list })
const dayOf = (word: string | undefined): number => DAYS.findIndex((day) => word?.startsWith(day) ?? false)

/** In the order in which they are tried; each takes whole words from the beginning of what is left. */
const READERS: readonly Reader[] = [
  [/(?:week|work|working|business) ?days?/, () => days(WORKING_DAYS)],
  [/weekends?/, () => days(WEEKEND)],
  [/(?:every ?)?days?(?! of)|daily|everyday/, () => days(EVERY_DAY)],
  [
    new RegExp(`(?<from>${DAY}) ?(?:-|to|through|until|till) ?(?<to>${DAY})`),
    ({ from, to }) => days(range(dayOf(from), dayOf(to))),
  ],
  [new RegExp(`(?<day>${DAY})`), ({ day }) => days([dayOf(day)])],
  [/last day(?: of)?|day l(?: of)?/, () => ({ kind: 'day-of-month', day: null })],
  [/(?<day>\d{1,2})(?:st|nd|rd|th)(?: day)?(?: of)?/, ({ day }) => ({ kind: 'day-of-month', day: Number(day) })],
  [
    /(?<day>first|second|third|fifteenth)(?: day)?(?: of)?/,
    ({ day = '' }) => ({ kind: 'day-of-month', day: ORDINALS[day] ?? null }),
  ],
  [/day (?<day>\d{1,2})(?: of)?/, ({ day }) => ({ kind: 'day-of-month', day: Number(day) })],
  [/months?|monthly/, () => ({ kind: 'month' })],
  [/noon|midday/, () => ({ kind: 'time', hour: 12, minute: 0, half: null })],
  [/midnight/, () => ({ kind: 'time', hour: 0, minute: 0, half: null })],
  [
    /(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))? ?(?:o'?clock|h(?:rs)?|(?<half>[ap])\.?m\.?)?/,
    ({ hour, minute = '0', half }) => ({
      kind: 'time',
      hour: Number(hour),
      minute: Number(minute),
      half: half === undefined ? null : `${half}m`,
    }),
  ],
  [new RegExp(`(?<part>${PART})`), ({ part = '' }) => ({ kind: 'part', part: part.replace(/s$/, '') })],
  [/every|each|on|at|in|the|of|and|week|weekly|&|,/, () => ({ kind: 'filler' })],
]

const ANCHORED: readonly Reader[] = READERS.map(([pattern, read]) => [
  new RegExp(`^(?:${pattern.source})(?= |,|$)`),
  read,
])

/** "every weekday 09:00", "mondays and thursdays at 10 am", "hourly". @param text in lower case, with single blanks */
export function parseEnglishWhen(text: string): When | null {
  if (text === 'hourly') return everyHours(1)
  if (HALF_HOUR.test(text)) return everyMinutes(30)
  const often = EVERY_N.exec(text)?.groups
  if (often !== undefined) {
    const { amount = '1', unit = '' } = often
    const every = /^\d/.test(amount) ? Number(amount) : (AMOUNTS[amount] ?? null)
    return unit.startsWith('m') ? everyMinutes(every) : everyHours(every)
  }
  const words = readWords(text)
  return words === null ? null : putTogether(words)
}

function readWords(text: string): readonly Word[] | null {
  const words: Word[] = []
  let left = text.replaceAll(/\s*,\s*/g, ' , ').trim()
  while (left !== '') {
    let taken = 0
    for (const [pattern, read] of ANCHORED) {
      const match = pattern.exec(left)
      if (match === null) continue
      words.push(read(match.groups ?? {}))
      taken = match[0].length
      break
    }
    if (taken === 0) return null
    left = left.slice(taken).trimStart()
  }
  return words
}

function putTogether(words: readonly Word[]): When | null {
  const part = words.find((word) => word.kind === 'part')?.part ?? null
  const times: TimeOfDay[] = []
  for (const word of words) {
    if (word.kind !== 'time') continue
    const time = timeOfDay(word.hour, word.minute, word.half ?? part)
    if (time === null) return null
    times.push(time)
  }
  const named = words.filter((word) => word.kind === 'days')
  const monthly = words.filter((word) => word.kind === 'day-of-month')
  const [onDay] = monthly
  if (onDay !== undefined) {
    const clock = sameMinute(times)
    const { day } = onDay
    const exists = day === null || (day >= 1 && day <= 31)
    const spoken = monthly.length === 1 && named.length === 0 && words.some(({ kind }) => kind === 'month')
    return clock !== null && exists && spoken ? { kind: 'month', day, ...clock } : null
  }
  if (words.some(({ kind }) => kind === 'month')) return null
  // "every morning at 9" names no day, and means all.
  const days = named.length === 0 && part !== null ? EVERY_DAY : named.flatMap((word) => word.days)
  return onDays(new Set(days), times)
}
