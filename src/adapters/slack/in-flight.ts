import { within } from './within.ts'

/** Counts work that has been taken on, so that a stop can wait for it. */
export interface InFlight {
  track<T>(work: Promise<T>): Promise<T>
  /** Resolves when nothing is left, or after `atMost` milliseconds; says which. */
  idle(atMost: number): Promise<boolean>
}

export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>()
  async function drained(): Promise<true> {
    while (running.size > 0) await Promise.allSettled(running)
    return true
  }
  return {
    track(work) {
      running.add(work)
      void work.catch(() => {}).finally(() => running.delete(work))
      return work
    },
    idle: (atMost) => within(drained(), Math.max(atMost, 0), false),
  }
}
