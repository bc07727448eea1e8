import { type Count, QUARTER } from '../ports/event-figures.ts'
import type { Span } from '../ports/im-service.ts'
import type { LossSeries, LossStep } from './report-figures.ts'
import { vendorCounts } from './vendor-counts.ts'

const HOUR = 4 * QUARTER
const DAY = 24 * HOUR

/** An hour for up to two days, six for up to a week, a day for more: a line that can be read. Milliseconds. */
export function stepOf({ from, to }: Span): number {
  const length = to - from
  if (length <= 2 * DAY) return HOUR
  return length <= 7 * DAY ? 6 * HOUR : DAY
}

/**
 * Loss by vendor over time. A step of which nothing is known has no data: it ended before anything was counted at all, and
 * nothing was told of it afterwards either.
 *
 * @param counts by steps of `stepOf(period)`, from where the period begins
 * @param since from when on anything was counted, UNIX milliseconds; null: never
 * @param now UNIX milliseconds; steps that begin later are left out
 */
export function lossSeries(
  counts: readonly Count[],
  { period, since, now }: { period: Span; since: number | null; now: number },
): LossSeries {
  const stepMs = stepOf(period)
  const vendors = vendorCounts(counts).map(({ vendor }) => vendor)
  const byStep = new Map<number, Count[]>()
  for (const count of counts) {
    const from = period.from + Math.floor((count.from - period.from) / stepMs) * stepMs
    const step = byStep.get(from)
    if (step === undefined) byStep.set(from, [count])
    else step.push(count)
  }
  const end = Math.min(period.to, now)
  const froms = Array.from({ length: Math.max(0, Math.ceil((end - period.from) / stepMs)) }, (_, index) => index)
  return {
    vendors,
    stepMs,
    steps: froms.map((index): LossStep => {
      const from = period.from + index * stepMs
      const told = vendorCounts(byStep.get(from) ?? [])
      const unknown = since === null || from + stepMs <= since ? null : 0
      const figure = (of: 'attempted' | 'lost') =>
        vendors.map((vendor) => told.find((each) => each.vendor === vendor)?.[of] ?? unknown)
      return { from, attempted: figure('attempted'), lost: figure('lost') }
    }),
  }
}
