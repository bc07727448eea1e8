import { within } from './within.ts'

/** Shows what is told no faster than a platform takes it. */
export interface Throttle<Value> {
  /** The last value told is the next one shown. Does nothing after `end`; never throws. */
  tell(value: Value): void
  /** Shows nothing more, and waits for the showing under way, a second at the longest. Never rejects. */
  end(): Promise<void>
}

export interface ThrottleOptions<Value> {
  /** Milliseconds from the start of one showing to the start of the next. */
  everyMs: number
  /**
   * Shows a value; `signal` is aborted when nobody waits for it any more. A number tells for how many milliseconds the
   * platform wants to be left alone: the value was not shown, and is told again then if no newer one is there. What it
   * rejects with is nobody's: one picture less on the way to the answer.
   */
  show: (value: Value, signal: AbortSignal) => Promise<number | void>
  /** UNIX milliseconds. */
  now: () => number
}

const PATIENCE = 1000

/** The first value at once, then at most one each `everyMs`, the latest, and never two at a time. */
export function createThrottle<Value>({ everyMs, show, now }: ThrottleOptions<Value>): Throttle<Value> {
  const given = new AbortController()
  let waiting: { value: Value } | null = null
  let underWay: Promise<void> | null = null
  let timer: NodeJS.Timeout | null = null
  let notBefore = -Infinity
  let ended = false

  function next(): void {
    if (ended || waiting === null || underWay !== null || timer !== null) return
    const wait = notBefore - now()
    if (wait <= 0) return start(waiting.value)
    timer = setTimeout(() => {
      timer = null
      next()
    }, wait)
  }

  function start(value: Value): void {
    waiting = null
    notBefore = now() + everyMs
    underWay = attempt(value).finally(() => {
      underWay = null
      next()
    })
  }

  async function attempt(value: Value): Promise<void> {
    try {
      const holdOff = await show(value, given.signal)
      if (typeof holdOff !== 'number') return
      notBefore = Math.max(notBefore, now() + holdOff)
      waiting ??= { value }
    } catch {
      // The next one, or the answer, shows more than this one would have.
    }
  }

  return {
    tell(value) {
      if (ended) return
      waiting = { value }
      next()
    },
    async end() {
      ended = true
      waiting = null
      if (timer !== null) clearTimeout(timer)
      if (underWay !== null) await within(underWay, PATIENCE, null)
      given.abort()
    },
  }
}
