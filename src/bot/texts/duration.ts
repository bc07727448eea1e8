import type { Locale } from './locale.ts'

const UNITS = [
  ['year', 31_536_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

const TAGS: Readonly<Record<Locale, string>> = { en: 'en', zh: 'zh-CN' }

/** `15552000` → "180 days", `93600` → "1 day 2 hours": the two largest units, rounded down. Takes the absolute value. */
export function formatDuration(seconds: number, locale: Locale): string {
  let rest = Math.abs(Math.trunc(seconds))
  const parts: string[] = []
  let first = -1
  for (const [index, [unit, size]] of UNITS.entries()) {
    const amount = Math.floor(rest / size)
    rest -= amount * size
    if (amount === 0) continue
    if (first === -1) first = index
    if (index > first + 1) break
    parts.push(new Intl.NumberFormat(TAGS[locale], { style: 'unit', unit, unitDisplay: 'long' }).format(amount))
  }
  if (parts.length === 0)
    parts.push(new Intl.NumberFormat(TAGS[locale], { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(0))
  return parts.join(locale === 'zh' ? '' : ' ').replaceAll(' ', locale === 'zh' ? '' : ' ')
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

function momentFormat(timeZone: string): Intl.DateTimeFormat | null {
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
}

/** "3 hours ago", "in 2 days". */
export function formatRelative(at: number, now: number, locale: Locale): string {
  const seconds = Math.round((at - now) / 1000)
  const format = new Intl.RelativeTimeFormat(TAGS[locale], { numeric: 'always' })
  for (const [unit, size] of UNITS) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit)
  }
  return format.format(0, 'second')
}
