import { z } from 'zod'
import { readJson } from '../read-json.ts'

const Refusal = z.object({ reason: z.string().min(1).max(100), timestamp: z.number().int().nonnegative().optional() })

/** What Apple says in an answer or with GOAWAY. `timestamp`: since when the token is dead, UNIX milliseconds. */
export function refusalIn(text: string): { reason: string; timestamp: number | null } | null {
  const { data } = Refusal.safeParse(readJson(text))
  return data === undefined ? null : { reason: data.reason, timestamp: data.timestamp ?? null }
}
