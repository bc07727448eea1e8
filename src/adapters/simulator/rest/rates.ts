/** A little less than a second, so that a caller who keeps to the second is not refused for what the network shifted. */
const WINDOW = 950

/** Counts the calls of the last second. Bounded by its keys, which are apps and endpoints, and by the rates themselves. */
export class Rates {
  readonly #calls = new Map<string, number[]>()

  /** True when one more call is within the rate; then it is counted. */
  take(key: string, perSecond: number, now: number): boolean {
    const recent = (this.#calls.get(key) ?? []).filter((at) => at > now - WINDOW && at <= now)
    const within = recent.length < perSecond
    if (within) recent.push(now)
    this.#calls.set(key, recent)
    return within
  }
}
