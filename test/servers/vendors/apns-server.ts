import { once } from 'node:events'
import http2 from 'node:http2'
import type { AddressInfo } from 'node:net'
import type tls from 'node:tls'
import { type ApnsSender, objectionsTo } from './apns-request.ts'
import type { SelfSigned } from './self-signed.ts'

export type ApnsScript =
  | { status: number; reason?: string; timestamp?: number; headers?: http2.OutgoingHttpHeaders }
  | { raw: string; status: number }
  /** Never answers. */
  | 'hang'
  | { reset: number }
  /** GOAWAY instead of an answer; with an error code the connection ends at once. */
  | { goaway: number; reason?: string }
  /** Answers, and says goodbye for everything after. */
  | { status: 200; thenGoaway: true }
  /** The connection is cut. */
  | 'cut'

export interface ApnsCall {
  token: string
  pushType: string
  authorization: string | undefined
  body: string
  headers: http2.IncomingHttpHeaders
  /** Number of the connection, from 0. */
  connection: number
}

export interface ApnsServerOptions {
  tls: SelfSigned
  topic: string
  sender: ApnsSender
  /** UNIX milliseconds. */
  now: () => number
}

const ID = '7e9dfdc8-6c6f-4d38-a3c2-0b2d1a6f3e10'

/** Apple's push service as documented, for one sender and topic. Tokens that no test has scripted are not known. */
export class ApnsServer {
  readonly calls: ApnsCall[] = []
  readonly objections: string[] = []
  pings = 0
  connections = 0
  readonly #scripts = new Map<string, ApnsScript[]>()
  readonly #server: http2.Http2SecureServer
  readonly #sockets = new Map<http2.Http2Session, tls.TLSSocket>()
  readonly #waiting: { count: number; go: () => void }[] = []
  readonly #options: ApnsServerOptions

  constructor(options: ApnsServerOptions) {
    this.#options = options
    this.#server = http2.createSecureServer({
      key: options.tls.key,
      cert: options.tls.certificate,
      minVersion: 'TLSv1.2',
      // A certificate beside a key would be a mistake, which is only seen where one is asked for.
      requestCert: true,
      rejectUnauthorized: false,
    })
    let latest: tls.TLSSocket | null = null
    this.#server.prependListener('secureConnection', (socket: tls.TLSSocket) => {
      latest = socket
    })
    this.#server.on('session', (session) => {
      const connection = this.connections++
      // A session shows only a guarded likeness of its socket.
      const socket = latest
      if (socket !== null) this.#sockets.set(session, socket)
      session.on('close', () => this.#sockets.delete(session))
      session.on('error', () => undefined)
      session.on('ping', () => this.pings++)
      session.on('stream', (stream, headers) => {
        stream.on('error', () => undefined)
        // Not by iteration, which would end the answer with the question.
        let body = ''
        stream.setEncoding('utf8')
        stream.on('data', (chunk: string) => {
          body += chunk
        })
        stream.on('end', () => this.#serve(stream, headers, body, connection))
      })
    })
  }

  async start(): Promise<this> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    return this
  }

  get url(): string {
    return `https://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** The next answers for a token; the last one stays. */
  answers(token: string, ...scripts: readonly ApnsScript[]): void {
    this.#scripts.set(token, [...scripts])
  }

  /** When so many pushes have come in. */
  async received(count: number): Promise<void> {
    if (this.calls.length < count) await new Promise<void>((go) => this.#waiting.push({ count, go }))
  }

  /** When no connection is open any more. */
  async deserted(): Promise<void> {
    await Promise.all([...this.#sockets.keys()].map((session) => once(session, 'close')))
  }

  get open(): number {
    return this.#sockets.size
  }

  /** Cuts every connection without a word. */
  cut(): void {
    for (const socket of this.#sockets.values()) socket.destroy()
  }

  /** Rejects when something came that Apple would not take. */
  async stop(): Promise<void> {
    for (const session of this.#sockets.keys()) session.destroy()
    this.#server.close()
    await once(this.#server, 'close')
    if (this.objections.length > 0) throw new Error(`Apple would object: ${this.objections.join('; ')}`)
  }

  #serve(stream: http2.ServerHttp2Stream, headers: http2.IncomingHttpHeaders, body: string, connection: number): void {
    const { topic, sender, now } = this.#options
    const session = stream.session
    const socket = session === undefined ? undefined : this.#sockets.get(session)
    if (session === undefined || socket === undefined) return
    this.objections.push(...objectionsTo(headers, body, { topic, sender, now: now(), socket }))
    const token = (headers[':path'] ?? '').split('/').at(-1) ?? ''
    const pushType = String(headers['apns-push-type'])
    this.calls.push({ token, pushType, authorization: headers.authorization, body, headers, connection })
    for (const { count, go } of this.#waiting) if (this.calls.length >= count) go()
    const list = this.#scripts.get(token) ?? []
    const script = (list.length > 1 ? list.shift() : list[0]) ?? { status: 400, reason: 'BadDeviceToken' }
    this.#play(stream, session, script)
  }

  #play(stream: http2.ServerHttp2Stream, session: http2.Http2Session, script: ApnsScript): void {
    if (script === 'hang') return
    if (script === 'cut') return void this.#sockets.get(session)?.destroy()
    if ('reset' in script) return stream.close(script.reset)
    if ('goaway' in script) {
      const { goaway, reason } = script
      session.goaway(goaway, 0, reason === undefined ? undefined : Buffer.from(JSON.stringify({ reason })))
      stream.close(http2.constants.NGHTTP2_REFUSED_STREAM)
      return
    }
    const head = { ':status': script.status, 'apns-id': ID, ...('headers' in script ? script.headers : {}) }
    stream.respond(head)
    if ('raw' in script) stream.end(script.raw)
    else if ('reason' in script)
      stream.end(
        JSON.stringify({ reason: script.reason, ...('timestamp' in script ? { timestamp: script.timestamp } : {}) }),
      )
    else stream.end()
    if ('thenGoaway' in script) session.close()
  }
}
