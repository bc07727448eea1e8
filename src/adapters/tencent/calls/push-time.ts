const MOST_SECONDS = 100_000_000_000
const TEXT = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?$/
const CHINA = 8 * 3_600_000
const TOLERANCE = 300_000

/**
 * UNIX milliseconds of a `PushTime`: seconds, milliseconds, or "YYYY-MM-DD hh:mm:ss"; null for what is none of them. No
 * page states the zone of the last: it is read as UTC, and as China's time where UTC would make it a time to come.
 */
export function readPushTime(raw: unknown, now: number): number | null {
  const text = typeof raw === 'number' || typeof raw === 'string' ? String(raw).trim() : ''
  if (/^\d{1,15}(?:\.\d+)?$/.test(text)) {
    const time = Number(text)
    if (time === 0) return null
    return Math.round(time < MOST_SECONDS ? time * 1_000 : time)
  }
  if (!TEXT.test(text)) return null
  const time = Date.parse(`${text.replace(' ', 'T')}Z`)
  if (Number.isNaN(time)) return null
  return time > now + TOLERANCE ? time - CHINA : time
}
