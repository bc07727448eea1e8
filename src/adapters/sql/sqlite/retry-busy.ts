import { setTimeout as pause } from 'node:timers/promises'
import { codeOf } from '../code-of.ts'

const BUSY_MS = 5_000
const PAUSE_MS = 10

/** For how long SQLite itself waits for a lock; it holds a thread for that time, of which there are as many as processors. */
export const NATIVE_BUSY_MS = 20

/** Tries again while another process has the lock, for 5 seconds at most. */
export async function retryBusy<Value>(work: () => Promise<Value>): Promise<Value> {
  const start = performance.now()
  for (;;)
    try {
      return await work()
    } catch (error) {
      if (!codeOf(error).startsWith('SQLITE_BUSY') || performance.now() - start > BUSY_MS) throw error
      // Not all at the same moment.
      await pause(PAUSE_MS * (0.5 + Math.random()))
    }
}
