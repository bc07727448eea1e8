import { type Count, QUARTER } from '../ports/event-figures.ts'
import type { Span } from '../ports/im-service.ts'

/** Quarters in a row. */
const SHORTEST = 4
/** So many quarters have to have brought something before their rate says anything: two hours' worth. */
const FEWEST_ACTIVE = 8
/** An app that hears of something in no more of its quarters is quiet by nature. */
const SPARSE = 1 / 3
/** As often a silence so long may come by chance. */
const BY_CHANCE = 1 / 1_000

/**
 * Stretches of an hour and longer in which nothing came in, though events were to be expected.
 *
 * Whether they were is told by the rest of the time looked at, quarter by quarter: how many of its quarters brought anything.
 * An app that gets something in a third of them or fewer, as one with an event an hour does, has no gaps that mean
 * anything; nor has one with fewer than eight of them. Of others, a stretch is a gap where a silence so long would come by
 * chance less than once in a thousand times: an hour where every quarter brings something, two and a half where every other
 * does. One flood of events in a quarter counts no more than one event, so that the replay of a past raises no expectations.
 *
 * @param counts `received`, by quarters
 * @param within begins no earlier than the first quarter in which anything ever came in, and ends no later than now
 * @returns longest first; the ends are those of quarters, or of `within`
 */
export function webhookGaps(counts: readonly Count[], within: Span): readonly Span[] {
  const active = new Set(
    counts.flatMap(({ of, count, from }) => (of.kind === 'received' && count > 0 ? [quarterOf(from)] : [])),
  )
  const first = quarterOf(within.from)
  // A quarter that has just begun has had no time to bring anything.
  const quarters = Math.max(0, Math.floor((within.to - first) / QUARTER))
  const all = Array.from({ length: quarters }, (_, index) => first + index * QUARTER)
  const activeCount = all.filter((from) => active.has(from)).length
  if (activeCount < FEWEST_ACTIVE) return []
  return silences(all, active)
    .filter(({ length }) => {
      const rate = activeCount / (quarters - length)
      return length >= SHORTEST && rate > SPARSE && (1 - rate) ** length <= BY_CHANCE
    })
    .map(({ from, length }) => {
      const to = from + length * QUARTER
      // The last one goes on until now.
      const isLast = to + QUARTER > within.to && !active.has(to)
      return { from: Math.max(from, within.from), to: isLast ? within.to : to }
    })
    .toSorted((one, other) => other.to - other.from - (one.to - one.from))
}

const quarterOf = (at: number): number => Math.floor(at / QUARTER) * QUARTER

/** `length` in quarters. */
function silences(all: readonly number[], active: ReadonlySet<number>): { from: number; length: number }[] {
  const found: { from: number; length: number }[] = []
  let run: { from: number; length: number } | null = null
  for (const from of all) {
    if (active.has(from)) {
      run = null
    } else if (run === null) {
      run = { from, length: 1 }
      found.push(run)
    } else {
      run.length++
    }
  }
  return found
}
