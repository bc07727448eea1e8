import { within } from './within.ts'

/** Work that has begun, so that a stop can wait for it. */
export class InFlight {
  readonly #running = new Set<Promise<unknown>>()

  /** Gives the work back; whether it succeeds is for others to see to. */
  track<Value>(work: Promise<Value>): Promise<Value> {
    this.#running.add(work)
    void work.catch(() => {}).finally(() => this.#running.delete(work))
    return work
  }

  get count(): number {
    return this.#running.size
  }

  /** True when nothing runs any more, also nothing that began meanwhile; false after so many milliseconds. */
  async idle(milliseconds: number): Promise<boolean> {
    const end = performance.now() + milliseconds
    while (this.#running.size > 0) {
      const left = end - performance.now()
      if ((await within(Promise.allSettled(this.#running), left, null)) === null) return false
    }
    return true
  }
}
