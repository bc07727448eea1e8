import { closest } from '../words/closest.ts'

export type ReadZone =
  | { kind: 'zone'; timeZone: string }
  /** `+8`, `GMT+8`: no zone, since it knows no summer time. */
  | { kind: 'offset' }
  | { kind: 'unknown'; closest: string | null }

/** What people write and no list of zones has. */
const ALSO: Readonly<Record<string, string>> = {
  utc: 'UTC',
  gmt: 'UTC',
  z: 'UTC',
  beijing: 'Asia/Shanghai',
  北京: 'Asia/Shanghai',
  北京时间: 'Asia/Shanghai',
  上海: 'Asia/Shanghai',
  中国: 'Asia/Shanghai',
  香港: 'Asia/Hong_Kong',
  台北: 'Asia/Taipei',
  新加坡: 'Asia/Singapore',
  东京: 'Asia/Tokyo',
}

const OFFSET = /^(?:utc|gmt)? ?[+-] ?\d{1,2}(?::?\d{2})?$/i

/** An IANA name in any case (`asia/shanghai`), the last part of one (`new york`), or `UTC`. */
export function readTimeZone(text: string): ReadZone {
  const given = text.normalize('NFKC').trim().toLowerCase()
  if (OFFSET.test(given)) return { kind: 'offset' }
  const also = ALSO[given]
  if (also !== undefined) return { kind: 'zone', timeZone: also }
  const name = given.replace(/\s+/g, '_')
  const known = Intl.supportedValuesOf('timeZone')
  const found =
    known.find((zone) => zone.toLowerCase() === name) ??
    known.find((zone) => zone.toLowerCase().endsWith(`/${name}`)) ??
    asWritten(name)
  if (found !== null) return { kind: 'zone', timeZone: found }
  return { kind: 'unknown', closest: closest(name, known, 1)[0] ?? null }
}

/** Of the names that are not listed, such as old ones, by what the platform makes of them. */
function asWritten(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return null
  }
}
