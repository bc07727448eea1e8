import { callbacksBefore, type PushRecord } from './push-figures.ts'
import type { FailureCount } from './report-figures.ts'
import { failedOfCounts, failedOfLosses, topFailures } from './top-failures.ts'

/** What most pushes failed for, by Tencent's losses where it told any, else by callbacks. */
export function failureFigures(record: PushRecord): readonly FailureCount[] {
  const { period, before } = record
  const lost = failedOfLosses(period.losses ?? [])
  if (lost.length > 0) return topFailures(lost, before.losses === null ? null : failedOfLosses(before.losses), 'loss')
  const counted = failedOfCounts(period.counts ?? [])
  return topFailures(
    counted,
    callbacksBefore(record) === null ? null : failedOfCounts(before.counts ?? []),
    'callbacks',
  )
}
