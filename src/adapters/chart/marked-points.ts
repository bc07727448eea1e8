/** Markers a line, more or less; more hide the line itself. */
const MARKERS = 10

/**
 * At which values a line shows its marker: now and then, at other places than its neighbours do, at its ends, and wherever a
 * value stands alone between gaps, where there is no line to see.
 */
export function markedPoints(values: readonly (number | null)[], line: number): readonly boolean[] {
  const every = Math.max(1, Math.round(values.length / MARKERS))
  const has = (index: number) => (values[index] ?? null) !== null
  return values.map(
    (_, index) =>
      has(index) &&
      ((index + line) % every === 0 || (!has(index - 1) && !has(index + 1)) || index === values.length - 1),
  )
}
