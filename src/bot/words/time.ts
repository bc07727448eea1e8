const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i

/**
 * ISO 8601 (UTC where no offset is given) or UNIX seconds → UNIX milliseconds; null when it is neither. Seconds have at
 * most eleven digits, until the year 5138: more are milliseconds, and are refused rather than taken for a far future.
 */
export function parseTime(value: string | number): number | null {
  const text = String(value).trim()
  if (/^\d{1,11}(?:\.\d{1,9})?$/.test(text)) return Math.round(Number(text) * 1000)
  const match = ISO.exec(text)
  if (!match) return null
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', zone = 'Z'] = match
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}${offsetOf(zone)}`)
  if (Number.isNaN(time)) return null
  // Date.parse takes 2026-02-30 for 2 March in some engines; a date that does not exist is refused.
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day) ? time : null
}

/** `z`, `+08`, `+0800` or `+08:00` as Date.parse takes it. */
const offsetOf = (zone: string): string =>
  zone.length === 1 ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`

const UNIT_SECONDS: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
  秒: 1,
  分: 60,
  分钟: 60,
  小时: 3600,
  天: 86_400,
  周: 604_800,
  年: 31_536_000,
}

const DURATION = /^(?:\d{1,12}(?:s|m|h|d|w|y|秒|分钟|分|小时|天|周|年))+$/i
const PART = /(\d{1,12})(s|m|h|d|w|y|秒|分钟|分|小时|天|周|年)/gi

/** `90s`, `15m`, `12h`, `7d`, `2w`, `1y`, joined as in `1d12h`, or a bare number of seconds → seconds; null otherwise. */
export function parseDuration(value: string | number): number | null {
  const text = String(value).trim()
  if (/^\d{1,12}$/.test(text)) return Number(text)
  if (!DURATION.test(text)) return null
  let seconds = 0
  for (const [, amount, unit] of text.matchAll(PART))
    seconds += Number(amount) * (UNIT_SECONDS[unit?.toLowerCase() ?? ''] ?? 0)
  return Math.min(seconds, Number.MAX_SAFE_INTEGER)
}
