import { z } from 'zod'
import type { Body } from './read-delivery.ts'

const body = z.record(z.string(), z.unknown())
// Takes a byte order mark off, and puts U+FFFD for what is not UTF-8.
const decoder = new TextDecoder()

/** The JSON object that a body is, or null where it is none. */
export function parseBody(bytes: Buffer): Body | null {
  try {
    const value: unknown = JSON.parse(decoder.decode(bytes))
    return body.safeParse(value).data ?? null
  } catch {
    return null
  }
}
