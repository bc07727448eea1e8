import { endingWithin } from '../diagnostics/ending-within.ts'

/** What the bot's own store answers; null where it fails, or takes longer than so many milliseconds. Never rejects. */
export async function inTime<Value>(
  signal: AbortSignal,
  milliseconds: number,
  ask: () => Promise<Value>,
): Promise<Value | null> {
  const end = endingWithin(signal, milliseconds)
  if (end.aborted) return null
  return new Promise((resolve) => {
    const giveUp = () => resolve(null)
    end.addEventListener('abort', giveUp, { once: true })
    Promise.resolve()
      .then(ask)
      .then(resolve, giveUp)
      .finally(() => end.removeEventListener('abort', giveUp))
  })
}
