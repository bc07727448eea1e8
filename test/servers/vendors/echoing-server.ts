import { once } from 'node:events'
import http from 'node:http'
import http2 from 'node:http2'
import type { AddressInfo, Socket } from 'node:net'

export interface EchoedCall {
  path: string
  /** Values of headers and fields, as they were written and as they were meant. */
  words: readonly string[]
}

export type Echo =
  | { kind: 'answer'; status: number; headers?: Record<string, string>; body: string }
  | { kind: 'hang' }
  | { kind: 'reset' }
  /** Bytes that are no HTTP; over HTTP/2, none. */
  | { kind: 'bytes'; bytes: string }

/** A server that may tell all it hears, over HTTP/1.1 and, on a port of its own, over HTTP/2. */
export class EchoingServer {
  readonly calls: EchoedCall[] = []
  answer: (call: EchoedCall) => Echo = () => ({ kind: 'hang' })
  readonly #waiting: (() => void)[] = []
  readonly #sockets = new Set<Socket>()
  readonly #http = http.createServer((request, response) => void this.#take(request, response))
  readonly #http2 = http2.createServer((request, response) => void this.#take(request, response))

  async start(): Promise<this> {
    for (const server of [this.#http, this.#http2]) {
      server.on('connection', (socket: Socket) => {
        this.#sockets.add(socket)
        socket.on('error', () => undefined)
        socket.on('close', () => this.#sockets.delete(socket))
      })
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
    }
    this.#http2.on('session', (session) => session.on('error', () => undefined))
    return this
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`
  }

  get http2Url(): string {
    return `http://127.0.0.1:${(this.#http2.address() as AddressInfo).port}`
  }

  /** Resolves once so many calls have come in. */
  async called(count: number): Promise<void> {
    while (this.calls.length < count) await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  async stop(): Promise<void> {
    const closed = [this.#http, this.#http2].map((server) => new Promise((resolve) => server.close(resolve)))
    for (const socket of this.#sockets) socket.destroy()
    await Promise.all(closed)
  }

  async #take(
    request: http.IncomingMessage | http2.Http2ServerRequest,
    response: http.ServerResponse | http2.Http2ServerResponse,
  ): Promise<void> {
    const socket = [...this.#sockets].find(({ remotePort }) => remotePort === request.socket.remotePort)
    let body = ''
    try {
      for await (const chunk of request) body += String(chunk)
    } catch {
      return
    }
    const { pathname, searchParams } = new URL(request.url ?? '', this.url)
    const headers = Object.entries(request.headers).flatMap(([name, value]) =>
      /auth/i.test(name) ? [String(value), String(value).replace(/^(?:bearer |key=)/i, '')] : [],
    )
    const fields = [...searchParams.values(), ...new URLSearchParams(body).values()]
    const device = decodeURIComponent(pathname.split('/').at(-1) ?? '')
    const call = { path: pathname, words: [...headers, ...fields, body, device].filter((word) => word !== '') }
    this.calls.push(call)
    for (const resolve of this.#waiting.splice(0)) resolve()
    const echo = this.answer(call)
    if (echo.kind === 'hang') return
    if (echo.kind === 'reset') return void socket?.destroy()
    // The socket of an HTTP/2 session is not ours to write to.
    if (echo.kind === 'bytes') return void (request.httpVersion === '2.0' ? socket?.destroy() : socket?.end(echo.bytes))
    response.statusCode = echo.status
    for (const [name, value] of Object.entries(echo.headers ?? {})) response.setHeader(name, value)
    response.end(echo.body)
  }
}
