/** `12345` → "12,345": the same in both languages. */
export const countWords = (count: number): string => count.toLocaleString('en-US')

/** A share of 0 to 1 as "2.8%"; the smallest that is not nothing is "<0.1%", and only all is "100%". */
export function shareWords(share: number): string {
  if (share > 0 && share < 0.001) return '<0.1%'
  if (share < 1 && share >= 0.9995) return '99.9%'
  return `${(100 * share).toFixed(1).replace(/\.0$/, '')}%`
}

/** From here on a percentage tells less than a factor. */
const MANY_TIMES = 1_000

/** Change against a count before: "+12%", "×114"; null: nothing to compare with, or as good as none. */
export function changeWords(now: number | null, before: number | null): string | null {
  if (now === null || before === null || before === 0) return null
  const percent = Math.round((100 * (now - before)) / before)
  if (percent === 0) return null
  if (percent >= MANY_TIMES) return `×${countWords(Math.round(now / before))}`
  return `${percent > 0 ? '+' : '−'}${countWords(Math.abs(percent))}%`
}
