import { parseDuration, parseTime } from './time.ts'

/** From when on: so long ago (seconds), at a moment (UNIX milliseconds), or when a reader's clock last showed a time. */
export type Since =
  | { kind: 'ago'; seconds: number }
  | { kind: 'at'; at: number }
  | { kind: 'clock'; hours: number; minutes: number; day: Day }
  /** From the last such day on, today included; 1 is Monday, 7 is Sunday. `weeks` before this one. */
  | { kind: 'weekday'; day: number; weeks: 0 | 1 }

  /** From the last such date on; months are counted from 1. */
  | { kind: 'date'; month: number; day: number }

/** The day of a time; `last`: today, or yesterday where it is still to come. */
type Day = 'last' | 'yesterday' | 'two-days-ago' | 'three-days-ago'

const LONGEST = 60

/** "this morning" and "today" begin at midnight: too much is shown rather than too little. */
const PARTS_OF_DAY: Readonly<Record<string, number>> = {
  morning: 0,
  afternoon: 12,
  evening: 18,
  night: 18,
  noon: 12,
  midnight: 0,
  凌晨: 0,
  清晨: 0,
  早上: 0,
  早晨: 0,
  早: 0,
  上午: 0,
  中午: 12,
  下午: 12,
  傍晚: 18,
  晚上: 18,
  夜里: 18,
  晚: 18,
  夜: 18,
}

const DAYS: Readonly<Record<string, Day>> = {
  yesterday: 'yesterday',
  last: 'yesterday',
  today: 'last',
  this: 'last',
  昨天: 'yesterday',
  昨日: 'yesterday',
  昨: 'yesterday',
  今天: 'last',
  今日: 'last',
  今: 'last',
  'the day before yesterday': 'two-days-ago',
  'day before yesterday': 'two-days-ago',
  前天: 'two-days-ago',
  前日: 'two-days-ago',
  前: 'two-days-ago',
  大前天: 'three-days-ago',
}

const DAYS_BACK: Readonly<Record<Exclude<Day, 'last'>, number>> = {
  yesterday: 1,
  'two-days-ago': 2,
  'three-days-ago': 3,
}

const DAY = String.raw`(?:the )?day before yesterday|yesterday|today|this|last(?= night)|昨天|昨日|昨|今天|今日|今|大前天|前天|前日|前(?=晚|夜)`
const PART = String.raw`morning|afternoon|evening|night|noon|midnight|凌晨|清晨|早上|早晨|早|上午|中午|下午|傍晚|晚上|夜里|晚|夜`
const NUMBER = String.raw`\d{1,2}|[一二两三四五六七八九十]{1,3}`
const TIME = [
  String.raw`(?<h1>\d{1,2})(?::(?<m1>\d{2}))?(?::\d{2})? ?(?<half>[ap])\.?m\.?`,
  String.raw`(?<h2>\d{1,2})[:：](?<m2>\d{2})(?::\d{2})?`,
  String.raw`(?<h3>${NUMBER}) ?[点时](?:钟|整)?(?:(?<m3>${NUMBER}|半|[一三]刻)分?)?`,
].join('|')
const CLOCK = new RegExp(`^(?:(?<day>${DAY}) ?)?(?:at )?(?:(?<part>${PART}) ?)?(?:at )?(?:${TIME})?$`, 'u')
/** "2pm yesterday". */
const DAY_LAST = new RegExp(
  `^(?<time>(?!.{0,4}day before).{1,20}) (?<day>yesterday|today|this morning|this afternoon|last night)$`,
  'u',
)

const AROUND =
  /^(?:(?:the )?(?:last|past)|in the (?:last|past)|最近的?|过去的?|近|这) ?| ?(?:ago|之前|以前|前|以来|之内|以内|内|里)$/gu
const SPOKEN =
  /^(?<amount>\d{1,6}|an?|one|two|three|four|five|six|seven|eight|nine|ten|half an?|a few|few|several|a couple of|couple of|半|几|[一二两三四五六七八九十]{1,3})? ?(?:个)? ?(?<unit>seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|秒钟?|分钟?|小时|钟头|天|周|星期|月)$/u
const UNITS: readonly (readonly [start: string, seconds: number])[] = [
  ['sec', 1],
  ['秒', 1],
  ['min', 60],
  ['分', 60],
  ['h', 3600],
  ['小时', 3600],
  ['钟头', 3600],
  ['day', 86_400],
  ['天', 86_400],
  ['week', 604_800],
  ['周', 604_800],
  ['星期', 604_800],
  ['month', 2_592_000],
  ['月', 2_592_000],
]

/**
 * `2h`, `90m`, `1d12h`, seconds; ISO 8601 or UNIX seconds of ten digits; `14:00`, `2pm`, `下午2点`, `14点30分`; `yesterday`,
 * `this morning`, `昨天`, `今早`, also with a time; and how people say these ("2 hours ago", "最近两小时"). Null: none of them.
 */
export function parseSince(value: string | number): Since | null {
  const text = String(value).trim().toLowerCase().replace(/\s+/g, ' ')
  if (text === '' || text.length > LONGEST) return null
  if (!/^\d{1,9}$/.test(text)) {
    const at = parseTime(text)
    // Eleven digits are neither seconds of this century nor milliseconds.
    if (at !== null) return /^\d{11}/.test(text) ? null : { kind: 'at', at }
  }
  const seconds = parseDuration(text) ?? spokenDuration(text)
  if (seconds !== null) return seconds > 0 ? { kind: 'ago', seconds } : null
  const named = parseWeekday(text) ?? parseDate(text)
  if (named !== null) return named
  const [, time, day] = DAY_LAST.exec(text) ?? []
  return parseClock(time === undefined ? text : `${day} ${time}`)
}

const WEEK = /^(?:this week|本周|这周|这个?星期|这个?礼拜|本星期)$/u
const WEEKDAY =
  /^(?:(?<last>last|上)? ?(?<en>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|(?<lastZh>上)?(?:个?星期|周|个?礼拜)(?<zh>[一二三四五六日天]))$/u
const EN_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

function parseWeekday(text: string): Since | null {
  if (WEEK.test(text)) return { kind: 'weekday', day: 1, weeks: 0 }
  const { en, zh, lastZh } = WEEKDAY.exec(text)?.groups ?? {}
  if (en !== undefined) return { kind: 'weekday', day: EN_DAYS.indexOf(en.slice(0, 3)) + 1, weeks: 0 }
  if (zh === undefined) return null
  return {
    kind: 'weekday',
    day: '一二三四五六日'.indexOf(zh === '天' ? '日' : zh) + 1,
    weeks: lastZh === undefined ? 0 : 1,
  }
}

function parseDate(text: string): Since | null {
  const { month, day } = /^(?<month>\d{1,2}) ?月 ?(?<day>\d{1,2}) ?[日号]?$/u.exec(text)?.groups ?? {}
  const date = { month: Number(month), day: Number(day) }
  const isDate = date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31
  return isDate ? { kind: 'date', ...date } : null
}

function spokenDuration(text: string): number | null {
  const bare = text.replace(AROUND, '')
  const exact = /\d/.test(bare) && !/^\d+$/.test(bare) ? parseDuration(bare) : null
  if (exact !== null) return exact
  const { amount, unit = '' } = SPOKEN.exec(bare)?.groups ?? {}
  const seconds = UNITS.find(([start]) => unit.startsWith(start))?.[1]
  // Without a number only "the last hour" is a duration; "hour" alone is none.
  if (seconds === undefined || (amount === undefined && bare === text)) return null
  return (amount === undefined ? 1 : amountOf(amount)) * seconds
}

const WORDS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

function amountOf(word: string): number {
  if (/^half|半/.test(word)) return 0.5
  if (/couple/.test(word)) return 2
  // Too much is shown rather than too little.
  if (/few|several|几/.test(word)) return 3
  if (/^an?$/.test(word)) return 1
  const spoken = WORDS.indexOf(word)
  return spoken > 0 ? spoken : numberOf(word)
}

const DIGITS = '零一二三四五六七八九'

/** `12`, or 十二 up to 九十九. */
function numberOf(word: string): number {
  if (/^\d/.test(word)) return Number(word)
  const digits = word.replaceAll('两', '二')
  const [tens, ones] = digits.includes('十') ? digits.split('十', 2) : ['零', digits]
  const digit = (each: string | undefined, empty: number) =>
    each === undefined || each === '' ? empty : DIGITS.indexOf(each)
  return 10 * digit(tens, 1) + digit(ones, 0)
}

function parseClock(text: string): Since | null {
  const { day, part, h1, h2, h3, m1, m2, m3, half } = CLOCK.exec(text)?.groups ?? {}
  const hour = h1 ?? h2 ?? h3
  // "this" and "昨" are days only with a part of them.
  if (hour === undefined && (part === undefined ? day === undefined || /^(?:this|last|昨|今|前)$/.test(day) : false))
    return null
  const which = day === undefined ? 'last' : DAYS[day]
  if (which === undefined) return null
  if (hour === undefined)
    return { kind: 'clock', hours: part === undefined ? 0 : (PARTS_OF_DAY[part] ?? 0), minutes: 0, day: which }
  const hours = hoursOf(numberOf(hour), half, part)
  const minutes = minutesOf(m1 ?? m2 ?? m3)
  if (hours === null || !(minutes >= 0 && minutes < 60)) return null
  return { kind: 'clock', hours, minutes, day: which }
}

const minutesOf = (given: string | undefined): number => {
  if (given === undefined) return 0
  if (given === '半') return 30
  return given.endsWith('刻') ? 15 * numberOf(given.slice(0, 1)) : numberOf(given)
}

/** Of 24 hours; null: there is no such hour. */
function hoursOf(hour: number, half: string | undefined, part: string | undefined): number | null {
  if (half !== undefined) return hour >= 1 && hour <= 12 ? (hour % 12) + (half === 'p' ? 12 : 0) : null
  if (!(hour >= 0 && hour <= 24)) return null
  const isLate = part !== undefined && /afternoon|evening|night$|下午|傍晚|晚|夜/.test(part)
  if (isLate && hour < 12) return hour + 12
  if (part !== undefined && hour === 12) return /晚|夜|凌晨|night$/.test(part) ? 0 : 12
  return part === '中午' && hour <= 2 ? hour + 12 : hour % 24
}

const DAY_MS = 86_400_000

/**
 * The moment meant, in UNIX milliseconds, never after `now`. `timeZone` is the IANA name of the reader's zone; null, or one
 * that is not known: UTC. Where the clocks were put back a time of day is the later of its two moments that has passed;
 * where they were put forward, one that never was is as much later.
 */
export function sinceToTime(since: Since, now: number, timeZone: string | null): number {
  if (since.kind === 'ago') return Math.max(0, now - since.seconds * 1000)
  if (since.kind === 'at') return Math.min(since.at, now)
  const wall = wallClock(timeZone)
  const midnight = Math.floor(wall(now) / DAY_MS) * DAY_MS
  if (since.kind === 'weekday') {
    const today = ((Math.floor(midnight / DAY_MS) + 3) % 7) + 1
    const ago = since.weeks === 1 ? today - 1 + 7 - (since.day - 1) : (today - since.day + 7) % 7
    return Math.min(...momentsOf(midnight - ago * DAY_MS, wall))
  }
  if (since.kind === 'date') {
    const year = new Date(midnight).getUTCFullYear()
    const shown = [year, year - 1].map((each) => Date.UTC(each, since.month - 1, since.day))
    return Math.min(...momentsOf(shown.find((each) => each <= midnight) ?? midnight, wall))
  }
  const inDay = (since.hours * 60 + since.minutes) * 60_000
  if (since.day !== 'last') return Math.min(...momentsOf(midnight - DAYS_BACK[since.day] * DAY_MS + inDay, wall))
  const passed = momentsOf(midnight + inDay, wall).filter((moment) => moment <= now)
  return Math.max(...(passed.length > 0 ? passed : momentsOf(midnight - DAY_MS + inDay, wall)))
}

type Wall = (moment: number) => number

/** The moments at which clocks show this: one, two where they were put back, the one after the gap where forward. */
function momentsOf(shown: number, wall: Wall): readonly number[] {
  const guesses = [shown - DAY_MS, shown + DAY_MS].map((near) => shown - (wall(near) - near))
  const right = guesses.filter((moment) => wall(moment) === shown)
  return right.length > 0 ? right : [Math.max(...guesses)]
}

/** What a zone's clocks show at a moment, as if it were UTC, so that it can be reckoned with. */
function wallClock(timeZone: string | null): Wall {
  const format = formatOf(timeZone)
  if (format === null) return (moment) => moment
  return (moment) => {
    const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
    const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
    const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
    return shown + (((moment % 1000) + 1000) % 1000)
  }
}

function formatOf(timeZone: string | null): Intl.DateTimeFormat | null {
  if (timeZone === null) return null
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    return null
  }
}
