/** A line for each vendor over time, as plain data; all words are in the reader's language already. */
export interface LossChart {
  title: string
  subtitle: string
  /** What the upright axis tells, in per cent. */
  axis: string
  /** Said in place of lines where there is no data at all. */
  empty: string
  /** Labels of the steps, oldest first. */
  steps: readonly string[]
  /** 0 to 100 for each step; null: no data. At most nine lines. */
  lines: readonly { name: string; values: readonly (number | null)[] }[]
}

/** PNG, 1600 by 800 pixels; null: it could not be drawn. Bounded in time, never rejects, and not on this thread. */
export type DrawChart = (chart: LossChart, signal: AbortSignal) => Promise<Uint8Array | null>
