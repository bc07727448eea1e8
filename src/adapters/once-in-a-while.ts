const MINUTE = 60_000

/** True for the first call of a name, and then once a minute: what goes wrong a thousand times a second fills no log. */
export function onceInAWhile(now: () => number): (name: string) => boolean {
  const last = new Map<string, number>()
  return (name) => {
    const time = now()
    const before = last.get(name)
    if (before !== undefined && Math.abs(time - before) < MINUTE) return false
    last.set(name, time)
    return true
  }
}
