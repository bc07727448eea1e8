import type { VendorCall } from './checking-server.ts'

const FORM = 'application/x-www-form-urlencoded'

/** Each field that differs, and how. An array of the wanted value stands for several that are fine; null: anything. */
export function differing(
  got: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>>,
): readonly string[] {
  const missing = Object.keys(wanted).filter((key) => !(key in got))
  const wrong = Object.entries(got).flatMap(([key, value]) => {
    if (!(key in wanted)) return [`${key} is not a parameter`]
    const want = wanted[key]
    return want === null || JSON.stringify(value) === JSON.stringify(want) ? [] : [`${key}=${JSON.stringify(value)}`]
  })
  return [...missing.map((key) => `${key} is missing`), ...wrong]
}

/** What a form holds; a name given twice is an objection. */
export function formOf({ headers, body }: VendorCall): { fields: Record<string, string>; objections: string[] } {
  const type = headers['content-type'] ?? ''
  const pairs = [...new URLSearchParams(body)]
  const fields = Object.fromEntries(pairs)
  const objections = [
    ...(type.startsWith(FORM) ? [] : [`content-type ${type}`]),
    ...(Object.keys(fields).length === pairs.length ? [] : ['a parameter twice']),
  ]
  return { fields, objections }
}

export function jsonOf({ headers, body }: VendorCall): { fields: Record<string, unknown>; objections: string[] } {
  const type = headers['content-type'] ?? ''
  const objections = type.startsWith('application/json') ? [] : [`content-type ${type}`]
  try {
    return { fields: JSON.parse(body) as Record<string, unknown>, objections }
  } catch {
    return { fields: {}, objections: [...objections, 'not JSON'] }
  }
}

/** OPPO and vivo: more than ten minutes off is refused. */
export const withinTenMinutes = (timestamp: unknown, now: number): boolean =>
  /^\d{13}$/.test(String(timestamp)) && Math.abs(Number(timestamp) - now) <= 600_000
