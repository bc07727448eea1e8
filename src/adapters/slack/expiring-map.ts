/** A map whose entries end by themselves and whose size is bounded; the oldest go first. */
export interface ExpiringMap<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
  delete(key: string): void
}

export function createExpiringMap<Value>(options: {
  most: number
  keptFor: number
  now: () => number
}): ExpiringMap<Value> {
  const { most, keptFor, now } = options
  const entries = new Map<string, { value: Value; until: number }>()
  return {
    get(key) {
      const entry = entries.get(key)
      return entry === undefined || entry.until <= now() ? undefined : entry.value
    },
    set(key, value) {
      entries.delete(key)
      entries.set(key, { value, until: now() + keptFor })
      for (const old of entries.keys()) {
        if (entries.size <= most) break
        entries.delete(old)
      }
    },
    delete(key) {
      entries.delete(key)
    },
  }
}
