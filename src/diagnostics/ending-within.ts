import { setMaxListeners } from 'node:events'

/**
 * A signal that is aborted with `signal`, and after so many milliseconds. `AbortSignal.any` over `AbortSignal.timeout` would say
 * the same, but on Node 20 the timer may be collected as garbage, and then nobody is told to give up; a listener holds it.
 */
export function endingWithin(signal: AbortSignal, milliseconds: number): AbortSignal {
  const control = new AbortController()
  // A dozen questions end with it, which Node would take for a leak.
  setMaxListeners(0, control.signal)
  const end = () => {
    // A signal that lives on would collect the listeners of all that it once could have ended.
    signal.removeEventListener('abort', end)
    control.abort()
  }
  if (signal.aborted) end()
  else signal.addEventListener('abort', end, { once: true })
  AbortSignal.timeout(milliseconds).addEventListener('abort', end, { once: true })
  return control.signal
}
