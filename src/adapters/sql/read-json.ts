/** What was stored as JSON, for whoever knows its shape; null where it is none. */
export function readJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** As JSON for a column that is never null. */
export const jsonOf = (value: unknown): string => JSON.stringify(value ?? null)
