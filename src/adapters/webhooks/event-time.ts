/** Numbers below are seconds, those above milliseconds: it is the year 5138 in the one, and 1973 in the other. */
const SECONDS_END = 100_000_000_000
/** Before Tencent IM. */
const EARLIEST = Date.UTC(2010, 0, 1)
const DAY = 86_400_000

/** A whole number that came as one or as digits; null: neither. */
export function wholeNumber(value: unknown): number | null {
  const number = typeof value === 'string' && /^[+-]?\d{1,16}$/.test(value.trim()) ? Number(value) : value
  return Number.isSafeInteger(number) ? Number(number) : null
}

/**
 * UNIX milliseconds of a time in seconds or milliseconds: `State.StateChange` has milliseconds, pushes and messages have
 * seconds. It may lie in the future; null: it is no number, or older than Tencent IM.
 */
export function statedTime(value: unknown): number | null {
  const number = wholeNumber(value)
  if (number === null) return null
  const milliseconds = number < SECONDS_END ? number * 1_000 : number
  return milliseconds < EARLIEST ? null : milliseconds
}

/** The stated time where it can be one, else the time of receipt; UNIX milliseconds. */
export const plausibleTime = (stated: number | null, receivedAt: number): number =>
  stated !== null && stated <= receivedAt + DAY ? stated : receivedAt
