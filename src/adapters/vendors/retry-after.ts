/**
 * How long a server asks to be left alone, milliseconds, from its `Retry-After`: seconds, or a moment, which is read against
 * the server's own clock. Null: it does not say.
 * @param date the server's `Date`, UNIX milliseconds
 */
export function retryAfter(header: string | readonly string[] | undefined, date: number | null): number | null {
  const value = typeof header === 'string' ? header.trim() : ''
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1_000
  // A bare number of another kind would pass for a year.
  const moment = /[A-Za-z]/.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(moment) || date === null ? null : Math.max(0, moment - date)
}
