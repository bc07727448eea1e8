/** Less than this is latency, and no server minds it. */
export const SKEW_TOLERANCE_MS = 60_000

/** The time in a `Date` header, UNIX milliseconds; null: none, or not readable. */
export function dateOf(header: string | readonly string[] | undefined): number | null {
  const time = typeof header === 'string' ? Date.parse(header) : Number.NaN
  return Number.isNaN(time) ? null : time
}

/**
 * How far this machine's clock is from that of a server, milliseconds; positive: ahead. Null: near enough, or the server did
 * not say.
 *
 * @param date the server's time, UNIX milliseconds
 * @param now this machine's time at the answer, UNIX milliseconds
 */
export function clockSkew(date: number | null, now: number, toleranceMs = SKEW_TOLERANCE_MS): number | null {
  const ahead = date === null ? 0 : now - date
  return Math.abs(ahead) > toleranceMs ? ahead : null
}
