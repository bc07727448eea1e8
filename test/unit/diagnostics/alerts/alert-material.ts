import type { AlertEvidence } from '../../../../src/diagnostics/alerts/alert-evidence.ts'
import { vendorCounts } from '../../../../src/diagnostics/figures/vendor-counts.ts'
import type { Count } from '../../../../src/diagnostics/ports/event-figures.ts'
import { NOW } from '../../../support/push-case.ts'

/** Pushes of stage 1 that ended with a code. */
export const pushes = (platform: number, code: number, count: number, sample: string | null = null): Count => ({
  of: { kind: 'push', delivery: 'offline', chat: 'direct', platform, stage: 1, code },
  from: NOW,
  count,
  sample,
})

export const NOTHING_SEEN: AlertEvidence = {
  pushes: null,
  webhooks: null,
  api: null,
  credentials: null,
  certificates: [],
}

/** An app of which only its pushes were seen. The newest part of the window is like the rest of it, unless it is given. */
export const withPushes = (
  window: readonly Count[],
  baseline: readonly Count[],
  latest: readonly Count[] = window,
): AlertEvidence => ({
  ...NOTHING_SEEN,
  pushes: { window: vendorCounts(window), latest: vendorCounts(latest), baseline: vendorCounts(baseline) },
})
