const HARMLESS = /^[A-Za-z0-9_.:/-]{1,48}$/

/**
 * Keeps a metric's label to few and harmless values: each distinct value is a time series for as long as the process
 * lives. What does not look like a name, or comes after the first `most`, is counted as `other`.
 */
export function boundedLabel(most: number): (value: string) => string {
  const known = new Set<string>()
  return (value) => {
    if (known.has(value)) return value
    if (!HARMLESS.test(value) || known.size >= most) return 'other'
    known.add(value)
    return value
  }
}
