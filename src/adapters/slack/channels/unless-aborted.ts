/** What the work gives, or null as soon as the signal ends; the work itself goes on, and what it gives then is nobody's. */
export async function unlessAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value | null> {
  if (signal.aborted) return null
  let giveUp = (): void => {}
  const ended = new Promise<null>((resolve) => {
    giveUp = () => resolve(null)
    signal.addEventListener('abort', giveUp, { once: true })
  })
  try {
    return await Promise.race([work, ended])
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}
