import { missingReceipts, type MissingReceipts } from '../vendors/receipts.ts'
import { vendorOfPlatform } from '../im/push-platform.ts'
import { historyOf, tracedDevices, vendorTracks } from './case-facts.ts'
import type { Case } from './evidence.ts'

/** Vendors that took the last push to this user, and of which no receipt has ever come, for anybody. */
export function receiptsMissing(each: Case): readonly MissingReceipts[] {
  const waiting = new Set(
    vendorTracks(each).flatMap(({ failure, receipts, platform }) =>
      failure === null && !receipts ? [vendorOfPlatform(platform)] : [],
    ),
  )
  const certificateOf = (vendor: MissingReceipts['vendor']) =>
    tracedDevices(each).find((trace) => trace.vendor === vendor)?.certificateId ?? null
  return missingReceipts(historyOf(each)?.receipts ?? [], each.question.app, certificateOf).filter(({ vendor }) =>
    waiting.has(vendor),
  )
}
