import type { z } from 'zod'

/** What was stored as JSON; null where it is not what this version of the program expects. */
export function readBody<Value>(schema: z.ZodType<Value>, body: string): Value | null {
  try {
    return schema.safeParse(JSON.parse(body)).data ?? null
  } catch {
    return null
  }
}
