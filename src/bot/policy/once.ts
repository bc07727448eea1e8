const HOUR = 3_600_000
const REMEMBERED = 20_000

/** Tells a first delivery from a repeated one: true once per id within an hour. */
export function createOnce(): (id: string, now: number) => boolean {
  const seen = new Map<string, number>()
  return (id, now) => {
    const before = seen.get(id)
    if (before !== undefined && before > now - HOUR) return false
    seen.delete(id)
    seen.set(id, now)
    for (const [old, at] of seen) {
      if (at > now - HOUR && seen.size <= REMEMBERED) break
      seen.delete(old)
    }
    return true
  }
}
