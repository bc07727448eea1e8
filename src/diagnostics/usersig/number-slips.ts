import type { NumberSlip } from './finding.ts'

const INT32 = 2 ** 31
const UINT32 = 2 ** 32
/** Nearer to zero a negative number is more likely a subtraction the wrong way round. */
const LEAST_OVERFLOW = 1e8
/** The last second that a Date can hold. */
const LATEST_SECOND = 8.64e12

/** What is wrong with a JSON number that should be a whole number above zero, and how that comes about; null: nothing. */
export function numberSlip(written: string, meaning: 'seconds' | 'id'): NumberSlip | null {
  const value = Number(written)
  if (value < 0) return value >= -INT32 && value <= -LEAST_OVERFLOW && meaning === 'seconds' ? 'overflow' : 'negative'
  if (!Number.isInteger(value) && Number.isFinite(value)) return 'fraction'
  if (/[eE]/.test(written)) return Number.isFinite(value) ? 'exponent' : 'too-large'
  if (written.includes('.')) return 'fraction'
  if (value === 0) return 'zero'
  if (meaning === 'id') return value >= UINT32 ? 'too-large' : null
  if (value <= LATEST_SECOND) return null
  if (written.length === 16) return 'microseconds'
  return written.length === 19 ? 'nanoseconds' : 'too-large'
}

/** The whole number that was meant, as digits; null where there is none above or at zero. */
export function wholeNumber(written: string): string | null {
  if (/^(?:0|[1-9]\d{0,99})$/.test(written)) return written
  const value = Math.floor(Number(written))
  return Number.isSafeInteger(value) && value >= 0 ? String(value) : null
}
