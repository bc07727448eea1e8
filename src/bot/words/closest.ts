/** Edit distance, counting a swap of neighbours as one; gives up past `limit`. */
function distance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row++) {
    const next = [row]
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1]
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1])
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      next.push(cost)
    }
    before = last
    last = next
  }
  return last[to.length] ?? limit + 1
}

/** The known words nearest to what was typed, nearest first; none that is more than a third wrong. */
export function closest(given: string, known: readonly string[], most = 3): readonly string[] {
  const typed = given.toLowerCase().slice(0, 40)
  return known
    .map((word) => {
      const lower = word.toLowerCase()
      const limit = Math.max(1, Math.floor(Math.max(typed.length, lower.length) / 3))
      return { word, away: typed.length >= 2 && lower.startsWith(typed) ? 0.5 : distance(typed, lower, limit), limit }
    })
    .filter(({ away, limit }) => away <= limit)
    .sort((left, right) => left.away - right.away)
    .slice(0, most)
    .map(({ word }) => word)
}
