/** Waits for `work`, but no longer than so many milliseconds; null: it was not done in time. */
export async function within<T>(work: Promise<T>, milliseconds: number): Promise<{ value: T } | null> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds)
  })
  try {
    return await Promise.race([work.then((value) => ({ value })), over])
  } finally {
    clearTimeout(timer)
  }
}
