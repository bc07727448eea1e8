import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export const FORM = 'application/x-www-form-urlencoded; charset=utf-8'

export interface OauthCall {
  path: string
  headers: IncomingMessage['headers']
  body: string
  /** Names the connection. */
  port: number
}

export type OauthScript =
  /** What the vendor answers by itself. */
  | { kind: 'good' }
  | { kind: 'json'; status?: number; headers?: Record<string, string>; body: unknown }
  | { kind: 'raw'; status?: number; headers?: Record<string, string>; body: string }
  /** No answer until the server stops. */
  | { kind: 'hang' }
  | { kind: 'reset' }
  /** The connection ends within the body. */
  | { kind: 'cut' }

export interface OauthRoute {
  path: string
  /** What is wrong with a call; empty: nothing. */
  check(call: OauthCall): readonly string[] | Promise<readonly string[]>
  good(call: OauthCall): unknown
}

/** A vendor that answers by its routes, or what a test tells it to, one script a call. A call that it would not take is a complaint. */
export class OauthVendorServer {
  readonly calls: OauthCall[] = []
  readonly complaints: string[] = []
  /** How far the asker's clock is ahead of the `Date` of the answers, milliseconds. */
  aheadMs = 0
  readonly #routes: readonly OauthRoute[]
  readonly #now: () => number
  readonly #scripts = new Map<string, OauthScript[]>()
  readonly #waiting: (() => void)[] = []
  readonly #http: Server
  #url = ''

  /** @param now the asker's clock, UNIX milliseconds */
  constructor(routes: readonly OauthRoute[], now: () => number) {
    this.#routes = routes
    this.#now = now
    this.#http = createServer((request, response) => {
      this.#take(request, response).catch((error: unknown) => this.complaints.push(String(error)))
    })
  }

  get url(): string {
    return this.#url
  }

  async start(): Promise<this> {
    this.#http.listen(0, '127.0.0.1')
    await once(this.#http, 'listening')
    this.#url = `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`
    return this
  }

  async stop(): Promise<void> {
    this.#http.closeAllConnections()
    await new Promise((resolve) => this.#http.close(resolve))
  }

  /** The next calls of a path, in order; after them the vendor answers by itself again. */
  script(path: string, ...scripts: readonly OauthScript[]): void {
    this.#scripts.set(path, [...(this.#scripts.get(path) ?? []), ...scripts])
  }

  callsOf(path: string): readonly OauthCall[] {
    return this.calls.filter((call) => call.path === path)
  }

  /** Resolves once so many calls have come in. */
  async called(count: number): Promise<void> {
    while (this.calls.length < count) await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const path = request.url ?? ''
    const call = {
      path,
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
      port: request.socket.remotePort ?? 0,
    }
    const route = this.#routes.find((one) => one.path === path)
    const wrong = request.method === 'POST' ? await route?.check(call) : [`method ${request.method}`]
    this.complaints.push(...(wrong ?? ['no such path']).map((about) => `${path}: ${about}`))
    this.calls.push(call)
    response.setHeader('date', new Date(this.#now() - this.aheadMs).toUTCString())
    const script = this.#scripts.get(path)?.shift() ?? { kind: 'good' }
    if (script.kind === 'good') play({ kind: 'json', body: route?.good(call) ?? {} }, request, response)
    else play(script, request, response)
    for (const resolve of this.#waiting.splice(0)) resolve()
  }
}

function play(
  script: Exclude<OauthScript, { kind: 'good' }>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  switch (script.kind) {
    case 'json':
      response.writeHead(script.status ?? 200, { 'content-type': 'application/json', ...script.headers })
      response.end(JSON.stringify(script.body))
      return
    case 'raw':
      response.writeHead(script.status ?? 200, script.headers).end(script.body)
      return
    case 'hang':
      return
    case 'reset':
      request.socket.resetAndDestroy()
      return
    case 'cut':
      response.writeHead(200, { 'content-length': '1000' }).write('{"code"')
      setImmediate(() => request.socket.destroy())
  }
}

/** What differs between two plain values, for complaints. */
export function differs(about: string, got: unknown, expected: unknown): readonly string[] {
  const [was, is] = [JSON.stringify(expected), JSON.stringify(got)]
  return was === is ? [] : [`${about} is ${is}, not ${was}`]
}

/** A form in the order it came. */
export const formOf = (body: string): Readonly<Record<string, string>> => Object.fromEntries(new URLSearchParams(body))
