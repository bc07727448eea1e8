import { setImmediate } from 'node:timers/promises'

/** A clock that goes only when nobody has anything else to do: to the next moment that somebody waits for. */
export class OwnClock {
  #now: number
  readonly #waiting = new Set<{ at: number; wake: () => void }>()

  constructor(now: number) {
    this.#now = now
  }

  readonly now = () => this.#now

  readonly wait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal.aborted || milliseconds <= 0) return resolve()
      const waiter = { at: this.#now + milliseconds, wake: () => {} }
      waiter.wake = () => {
        this.#waiting.delete(waiter)
        signal.removeEventListener('abort', waiter.wake)
        resolve()
      }
      signal.addEventListener('abort', waiter.wake, { once: true })
      this.#waiting.add(waiter)
    })

  /** Moves the hands without waking anybody: the process slept. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds
  }

  /** Goes to a moment, waking all who wait for one before. */
  async goTo(moment: number): Promise<void> {
    while (await this.#next(moment));
    this.#now = Math.max(this.#now, moment)
  }

  /** Lets the work come to its end. */
  async until<Value>(work: Promise<Value>): Promise<Value> {
    const done = new AbortController()
    const end = () => done.abort()
    work.then(end, end)
    await idle()
    for (let step = 0; !done.signal.aborted; step++)
      if (step > 10_000 || !(await this.#next(Number.POSITIVE_INFINITY))) throw new Error('it waits for nothing')
    return work
  }

  async #next(before: number): Promise<boolean> {
    await idle()
    const [first] = [...this.#waiting].sort((one, other) => one.at - other.at)
    if (first === undefined || first.at > before) return false
    this.#now = Math.max(this.#now, first.at)
    first.wake()
    await idle()
    return true
  }
}

/** Whatever can go on without the clock has gone on. */
async function idle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await setImmediate()
}
