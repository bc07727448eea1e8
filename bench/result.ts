/** One measured relation and the bound it must keep. A ratio, since machines differ and ratios hardly. */
export interface BenchResult {
  name: string
  ratio: number
  target: { atLeast: number } | { atMost: number }
  /** The numbers behind the ratio, for people. */
  detail: string
}

export function isWithinTarget({ ratio, target }: BenchResult): boolean {
  return 'atLeast' in target ? ratio >= target.atLeast : ratio <= target.atMost
}

export function printResult(result: BenchResult): void {
  const bound = 'atLeast' in result.target ? `at least ${result.target.atLeast}` : `at most ${result.target.atMost}`
  const mark = isWithinTarget(result) ? 'ok  ' : 'FAIL'
  console.log(`${mark} ${result.name}: ${result.ratio.toFixed(2)} (${bound}); ${result.detail}`)
}
