import type { Slots } from '../../diagnostics/ports/slots.ts'
import { within } from '../within.ts'
import type { Bounds } from './bounds.ts'
import { Bucket } from './bucket.ts'
import { ENDPOINTS, type Endpoint } from './endpoints.ts'

const SECOND = 1_000

/**
 * When an endpoint may be called next. Fast ones are counted in this process; those of one call a second are shared with
 * all replicas, and counted here only while the shared store cannot be asked.
 */
export class Turns {
  readonly #buckets = new Map<string, Bucket>()
  readonly #slots: Slots
  readonly #now: () => number
  readonly #bounds: Pick<Bounds, 'turn' | 'slots' | 'calm'>

  /** @param now UNIX milliseconds */
  constructor(slots: Slots, now: () => number, bounds: Pick<Bounds, 'turn' | 'slots' | 'calm'>) {
    this.#slots = slots
    this.#now = now
    this.#bounds = bounds
  }

  /** Milliseconds to wait; null: too long. A turn that is not null is taken. */
  async take(sdkAppId: number, endpoint: Endpoint): Promise<number | null> {
    const { turn } = this.#bounds
    const name = `${sdkAppId}:${endpoint}`
    const bucket = this.#bucket(name, endpoint)
    if (ENDPOINTS[endpoint].perSecond > 1) return bucket.take(this.#now(), turn)
    const now = this.#now()
    const shared = await this.#share(name, now)
    if (shared === undefined) return bucket.take(this.#now(), turn)
    if (shared !== null) bucket.holdUntil(now + shared + SECOND)
    return shared
  }

  /** The server said that there were too many calls. */
  slowDown(sdkAppId: number, endpoint: Endpoint): void {
    this.#bucket(`${sdkAppId}:${endpoint}`, endpoint).holdUntil(this.#now() + this.#bounds.calm)
  }

  /** Undefined: the shared store did not answer. */
  async #share(name: string, now: number): Promise<number | null | undefined> {
    const { turn, slots } = this.#bounds
    try {
      return await within(this.#slots.take(name, SECOND, now, turn), slots, undefined)
    } catch {
      return undefined
    }
  }

  #bucket(name: string, endpoint: Endpoint): Bucket {
    const known = this.#buckets.get(name)
    if (known !== undefined) return known
    const bucket = new Bucket(ENDPOINTS[endpoint].perSecond)
    this.#buckets.set(name, bucket)
    return bucket
  }
}
