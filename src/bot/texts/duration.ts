import type { Locale } from './locale.ts'

const UNITS = [
  ['year', 31_536_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

const TAGS: Readonly<Record<Locale, string>> = { en: 'en', zh: 'zh-CN' }

/** Formatters of `Intl` take longer to make than a whole answer, so each is made once; there are few zones and units. */
function remembered<Format>(make: (key: string) => Format): (key: string) => Format {
  const made = new Map<string, Format>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const format = make(key)
    if (made.size >= 500) made.clear()
    made.set(key, format)
    return format
  }
}

const unitFormat = remembered((key) => {
  const [tag, unit = 'second'] = key.split(' ')
  return new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' })
})

const relativeFormat = remembered((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'always' }))

/** Up to this a number of days is better understood than years and a rest. */
const YEARS_FROM = 1000 * 86_400

const unitsFor = (seconds: number) => (seconds > YEARS_FROM ? UNITS : UNITS.slice(1))

const written = (amount: number, unit: string, locale: Locale): string => {
  const text = unitFormat(`${TAGS[locale]} ${unit}`).format(amount)
  return spaced(text, locale)
}

/** Chinese texts here have a blank between digits and characters, which `Intl` does not write. */
const spaced = (text: string, locale: Locale): string =>
  locale === 'zh' ? text.replace(/(\d)\s?(?=\p{Script=Han})/gu, '$1 ') : text

/** `15552000` → "180 days", `93600` → "1 day 2 hours": the two largest units, rounded down. Takes the absolute value. */
export function formatDuration(seconds: number, locale: Locale): string {
  const whole = Math.abs(Math.trunc(seconds))
  const units = unitsFor(whole)
  const first = units.findIndex(([, size]) => whole >= size)
  const [unit, size] = units[first] ?? ['second', 1]
  const [smaller, smallerSize] = units[first + 1] ?? ['second', 1]
  const rest = Math.floor((whole % size) / smallerSize)
  const parts = [written(Math.floor(whole / size), unit, locale)]
  // Hours beside a hundred days are noise.
  if (first !== -1 && rest > 0 && !(unit === 'day' && whole >= 100 * size)) parts.push(written(rest, smaller, locale))
  return parts.join(' ')
}

/** "2026-11-25 14:02:07 UTC" or, with a zone, "2026-11-25 22:02:07 GMT+8". Always the same digits, in every language. */
export function formatMoment(at: number, timeZone: string | null): string {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return String(at)
  if (timeZone === null || timeZone === 'UTC') return `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`
  const format = momentFormat(timeZone)
  if (format === null) return formatMoment(at, null)
  const part = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]))
  return `${part['year']}-${part['month']}-${part['day']} ${part['hour']}:${part['minute']}:${part['second']} ${part['timeZoneName']}`
}

const momentFormat = remembered((timeZone): Intl.DateTimeFormat | null => {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'shortOffset',
    })
  } catch {
    return null
  }
})

/** Part of a unit that may lack: a second short of a day is a day to a person. */
const LEEWAY = 0.01

const NOW: Readonly<Record<Locale, string>> = { en: 'just now', zh: '刚才' }

/** "3 hours ago", "in 2 days". */
export function formatRelative(at: number, now: number, locale: Locale): string {
  const seconds = (at - now) / 1000
  const format = relativeFormat(TAGS[locale])
  for (const [unit, size] of unitsFor(Math.abs(seconds))) {
    const amount = Math.trunc(seconds / size + Math.sign(seconds) * LEEWAY)
    if (amount !== 0) return spaced(format.format(amount, unit), locale)
  }
  return NOW[locale]
}
