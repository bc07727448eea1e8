import type { Count } from '../ports/event-figures.ts'
import { byAttempts, type PushSums } from './push-sums.ts'
import type { VendorTotals } from './report-figures.ts'
import { sumKnown } from './sum-known.ts'
import { vendorCounts } from './vendor-counts.ts'

/**
 * Push figures by stored callbacks: attempted is stage 1, accepted stage 1 with code 0, delivered stage 2 with code 0, clicked
 * stage 3, and lost stage 1 and stage 2 with another code. A vendor of which no stage 2 was counted sends no receipts: what
 * it delivered is not known, and is not in the total, which like Tencent's own goes as far as receipts do.
 *
 * @returns null where no offline push was counted: that says as much of the webhooks as of the pushes
 */
export function callbackSums(counts: readonly Count[]): PushSums | null {
  const byVendor = vendorCounts(counts)
    .map(
      ({ vendor, attempted, accepted, delivered, clicked, lost, receipts }): VendorTotals => ({
        vendor,
        attempted,
        accepted,
        delivered: receipts > 0 ? delivered : null,
        clicked,
        lost,
      }),
    )
    .toSorted(byAttempts)
  if (byVendor.length === 0) return null
  const total = (of: 'attempted' | 'accepted' | 'delivered' | 'clicked' | 'lost') =>
    sumKnown(byVendor.map((each) => each[of]))
  return {
    totals: {
      attempted: total('attempted'),
      accepted: total('accepted'),
      delivered: total('delivered'),
      clicked: total('clicked'),
      lost: total('lost'),
    },
    byVendor,
  }
}
