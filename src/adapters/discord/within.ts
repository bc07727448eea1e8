/** The promise's value, or `fallback` when it has not come within so many milliseconds. */
export async function within<Value, Fallback>(
  milliseconds: number,
  work: Promise<Value>,
  fallback: Fallback,
): Promise<Value | Fallback> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<Fallback>((resolve) => {
    timer = setTimeout(resolve, milliseconds, fallback)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}
