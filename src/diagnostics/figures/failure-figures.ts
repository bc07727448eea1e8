import type { Vendor } from '../codes/entry.ts'
import { callbacksBefore, type PushRecord } from './push-figures.ts'
import type { FailureCount } from './report-figures.ts'
import { type Failed, failedOfCounts, failedOfLosses, topFailures } from './top-failures.ts'

/** What most pushes failed for, of one vendor or of all, by Tencent's losses where it told any, else by callbacks. */
export function failureFigures(
  record: PushRecord,
  vendor: Vendor | null = null,
): { topFailures: readonly FailureCount[]; failureKinds: number } {
  const { top, kinds } = failuresOf(record, vendor)
  return { topFailures: top, failureKinds: kinds }
}

function failuresOf(record: PushRecord, vendor: Vendor | null): ReturnType<typeof topFailures> {
  const { period, before } = record
  const only = (all: readonly Failed[]) => (vendor === null ? all : all.filter((each) => each.vendor === vendor))
  const lost = only(failedOfLosses(period.losses ?? []))
  if (lost.length > 0)
    return topFailures(lost, before.losses === null ? null : only(failedOfLosses(before.losses)), 'loss')
  const counted = only(failedOfCounts(period.counts ?? []))
  return topFailures(
    counted,
    callbacksBefore(record) === null ? null : only(failedOfCounts(before.counts ?? [])),
    'callbacks',
  )
}
