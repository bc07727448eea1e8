import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ImApp } from '../../../diagnostics/im/im-app.ts'
import type { Fault, Faults } from '../faults.ts'
import type { Wait } from '../simulator-options.ts'
import type { AppWorld } from '../world/app-world.ts'
import type { Traffic } from '../world/traffic.ts'
import { admit } from './admit.ts'
import { ENDPOINTS } from './all-endpoints.ts'
import { type Outcome, refuse, toBody } from './outcome.ts'
import { Rates } from './rates.ts'
import { isObject, parseJson, readBody } from './read-body.ts'

/** A call as a test may look at it; without the query, in which the signature is. */
export interface RecordedRequest {
  /** As in `v4/openim/sendmsg`, also where there is no such endpoint. */
  endpoint: string
  /** UNIX milliseconds. */
  at: number
  /** Undefined where it was not JSON. */
  body: unknown
}

const MOST_REQUESTS = 1_000

export interface RestApiOptions {
  worlds: ReadonlyMap<ImApp, AppWorld>
  traffic: Traffic
  faults: Faults
  now: () => number
  wait: Wait
  signal: AbortSignal
}

/** Tencent's server API. @see https://trtc.io/document/34620 */
export class RestApi {
  readonly requests: RecordedRequest[] = []
  readonly #options: RestApiOptions
  readonly #rates = new Rates()

  constructor(options: RestApiOptions) {
    this.#options = options
  }

  /** Answers one request. Rejects only when the caller goes away or the simulator closes. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readBody(request)
    const url = new URL(request.url ?? '/', 'http://simulator')
    const path = url.pathname.slice(1)
    const body = parseJson(text)
    this.#record({ endpoint: path, at: this.#options.now(), body })
    const fault = this.#options.faults.take(path)
    if (fault !== null && !(await this.#happen(fault, response))) return
    send(response, 200, JSON.stringify(toBody(this.#answer(request.method, url, body))))
  }

  #answer(method: string | undefined, url: URL, body: unknown): Outcome {
    const { worlds, traffic, now } = this.#options
    const admission = admit({ method, url, now: now() }, [...worlds.keys()])
    if (!admission.ok) return refuse(admission.code)
    const endpoint = ENDPOINTS.get(url.pathname.slice(1))
    const world = worlds.get(admission.app)
    if (endpoint === undefined || world === undefined) return refuse(60_009)
    if (!this.#rates.take(`${world.app.sdkAppId} ${endpoint.path}`, endpoint.perSecond, now())) return refuse(60_007)
    return isObject(body) ? endpoint.answer(body, { world, traffic, now: now() }) : refuse(60_003)
  }

  #record(request: RecordedRequest): void {
    this.requests.push(request)
    if (this.requests.length > MOST_REQUESTS) this.requests.shift()
  }

  /** True where the call goes on as if nothing had happened. */
  async #happen({ kind, value }: Fault, response: ServerResponse): Promise<boolean> {
    switch (kind) {
      case 'error-code':
        send(response, 200, JSON.stringify(toBody(refuse(value ?? 91_000))))
        return false
      case 'http-status':
        send(response, value ?? 502, '<html><body>Bad gateway</body></html>', 'text/html')
        return false
      case 'garbage':
        send(response, 200, '{"ActionStatus":"OK","ErrorInfo":"","Err')
        return false
      case 'hang':
        return false
      case 'reset':
        response.socket?.resetAndDestroy()
        return false
      case 'slow':
        await this.#options.wait(value ?? 3_000, this.#options.signal)
        return true
    }
  }
}

function send(response: ServerResponse, status: number, body: string, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body)
}
