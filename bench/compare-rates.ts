/** Work to be timed; each call does the piece of work with that number. */
export type Work = (index: number) => unknown

export interface RateComparison {
  /** How many times as fast as the other the first is: the median over the rounds. */
  ratio: number
  /** Calls a second, medians. */
  rate: number
  otherRate: number
}

const WARM_UP_ROUNDS = 10

/** Times two pieces of work in turns, so that whatever else the machine does falls on both. */
export function compareRates(work: Work, other: Work, rounds = 51, calls = 1_000): RateComparison {
  const rates: { rate: number; otherRate: number }[] = []
  for (let round = 0; round < rounds + WARM_UP_ROUNDS; round++) {
    const isFirst = round % 2 === 0
    const early = callsPerSecond(isFirst ? work : other, calls)
    const late = callsPerSecond(isFirst ? other : work, calls)
    if (round >= WARM_UP_ROUNDS)
      rates.push(isFirst ? { rate: early, otherRate: late } : { rate: late, otherRate: early })
  }
  return {
    ratio: median(rates.map(({ rate, otherRate }) => rate / otherRate)),
    rate: median(rates.map(({ rate }) => rate)),
    otherRate: median(rates.map(({ otherRate }) => otherRate)),
  }
}

function callsPerSecond(work: Work, calls: number): number {
  const start = process.hrtime.bigint()
  for (let index = 0; index < calls; index++) work(index)
  return (calls * 1e9) / Number(process.hrtime.bigint() - start)
}

function median(values: number[]): number {
  return values.sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN
}
