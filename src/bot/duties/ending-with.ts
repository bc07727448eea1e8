import { setMaxListeners } from 'node:events'

export interface Ending {
  signal: AbortSignal
  /** Ends it before the others do, and lets go of them. */
  end: () => void
  /** Lets go of the others without ending it. */
  release: () => void
}

/**
 * A signal that is aborted with any of these. `AbortSignal.any` says the same, but leaves something behind at signals that live as
 * long as the process, and this is made every few seconds.
 */
export function endingWith(...others: readonly AbortSignal[]): Ending {
  const control = new AbortController()
  setMaxListeners(0, control.signal)
  const release = () => others.forEach((other) => other.removeEventListener('abort', end))
  const end = () => {
    release()
    control.abort()
  }
  if (others.some(({ aborted }) => aborted)) end()
  else others.forEach((other) => other.addEventListener('abort', end, { once: true }))
  return { signal: control.signal, end, release }
}
