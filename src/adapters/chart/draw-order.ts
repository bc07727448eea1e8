import type { LossChart } from '../../bot/ports/chart.ts'

/** What the drawing thread is asked. */
export interface DrawOrder {
  id: number
  chart: LossChart
}

/** What it answers. */
export interface Drawn {
  id: number
  png: Uint8Array<ArrayBuffer>
}
