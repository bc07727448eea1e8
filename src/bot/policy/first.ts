import { inTime } from '../in-time.ts'
import type { Deliveries } from '../ports/deliveries.ts'
import type { Platform, Request } from '../request.ts'
import { createOnce } from './once.ts'

/** A person waits for the answer meanwhile. */
const PATIENCE_MS = 2_000

/** They alone deliver the same request again, and to any replica. */
const REDELIVER: ReadonlySet<Platform> = new Set(['slack', 'discord'])

/**
 * Tells a first delivery from a repeated one, to this process or to another over the same store. Where the store cannot be
 * reached it counts as the first: a possible second answer is better than none.
 */
export function createFirst(deliveries: Deliveries | null): (request: Request, now: number) => Promise<boolean> {
  const once = createOnce()
  return async ({ id, actor: { platform }, signal }, now) => {
    const name = `${platform}:${id}`
    if (!once(name, now)) return false
    if (deliveries === null || !REDELIVER.has(platform)) return true
    return (await inTime(signal, PATIENCE_MS, () => deliveries.first(name, now))) ?? true
  }
}
