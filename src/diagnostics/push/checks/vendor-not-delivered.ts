import { answerOf, stepItem, vendorTracks, type VendorTrack } from '../case-facts.ts'
import type { Case } from '../evidence.ts'
import { vendorOfPlatform } from '../../im/push-platform.ts'
import { isOfOtherPhone } from '../other-phone.ts'
import type { Judge } from '../judge.ts'
import { pushFinding } from '../push-finding.ts'
import { refusals, weightOf } from '../vendor-findings.ts'

/** A receipt comes within so long, where it comes at all; milliseconds. */
const RECEIPT_WITHIN = 60_000

/** The vendor took the push, and the phone never said that it has it; or it was refused for a reason nobody lists. */
export const vendorNotDelivered: Judge = (each) => {
  const unlisted = refusals(each)
    .filter(({ cause }) => cause === 'vendor-not-delivered')
    .map((refused) =>
      pushFinding('vendor-not-delivered', weightOf(each, refused, 'unlikely'), { ...refused.answer, receipts: true }, [
        refused.evidence,
      ]),
    )
  if (unlisted.length > 0) return unlisted
  const silent = vendorTracks(each).filter((track) => isSilent(each, track))
  return silent.map(({ last, receipts, platform }) => {
    const elsewhere = vendorTracks(each).some((other) => other.platform !== platform && other.delivered)
    return pushFinding(
      'vendor-not-delivered',
      elsewhere
        ? { effect: 'none', confidence: 'possible' }
        : { effect: receipts ? 'unlikely' : 'undecided', confidence: 'possible' },
      { ...answerOf(last, null), receipts },
      [stepItem(last)],
    )
  })
}

/** Many vendors tell of a delivery only where a receipt address is registered, so silence alone is weak evidence. */
const isSilent = (each: Case, { failure, delivered, last }: VendorTrack): boolean =>
  failure === null &&
  !delivered &&
  !isOfOtherPhone(each, vendorOfPlatform(last.platform), last.at) &&
  last.stage === 1 &&
  each.now - last.at > RECEIPT_WITHIN
