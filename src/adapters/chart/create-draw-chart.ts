import type { DrawChart } from '../../bot/ports/chart.ts'
import { createDrawingThread, type DrawingTimes } from './drawing-thread.ts'

export interface ChartDrawing {
  draw: DrawChart
  /** Ends the thread; what is being drawn comes to nothing, and nothing is drawn any more. */
  close(): Promise<void>
}

/** So many wait for their turn; a further one gets no picture. */
const MOST_WAITING = 8
const TIMES: DrawingTimes = { boundMs: 10_000, idleMs: 60_000 }

/** Draws on a thread of its own, one chart at a time, so that nobody else waits for it. */
export function createDrawChart(times: Partial<DrawingTimes> = {}): ChartDrawing {
  const { boundMs, idleMs } = { ...TIMES, ...times }
  const thread = createDrawingThread({ boundMs, idleMs })
  let closed = false
  let unfinished = 0
  let last: Promise<unknown> = Promise.resolve()
  return {
    async draw(chart, signal) {
      if (closed || signal.aborted || unfinished > MOST_WAITING) return null
      unfinished++
      let isWanted = true
      const drawn = last
        .then(() => (closed || !isWanted ? null : thread.draw(chart)))
        .finally(() => {
          unfinished--
        })
      last = drawn
      // One drawing ahead may take its whole time; for more than that nobody waits.
      const png = await unlessEnded(drawn, signal, 2 * boundMs)
      isWanted = false
      return png
    },
    async close() {
      closed = true
      await thread.end()
    },
  }
}

/** What `work` comes to; null where the signal or the time ends sooner. */
function unlessEnded<Value>(work: Promise<Value>, signal: AbortSignal, milliseconds: number): Promise<Value | null> {
  return new Promise((resolve) => {
    const finish = (value: Value | null): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', giveUp)
      resolve(value)
    }
    const giveUp = () => finish(null)
    const timer = setTimeout(giveUp, milliseconds)
    signal.addEventListener('abort', giveUp, { once: true })
    void work.then(finish)
  })
}
