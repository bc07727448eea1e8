export interface Patience {
  signal: AbortSignal
  /** To be called when the work is done, or the timer keeps the process busy. */
  end(): void
}

/**
 * A signal that is aborted with `asker`, and after so many milliseconds. `AbortSignal.any` over `AbortSignal.timeout`
 * would say the same, but on Node 20 the timer may be collected as garbage, and then nobody is told to give up.
 */
export function patience(asker: AbortSignal, milliseconds: number): Patience {
  const given = new AbortController()
  const gone = () => given.abort(asker.reason)
  if (asker.aborted) gone()
  else asker.addEventListener('abort', gone, { once: true })
  const timer = setTimeout(() => given.abort(new DOMException('nobody waits any longer', 'TimeoutError')), milliseconds)
  return {
    signal: given.signal,
    end() {
      clearTimeout(timer)
      asker.removeEventListener('abort', gone)
    },
  }
}
