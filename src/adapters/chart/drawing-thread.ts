import type { Worker } from 'node:worker_threads'
import type { LossChart } from '../../bot/ports/chart.ts'
import type { DrawOrder, Drawn } from './draw-order.ts'
import { startWorker } from './start-worker.ts'

export interface DrawingTimes {
  /** Of one drawing, with the start of the thread: then the thread is ended. Milliseconds. */
  boundMs: number
  /** After so long without work the thread ends, and its memory goes back. Milliseconds. */
  idleMs: number
}

export interface DrawingThread {
  /** One at a time. Null: it could not be drawn, or took too long. Never rejects. */
  draw(chart: LossChart): Promise<Uint8Array | null>
  /** What is being drawn comes to nothing. */
  end(): Promise<void>
}

/** A thread that is started when it is first needed, and anew after it ended. */
export function createDrawingThread({ boundMs, idleMs }: DrawingTimes): DrawingThread {
  let worker: Worker | null = null
  let idle: NodeJS.Timeout | undefined
  let orders = 0

  function running(): Worker {
    if (worker !== null) return worker
    const started = startWorker()
    const gone = () => {
      if (worker === started) worker = null
    }
    // Whoever waits hears of it by `exit`; an error without a listener would end the process.
    started.on('error', gone)
    started.once('exit', gone)
    worker = started
    return started
  }

  async function end(): Promise<void> {
    clearTimeout(idle)
    const ending = worker
    worker = null
    await ending?.terminate()
  }

  return {
    async draw(chart) {
      clearTimeout(idle)
      try {
        return await drawnBy(running(), { id: orders++, chart }, boundMs)
      } catch {
        return null
      } finally {
        worker?.unref()
        idle = setTimeout(() => void end(), idleMs).unref()
      }
    },
    end,
  }
}

function drawnBy(worker: Worker, order: DrawOrder, boundMs: number): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    const finish = (png: Uint8Array | null): void => {
      clearTimeout(bound)
      worker.off('message', onDrawn)
      worker.off('exit', onExit)
      resolve(png)
    }
    const onDrawn = ({ id, png }: Drawn) => {
      if (id === order.id) finish(png)
    }
    const onExit = () => finish(null)
    const bound = setTimeout(() => void worker.terminate(), boundMs)
    worker.on('message', onDrawn)
    worker.on('exit', onExit)
    // While somebody waits for the picture, the program goes on.
    worker.ref()
    worker.postMessage(order, [])
  })
}
