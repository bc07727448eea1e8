import { inTime } from '../in-time.ts'
import type { Deliveries } from '../ports/deliveries.ts'
import type { Platform, Request } from '../request.ts'
import { createOnce } from './once.ts'

/** A person waits for the answer meanwhile. */
const PATIENCE_MS = 2_000

/** They alone deliver the same request again, and to any replica. */
const REDELIVER: ReadonlySet<Platform> = new Set(['slack', 'discord'])

export interface First {
  /** Whether it is taken here and now for the first time. `unfinished`: makes what is kept of it until it is done. */
  take(request: Request, now: number, unfinished: () => string | null): Promise<boolean>
  /** It was answered. Waits for nothing, and never throws. */
  done(request: Request): void
}

/**
 * Tells a first delivery from a repeated one, to this process or to another over the same store. Where the store cannot be
 * reached it counts as the first: a possible second answer is better than none.
 */
export function createFirst(deliveries: Deliveries | null): First {
  const once = createOnce()
  const nameOf = ({ id, actor: { platform } }: Request) => `${platform}:${id}`
  return {
    async take(request, now, unfinished) {
      const name = nameOf(request)
      if (!once(name, now)) return false
      if (deliveries === null || !REDELIVER.has(request.actor.platform)) return true
      return (await inTime(request.signal, PATIENCE_MS, () => deliveries.first(name, now, unfinished()))) ?? true
    },
    done(request) {
      // One that cannot be noted is answered a second time, should nobody note it before this process ends.
      if (REDELIVER.has(request.actor.platform)) deliveries?.done(nameOf(request)).catch(() => {})
    },
  }
}
