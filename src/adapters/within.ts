/** The value of `work`, or `otherwise` when it takes longer. A rejection that comes later is nobody's. */
export async function within<Value, Otherwise>(
  work: Promise<Value>,
  milliseconds: number,
  otherwise: Otherwise,
): Promise<Value | Otherwise> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Otherwise>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, milliseconds), otherwise)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
