import { setTimeout as sleep } from 'node:timers/promises'

/** True after so many milliseconds; false at once when the asker gives up. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false
  if (milliseconds <= 0) return true
  return sleep(milliseconds, true, { signal }).catch(() => false)
}
