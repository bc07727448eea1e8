export interface Deadline {
  /** Aborted at the end of the time, or with the asker's signal. */
  signal: AbortSignal
  /** Why it was aborted; null: it was not. */
  cause(): 'timeout' | 'cancelled' | null
  /** To be called when the work is over. */
  release(): void
}

/** A bound on work that heeds its signal: so many milliseconds, or until the asker gives up. */
export function deadline(asker: AbortSignal, milliseconds: number): Deadline {
  const control = new AbortController()
  let cause: 'timeout' | 'cancelled' | null = null
  const end = (why: 'timeout' | 'cancelled') => {
    cause ??= why
    control.abort()
  }
  const cancel = () => end('cancelled')
  const timer = setTimeout(() => end('timeout'), milliseconds)
  if (asker.aborted) cancel()
  else asker.addEventListener('abort', cancel, { once: true })
  return {
    signal: control.signal,
    cause: () => cause,
    release() {
      clearTimeout(timer)
      asker.removeEventListener('abort', cancel)
    },
  }
}
