import type { PushTotals } from '../../diagnostics/figures/report-figures.ts'

/** Share of attempted pushes that were lost, 0 to 1; null: it cannot be told, or nothing was attempted. */
export const lossRate = ({ attempted, lost }: Pick<PushTotals, 'attempted' | 'lost'>): number | null =>
  attempted === null || lost === null || attempted === 0 ? null : Math.min(1, lost / attempted)
