import type { Claims } from './claims.ts'
import type { UsersigFinding } from './finding.ts'
import { LONGEST_LIFETIME, SECONDS_PER_DAY, USUAL_LIFETIME } from './limits.ts'
import { newFinding } from './new-finding.ts'

export interface Times {
  /** UNIX milliseconds; null where no Date can hold it. */
  issuedAt: number | null
  expiresAt: number | null
  ttlSeconds: number | string | null
  remainingSeconds: number | null
}

/** Seconds by which a clock may be ahead of ours. */
const CLOCK_TOLERANCE = 300
const LATEST_DATE = 8.64e15
const SECONDS_PER_HOUR = 3_600
const MILLISECONDS_PER_DAY = 86_400_000

/** What a claimed issue time and lifetime come to. */
export function readTimes({ time, lifetime }: Claims, now: number): Times {
  const issued = time === null ? null : Number(time)
  const length = lifetime === null ? null : Number(lifetime)
  const end = issued === null || length === null ? null : toDate(issued + length)
  return {
    issuedAt: issued === null ? null : toDate(issued),
    expiresAt: end,
    ttlSeconds: length !== null && Number.isSafeInteger(length) ? length : lifetime,
    remainingSeconds: end === null ? null : end / 1_000 - Math.floor(now / 1_000),
  }
}

function toDate(seconds: number): number | null {
  return seconds * 1_000 <= LATEST_DATE ? seconds * 1_000 : null
}

/** Findings on time. Sums beyond 2^53 lose digits here, which at such sizes decides nothing. */
export function checkTimes(claims: Claims, now: number, findings: UsersigFinding[]): void {
  const { time, lifetime, userbuf } = claims
  const seconds = Math.floor(now / 1_000)
  const issued = time === null ? null : Number(time)
  if (issued !== null && issued > seconds + CLOCK_TOLERANCE) {
    findings.push(newFinding('not-yet-valid', notYetValid(issued, seconds)))
  }
  if (lifetime === null) return
  const length = Number(lifetime)
  const inMilliseconds = length >= 1e9 || (length > 0 && length % MILLISECONDS_PER_DAY === 0)
  if (inMilliseconds) {
    const isMoment = length >= 1.5e9 && length <= 2.1e9 && length % MILLISECONDS_PER_DAY !== 0
    const hint = isMoment ? 'absolute-time' : 'milliseconds'
    findings.push(newFinding('expire-in-milliseconds', { value: lifetime, hint }))
  } else if (length > USUAL_LIFETIME) {
    const severity = length > LONGEST_LIFETIME ? 'warning' : 'note'
    findings.push(newFinding('long-lived', { lifetimeSeconds: length }, { severity }))
  }
  if (issued === null) return
  const remaining = issued + length - seconds
  if (remaining < 0) {
    const base = { at: (issued + length) * 1_000, secondsAgo: -remaining, lifetimeSeconds: length }
    const isTiny = length <= 366 && userbuf === null
    findings.push(newFinding('expired', isTiny ? { ...base, hint: 'lifetime-unit' } : base))
  } else if (isSoon(remaining, length, userbuf !== null) && issued <= seconds + CLOCK_TOLERANCE) {
    findings.push(newFinding('expires-soon', { at: (issued + length) * 1_000, remainingSeconds: remaining }))
  }
}

/** A signature made for a day, or a ticket made for minutes, is not about to expire while most of its life is ahead. */
function isSoon(remaining: number, lifetime: number, isTicket: boolean): boolean {
  if (remaining > SECONDS_PER_DAY) return false
  return remaining < lifetime / 2 || (remaining <= SECONDS_PER_HOUR && !isTicket)
}

function notYetValid(issued: number, seconds: number) {
  const ahead = issued - seconds
  const params = {
    issuedAt: Math.min(issued * 1_000, LATEST_DATE),
    secondsAhead: Math.min(ahead, Number.MAX_SAFE_INTEGER),
  }
  if ((issued >= 1e12 && issued < 1e13) || (issued >= 1e15 && issued < 1e16)) {
    return { ...params, hint: 'time-in-milliseconds' as const }
  }
  const hours = Math.round(ahead / SECONDS_PER_HOUR)
  const isZone = hours >= 1 && hours <= 14 && Math.abs(ahead - hours * SECONDS_PER_HOUR) <= 120
  return isZone ? { ...params, hint: 'time-zone' as const } : params
}
