import { Agent } from 'node:http'
import type { ImApp } from '../../../diagnostics/im/im-app.ts'
import type { Log, Wait } from '../simulator-options.ts'
import type { Delivery } from './batches.ts'
import { postJson } from './post-json.ts'
import { signUrl } from './sign-url.ts'

/** What the receiver has for one answer. @see https://trtc.io/document/34354 */
const TIME_OUT = 2_000

/** Milliseconds between the tries. Tencent does so where the console's switch for repeats is on; how often is not said. */
const PAUSES = [200, 800, 2_400]

export interface CallbackSenderOptions {
  webhookUrlOf: (app: ImApp) => string | null
  now: () => number
  wait: Wait
  signal: AbortSignal
  log: Log
}

/** Sends webhooks, by HTTP without TLS: whoever listens is on this machine. */
export class CallbackSender {
  readonly #options: CallbackSenderOptions
  readonly #agent = new Agent({ keepAlive: true })

  constructor(options: CallbackSenderOptions) {
    this.#options = options
    options.signal.addEventListener('abort', () => this.#agent.destroy(), { once: true })
  }

  /** True when it was acknowledged, or when the app has no webhooks; false after the last try. Never rejects. */
  async send(app: ImApp, delivery: Delivery): Promise<boolean> {
    const { signal, log, wait } = this.#options
    let failure = ''
    for (let attempt = 0; !signal.aborted; attempt++) {
      const base = this.#options.webhookUrlOf(app)
      if (base === null) return true
      const answer = await this.#post(app, delivery, base)
      if (answer === 'acknowledged') return true
      failure = answer
      const pause = PAUSES[attempt]
      if (pause === undefined) break
      await wait(pause, signal).catch(() => {})
    }
    if (!signal.aborted)
      log.warn({ command: delivery.command, app: app.name, failure }, 'A webhook was not acknowledged')
    return false
  }

  /** Only status 200 and a JSON body count; its ErrorCode is ignored, for nothing can be undone any more. */
  async #post(app: ImApp, { command, client, body }: Delivery, base: string): Promise<string> {
    try {
      // Signed for each try, since receivers refuse old times.
      const url = signUrl(app, { base, command, client, now: this.#options.now() })
      const { status, text } = await postJson(url, body, { agent: this.#agent, milliseconds: TIME_OUT })
      if (status !== 200) return `status ${status}`
      JSON.parse(text)
      return 'acknowledged'
    } catch (error) {
      // The message of an error may quote the signed URL.
      return error instanceof Error ? error.name : 'unknown'
    }
  }
}
