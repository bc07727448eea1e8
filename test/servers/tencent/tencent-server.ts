import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { verifyUsersig } from '../../../src/diagnostics/usersig/verify-usersig.ts'
import type { UsersigApp } from '../../../src/diagnostics/usersig/keyring.ts'

export interface Call {
  /** As in `v4/timpush/batch`. */
  endpoint: string
  /** What stands before `/v4/`. */
  prefix: string
  query: URLSearchParams
  body: Readonly<Record<string, unknown>>
  /** Names the connection. */
  port: number
}

export type Script =
  | { kind: 'json'; body: unknown }
  | { kind: 'raw'; status?: number; headers?: Record<string, string>; body: string }
  /** A body of so many bytes, sent as fast as it is read. */
  | { kind: 'huge'; bytes: number }
  /** No answer until the server stops. */
  | { kind: 'hang' }
  /** Headers and the start of a body, then nothing. */
  | { kind: 'hang-in-body' }
  | { kind: 'reset' }
  /** The connection ends within the body. */
  | { kind: 'cut' }
  /** Bytes that are not HTTP. */
  | { kind: 'noise' }

const QUERY = ['sdkappid', 'identifier', 'usersig', 'random', 'contenttype']

/**
 * A server API that answers what a test tells it to, one script a call. Strict: a call that no test expects, or that
 * Tencent would not take, is a complaint.
 */
export class TencentServer {
  readonly calls: Call[] = []
  readonly complaints: string[] = []
  readonly #scripts = new Map<string, Script[]>()
  readonly #waiting: (() => void)[] = []
  readonly #http: Server
  readonly #apps: () => { apps: readonly UsersigApp[]; now: number }
  #url = ''

  /** @param apps whose signatures are good, and the moment that they are judged at */
  constructor(apps: () => { apps: readonly UsersigApp[]; now: number }) {
    this.#apps = apps
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

  /** The next calls of an endpoint, in order. */
  script(endpoint: string, ...scripts: readonly Script[]): void {
    this.#scripts.set(endpoint, [...(this.#scripts.get(endpoint) ?? []), ...scripts])
  }

  /** Resolves once so many calls have come in. */
  async called(count: number): Promise<void> {
    while (this.calls.length < count) await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { pathname, searchParams } = new URL(request.url ?? '', this.#url)
    const [prefix = '', path = ''] = pathname.split('/v4/')
    const endpoint = `v4/${path}`
    const text = Buffer.concat(chunks).toString()
    const body = JSON.parse(text) as Record<string, unknown>
    this.calls.push({ endpoint, prefix, query: searchParams, body, port: request.socket.remotePort ?? 0 })
    this.#inspect(request, endpoint, searchParams)
    const script = this.#scripts.get(endpoint)?.shift()
    if (script === undefined) this.complaints.push(`unexpected: ${endpoint} ${text}`)
    play(script ?? { kind: 'raw', status: 404, body: '' }, request, response)
    for (const resolve of this.#waiting.splice(0)) resolve()
  }

  #inspect(request: IncomingMessage, endpoint: string, query: URLSearchParams): void {
    const complain = (about: string) => this.complaints.push(`${endpoint}: ${about}`)
    if (request.method !== 'POST') complain(`method ${request.method}`)
    if ([...query.keys()].join() !== QUERY.join()) complain(`query ${[...query.keys()].join()}`)
    const random = Number(query.get('random'))
    if (!Number.isInteger(random) || random < 0 || random > 4_294_967_295) complain(`random ${query.get('random')}`)
    if (query.get('contenttype') !== 'json') complain('contenttype')
    const { apps, now } = this.#apps()
    const app = apps.find(({ sdkAppId }) => String(sdkAppId) === query.get('sdkappid'))
    if (app === undefined) return void complain(`sdkappid ${query.get('sdkappid')}`)
    const { verdict, findings } = verifyUsersig({
      text: query.get('usersig') ?? '',
      apps,
      now,
      expected: { app, userId: query.get('identifier') ?? '' },
    })
    if (verdict !== 'valid') complain(`usersig ${verdict}: ${findings.map(({ code }) => code).join()}`)
  }
}

function play(script: Script, request: IncomingMessage, response: ServerResponse): void {
  switch (script.kind) {
    case 'json':
      response.setHeader('content-type', 'application/json').end(JSON.stringify(script.body))
      return
    case 'raw':
      response.writeHead(script.status ?? 200, script.headers).end(script.body)
      return
    case 'huge': {
      const piece = ' '.repeat(65_536)
      const write = (left: number): void => {
        if (left <= 0) return void response.end()
        if (response.destroyed) return
        response.write(piece, () => write(left - piece.length))
      }
      return write(script.bytes)
    }
    case 'hang':
      return
    case 'hang-in-body':
      response.write('{"ActionStatus":"OK",')
      return
    case 'reset':
      request.socket.resetAndDestroy()
      return
    case 'cut':
      response.writeHead(200, { 'content-length': '1000' }).write('{"ActionStatus"')
      setImmediate(() => request.socket.destroy())
      return
    case 'noise':
      request.socket.end('SSH-2.0-OpenSSH_9.6\r\n\r\n')
  }
}
