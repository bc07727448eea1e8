import http2 from 'node:http2'
import type { Duplex } from 'node:stream'
import type { ApnsAnswer } from './apns-answer.ts'
import type { ApnsBounds } from './apns-bounds.ts'
import { apnsFailure } from './apns-failure.ts'
import { exchange, type ApnsRequest } from './exchange.ts'
import { refusalIn } from './refusal-in.ts'

/** One connection to Apple, for one credential. */
export class ApnsSession {
  readonly #session: http2.ClientHttp2Session
  readonly #bounds: ApnsBounds
  readonly #onEnd: () => void
  #active = 0
  #usedAt = performance.now()
  #idle: NodeJS.Timeout | undefined
  #failure: unknown = null
  #farewell: string | null = null
  #isOver = false

  /** @param onEnd called once, when it is not to be used for anything new */
  constructor(origin: URL, socket: Duplex, bounds: ApnsBounds, onEnd: () => void) {
    this.#bounds = bounds
    this.#onEnd = onEnd
    this.#session = http2.connect(origin, { createConnection: () => socket })
    this.#session.on('error', (error) => {
      this.#failure ??= error
      this.#end()
    })
    this.#session.on('goaway', (_code, _last, data) => {
      this.#farewell = data === undefined ? null : (refusalIn(Buffer.from(data).toString())?.reason ?? null)
      this.#end()
    })
    this.#session.on('close', () => this.#end())
    this.#rest()
  }

  /** Whether it answers; at once where it was just in use. */
  async isAlive(): Promise<boolean> {
    if (this.#isOver || this.#session.destroyed) return false
    if (this.#active > 0 || performance.now() - this.#usedAt < this.#bounds.quiet) return true
    const alive = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(resolve, this.#bounds.ping, false)
      const answered = (error: Error | null) => {
        clearTimeout(timer)
        resolve(error === null)
      }
      // False: too many pings wait for their answer already.
      if (!this.#session.ping(answered)) answered(new Error('no ping'))
    })
    if (!alive) this.destroy()
    return alive && !this.#isOver
  }

  /** Null: the signal ended it. Never rejects. */
  async ask(request: ApnsRequest, signal: AbortSignal): Promise<ApnsAnswer | null> {
    clearTimeout(this.#idle)
    this.#active++
    this.#session.ref()
    try {
      return await exchange(this.#session, request, this.#bounds.answerBytes, signal)
    } catch (error) {
      if (signal.aborted) {
        // A server that is silent once may be so for good: the next call gets another connection.
        this.#end()
        return null
      }
      return this.#brokenBy(error)
    } finally {
      this.#active--
      this.#usedAt = performance.now()
      this.#rest()
    }
  }

  destroy(): void {
    this.#end()
    this.#session.destroy()
  }

  #brokenBy(error: unknown): ApnsAnswer {
    const failure = apnsFailure(this.#failure ?? error, true)
    if (this.#farewell === null || failure.kind === 'rejected') return failure
    return { kind: 'rejected', reason: this.#farewell, info: 'the connection was closed with this reason' }
  }

  #rest(): void {
    if (this.#active > 0) return
    if (this.#isOver) return this.#session.destroy()
    this.#session.unref()
    this.#idle = setTimeout(() => this.destroy(), this.#bounds.idle).unref()
  }

  #end(): void {
    if (this.#isOver) return
    this.#isOver = true
    clearTimeout(this.#idle)
    this.#onEnd()
    if (this.#active === 0) this.#session.destroy()
  }
}
