const MINUTE = 60_000

/** Most people remembered at once; the one who has been quiet longest is forgotten first. */
const PEOPLE = 10_000

/**
 * Counts commands per person over a sliding minute.
 * @returns seconds to wait, or 0 when the command may run (it is then counted)
 */
export function createRateLimit(perMinute: number): (person: string, now: number) => number {
  const asked = new Map<string, number[]>()
  return (person, now) => {
    const recent = (asked.get(person) ?? []).filter((at) => at > now - MINUTE)
    asked.delete(person)
    asked.set(person, recent)
    if (asked.size > PEOPLE) asked.delete(asked.keys().next().value ?? '')
    const oldest = recent[recent.length - perMinute]
    if (oldest !== undefined) return Math.max(1, Math.ceil((oldest + MINUTE - now) / 1000))
    recent.push(now)
    return 0
  }
}
