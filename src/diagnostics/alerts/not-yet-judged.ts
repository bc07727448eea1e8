import type { VendorCounts } from '../figures/vendor-counts.ts'
import { DAY, RHYTHM_DAYS, type PushEvidence } from './alert-evidence.ts'
import type { AlertRules } from './rules.ts'

/** What alerts cannot tell of an app yet, since there is too little to compare with. */
export type NotYetJudged =
  /** No webhook ever came, so that neither pushes nor silence are seen. */
  | { code: 'no-webhooks' }
  /** Loss and new codes go by the days before: `attempted` pushes in `days`, where `needed` are for a vendor. */
  | { code: 'no-history'; attempted: number; needed: number; days: number }
  /** Whether webhooks stop is known from this moment on, UNIX milliseconds. */
  | { code: 'no-rhythm'; from: number }

/**
 * @param since when the first webhook came, UNIX milliseconds; null: none did
 * @param baseline pushes of the days before
 * @param now UNIX milliseconds
 */
export function notYetJudged(
  { since, baseline }: { since: number | null; baseline: readonly VendorCounts[] },
  { minimumPushes, baselineDays }: AlertRules,
  now: number,
): readonly NotYetJudged[] {
  if (since === null) return [{ code: 'no-webhooks' }]
  const attempted = Math.max(0, ...baseline.map((counts) => counts.attempted))
  const from = since + RHYTHM_DAYS * DAY
  return [
    ...(attempted < minimumPushes
      ? [{ code: 'no-history' as const, attempted, needed: minimumPushes, days: baselineDays }]
      : []),
    ...(from > now ? [{ code: 'no-rhythm' as const, from }] : []),
  ]
}

/**
 * Why a vendor's loss is no alert, whatever it is: too few pushes in the window, or in the days before.
 * Null: it could be one.
 */
export function tooFewToJudge(
  vendor: VendorCounts['vendor'],
  { window, baseline }: PushEvidence,
  { minimumPushes }: AlertRules,
): 'window' | 'history' | null {
  const attemptedIn = (counts: readonly VendorCounts[]) => counts.find((each) => each.vendor === vendor)?.attempted ?? 0
  if (attemptedIn(window) < minimumPushes) return 'window'
  return attemptedIn(baseline) < minimumPushes ? 'history' : null
}
