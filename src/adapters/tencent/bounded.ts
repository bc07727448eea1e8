export type Ended<Value> = { ended: 'done'; value: Value } | { ended: 'timeout' } | { ended: 'cancelled' }

/**
 * Work that is over after so many milliseconds or when the asker gives up, also when it heeds neither. Its signal tells it
 * to stop. It rejects only as the work does.
 */
export function bounded<Value>(
  signal: AbortSignal,
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Ended<Value>> {
  if (signal.aborted) return Promise.resolve({ ended: 'cancelled' })
  if (milliseconds <= 0) return Promise.resolve({ ended: 'timeout' })
  return new Promise((resolve, reject) => {
    const control = new AbortController()
    const release = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
    }
    const stop = (ended: 'timeout' | 'cancelled') => {
      release()
      resolve({ ended })
      control.abort()
    }
    const timer = setTimeout(() => stop('timeout'), milliseconds)
    const cancel = () => stop('cancelled')
    signal.addEventListener('abort', cancel, { once: true })
    const finish = async () => {
      try {
        resolve({ ended: 'done', value: await work(control.signal) })
      } catch (error) {
        reject(error)
      } finally {
        release()
      }
    }
    void finish()
  })
}
