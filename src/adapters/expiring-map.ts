export interface Bounds {
  most: number
  /** Milliseconds; `Infinity` for what is only forgotten when there is too much. */
  keptFor: number
  /** UNIX milliseconds. */
  now: () => number
}

/** A map whose entries end by themselves and whose size is bounded; the oldest go first. */
export class ExpiringMap<Value> {
  readonly #entries = new Map<string, { value: Value; until: number }>()
  readonly #bounds: Bounds

  constructor(bounds: Bounds) {
    this.#bounds = bounds
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key)
    return entry === undefined || entry.until <= this.#bounds.now() ? undefined : entry.value
  }

  set(key: string, value: Value): void {
    const { most, keptFor, now } = this.#bounds
    this.#entries.delete(key)
    this.#entries.set(key, { value, until: now() + keptFor })
    for (const old of this.#entries.keys()) {
      if (this.#entries.size <= most) break
      this.#entries.delete(old)
    }
  }

  delete(key: string): void {
    this.#entries.delete(key)
  }
}
