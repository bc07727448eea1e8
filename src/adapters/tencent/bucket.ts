/**
 * A rate in this process. Half of it may be used at once and the other half comes back over a second, so that no second
 * ever sees more than the whole. Times are UNIX milliseconds.
 */
export class Bucket {
  readonly #every: number
  readonly #ahead: number
  /** When the bucket would be full again. */
  #fullAt = 0
  #lastTime = 0

  constructor(perSecond: number) {
    const half = Math.max(1, Math.floor(perSecond / 2))
    this.#every = 1_000 / half
    this.#ahead = (half - 1) * this.#every
  }

  /** Milliseconds to wait for the next turn; null where that would be more than `atMost`, and then nothing is taken. */
  take(now: number, atMost: number): number | null {
    // The clock was set back: what was taken says nothing any more.
    if (now < this.#lastTime) this.#fullAt = 0
    this.#lastTime = now
    const wait = Math.max(0, this.#fullAt - this.#ahead - now)
    if (wait > atMost) return null
    this.#fullAt = Math.max(this.#fullAt, now + wait) + this.#every
    return wait
  }

  /** No turn before this moment. */
  holdUntil(moment: number): void {
    this.#fullAt = Math.max(this.#fullAt, moment + this.#ahead)
  }
}
