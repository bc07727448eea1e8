/** Work that has begun, so that a stop can wait for it. */
export class InFlight {
  readonly #running = new Set<Promise<unknown>>()

  /** `work` must not reject; whoever made it has caught its errors. */
  track(work: Promise<unknown>): void {
    this.#running.add(work)
    void work.finally(() => this.#running.delete(work))
  }

  get count(): number {
    return this.#running.size
  }

  /** Resolves when nothing runs any more, also what begins meanwhile, or after so many milliseconds. */
  async idle(milliseconds: number): Promise<boolean> {
    const expired = Symbol('expired')
    let timer: NodeJS.Timeout | undefined
    const limit = new Promise<typeof expired>((resolve) => {
      timer = setTimeout(resolve, Math.max(0, milliseconds), expired)
    })
    try {
      while (this.#running.size > 0) {
        if ((await Promise.race([Promise.all(this.#running), limit])) === expired) return false
      }
      return true
    } finally {
      clearTimeout(timer)
    }
  }
}
