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
import { smallNumber, timeOfDay, type TimeOfDay } from './time-of-day.ts'

const NUMBER = String.raw`(?:\d{1,2}|[零〇一二两三四五六七八九十]{1,3})`
const PART = '(?:凌晨|清晨|早上|早晨|早间|早|上午|中午|下午|傍晚|晚上|晚间|晚|夜里|夜间)'
const AND = '(?:和|与|及|跟|、|,)'
const TO = '(?:到|至|-|~)'
const WEEK = '(?:周|星期|礼拜)'
const DAY = '[一二三四五六日天]'

const TIME = String.raw`(?:${PART}?(?:${NUMBER}[点时](?:钟|整|半|[一三]刻|${NUMBER}分?)?|\d{1,2}:\d{2})|正午|午夜)`
const TIMES = `(?<times>${TIME}(?:${AND}${TIME})*)`
/** 一, 一三五, 一和周四, 一到周五. */
const DAYS = `${WEEK}(?<list>${DAY}(?:(?:${AND}|${TO})?${WEEK}?${DAY})*)`

const EVERY_N = new RegExp(`^每隔?(?<amount>${NUMBER}|半)?个?(?<unit>小时|钟头|分钟)(?:一次|1次)?$`, 'u')
const ON_DAYS = new RegExp(
  `^(?:每逢|每个|每|逢)?(?:(?<all>天|日)|(?<working>工作日|平日)|(?<weekend>周末)|${DAYS})${TIMES}$`,
  'u',
)
const ON_MONTHS = new RegExp(`^每个?月(?:(?<day>${NUMBER})[号日]|最后一天|月底|月末)${TIMES}$`, 'u')
const ONE_TIME = new RegExp(
  String.raw`^(?<part>${PART})?(?:(?<hour>${NUMBER})[点时](?<rest>.*)|(?<h>\d{1,2}):(?<m>\d{2}))$`,
  'u',
)
const ONE_DAYS = new RegExp(`^${WEEK}?(?<from>${DAY})(?:${TO}${WEEK}?(?<to>${DAY}))?$`, 'u')

/** "每个工作日 09:00", "每周一和周四下午3点", "每小时". @param text in half-width characters */
export function parseChineseWhen(text: string): When | null {
  const plain = text.replaceAll(/[\s的在于]/gu, '')
  const often = EVERY_N.exec(plain)?.groups
  if (often !== undefined) return everyOften(often['amount'], often['unit'] === '分钟')
  const monthly = ON_MONTHS.exec(plain)?.groups
  if (monthly !== undefined) return onDayOfMonth(monthly['day'], monthly['times'] ?? '')
  const daily = ON_DAYS.exec(plain)?.groups
  const times = readTimes(daily?.['times'] ?? '')
  if (daily === undefined || times === null) return null
  if (daily['all'] !== undefined) return onDays(new Set(EVERY_DAY), times)
  if (daily['working'] !== undefined) return onDays(new Set(WORKING_DAYS), times)
  if (daily['weekend'] !== undefined) return onDays(new Set(WEEKEND), times)
  const days = readDays(daily['list'] ?? '')
  return days === null ? null : onDays(days, times)
}

function everyOften(amount: string | undefined, minutes: boolean): When | null {
  if (amount === '半') return minutes ? null : everyMinutes(30)
  const every = amount === undefined ? 1 : smallNumber(amount)
  return minutes ? everyMinutes(every) : everyHours(every)
}

function onDayOfMonth(given: string | undefined, times: string): When | null {
  const day = given === undefined ? null : smallNumber(given)
  const clock = sameMinute(readTimes(times) ?? [])
  if (clock === null || (given !== undefined && (day === null || day < 1 || day > 31))) return null
  return { kind: 'month', day, ...clock }
}

function readDays(list: string): ReadonlySet<number> | null {
  const days = new Set<number>()
  for (const part of list.split(/[和与及跟、,]/u)) {
    const { from, to } = ONE_DAYS.exec(part)?.groups ?? {}
    if (from !== undefined) for (const day of range(dayOf(from), dayOf(to ?? from))) days.add(day)
    // 一三五
    else if (/[到至~-]/u.test(part)) return null
    else for (const letter of part.replaceAll(/周|星期|礼拜/gu, '')) days.add(dayOf(letter))
  }
  return days
}

const dayOf = (letter: string): number => Math.max(0, '日一二三四五六'.indexOf(letter))

/** A part of the day holds for the times after it, as in 早上9点和10点. */
function readTimes(list: string): readonly TimeOfDay[] | null {
  let before: string | null = null
  const times: TimeOfDay[] = []
  for (const text of list.split(/[和与及跟、,]/u)) {
    const time = readTime(text, before)
    if (time === null) return null
    times.push(time.time)
    before = time.part
  }
  return times
}

function readTime(text: string, before: string | null): { time: TimeOfDay; part: string | null } | null {
  if (text === '正午' || text === '午夜') return { time: { hour: text === '正午' ? 12 : 0, minute: 0 }, part: null }
  const { part = before, hour, rest = '', h, m } = ONE_TIME.exec(text)?.groups ?? {}
  const time = h === undefined ? ofWords(hour, rest, part) : timeOfDay(Number(h), Number(m), part)
  return time === null ? null : { time, part }
}

function ofWords(hour: string | undefined, rest: string, part: string | null): TimeOfDay | null {
  const hours = hour === undefined ? null : smallNumber(hour)
  const minutes = minutesOf(rest)
  return hours === null || minutes === null ? null : timeOfDay(hours, minutes, part)
}

function minutesOf(rest: string): number | null {
  if (rest === '' || rest === '钟' || rest === '整') return 0
  if (rest === '半') return 30
  const quarter = /^([一三])刻$/u.exec(rest)
  return quarter === null ? smallNumber(rest.replace(/分$/u, '')) : quarter[1] === '一' ? 15 : 45
}
