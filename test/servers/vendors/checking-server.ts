import { once } from 'node:events'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'

export interface VendorCall {
  /** As in `POST /message/send`. */
  endpoint: string
  query: URLSearchParams
  headers: IncomingHttpHeaders
  body: string
}

/** For each endpoint, what the vendor would object to in a call. */
export type Rules = Readonly<Record<string, (call: VendorCall) => readonly string[]>>

export type Answer =
  | { kind: 'json'; body: unknown; status?: number; headers?: Record<string, string> }
  | { kind: 'text'; body: string; status?: number; headers?: Record<string, string> }
  /** All that came in a call, in the words of the answer. */
  | { kind: 'echo'; status: number; body: (words: string) => unknown }
  /** No answer until the server stops. */
  | { kind: 'hang' }
  | { kind: 'reset' }

/** A vendor's server on loopback. Calls that no test scripted, or that the vendor would not take, are complaints. */
export class CheckingServer {
  readonly calls: VendorCall[] = []
  readonly complaints: string[] = []
  readonly #rules: Rules
  readonly #now: () => number
  readonly #answers = new Map<string, Answer[]>()
  readonly #waiting: (() => void)[] = []
  readonly #http: Server
  #url = ''

  /** @param now the vendor's clock, as its `Date` header tells it; UNIX milliseconds */
  constructor(rules: Rules, now: () => number) {
    this.#rules = rules
    this.#now = now
    this.#http = createServer((request, response) => {
      this.#take(request, response).catch((error: unknown) => this.complaints.push(String(error)))
    })
  }

  get url(): string {
    return this.#url
  }

  /** The endpoints called, in order. */
  get endpoints(): string[] {
    return this.calls.map(({ endpoint }) => endpoint)
  }

  async start(): Promise<this> {
    this.#http.listen(0, '127.0.0.1')
    await once(this.#http, 'listening')
    this.#url = `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`
    return this
  }

  /** Rejects when something came that no test expects, or something that a test scripted was not asked for. */
  async stop(): Promise<void> {
    this.#http.closeAllConnections()
    await new Promise((resolve) => this.#http.close(resolve))
    const left = [...this.#answers].flatMap(([endpoint, { length }]) =>
      length > 0 ? [`never asked: ${endpoint}`] : [],
    )
    const wrong = [...this.complaints, ...left]
    if (wrong.length > 0) throw new Error(wrong.join('\n'))
  }

  /** The next answers of an endpoint, in order. */
  script(endpoint: string, ...answers: readonly Answer[]): void {
    this.#answers.set(endpoint, [...(this.#answers.get(endpoint) ?? []), ...answers])
  }

  json(endpoint: string, ...bodies: readonly unknown[]): void {
    this.script(endpoint, ...bodies.map((body) => ({ kind: 'json' as const, body })))
  }

  /** Resolves once so many calls have come in. */
  async called(count: number): Promise<void> {
    while (this.calls.length < count) await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { pathname, searchParams: query } = new URL(request.url ?? '', this.#url)
    const endpoint = `${request.method} ${pathname}`
    const call = { endpoint, query, headers: request.headers, body: Buffer.concat(chunks).toString() }
    this.calls.push(call)
    const objections = this.#rules[endpoint]?.(call) ?? ['no such endpoint']
    this.complaints.push(...objections.map((each) => `${endpoint}: ${each}`))
    const answer = this.#answers.get(endpoint)?.shift()
    if (answer === undefined) this.complaints.push(`unexpected: ${endpoint} ${call.body}`)
    response.setHeader('date', new Date(this.#now()).toUTCString())
    play(answer ?? { kind: 'text', status: 404, body: '' }, call, request, response)
    for (const resolve of this.#waiting.splice(0)) resolve()
  }
}

function play(answer: Answer, call: VendorCall, request: IncomingMessage, response: ServerResponse): void {
  switch (answer.kind) {
    case 'json':
      response
        .writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers })
        .end(JSON.stringify(answer.body))
      return
    case 'text':
      response.writeHead(answer.status ?? 200, answer.headers).end(answer.body)
      return
    case 'echo':
      response.writeHead(answer.status).end(JSON.stringify(answer.body(wordsOf(call))))
      return
    case 'hang':
      return
    case 'reset':
      request.socket.resetAndDestroy()
  }
}

/** As they were written and as they were meant. */
function wordsOf({ query, headers, body }: VendorCall): string {
  const { authorization, authtoken } = headers
  const fields = [...query.values(), ...new URLSearchParams(body).values()]
  return [authorization, authtoken, ...fields, body].filter(Boolean).join(' | ')
}
