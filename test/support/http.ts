import { request } from 'node:http'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import {
  createHttpServer,
  type HttpServer,
  type HttpServerOptions,
} from '../../src/adapters/http/create-http-server.ts'
import { createMetrics } from '../../src/adapters/http/metrics.ts'
import { createPlayground } from '../../src/adapters/playground/create-playground.ts'
import { demoApps } from '../../src/adapters/simulator/demo-apps.ts'
import type { Bot } from '../../src/bot/bot.ts'
import type { App } from '../../src/bot/services.ts'
import { testBot } from './bot.ts'

export interface HttpRig {
  server: HttpServer
  url: string
  port: number
  /** All that was logged, as JSON lines. */
  logged: () => string
}

/** The real server on a free port of loopback. */
export async function startHttp(options: Partial<HttpServerOptions> = {}): Promise<HttpRig> {
  const { log, logged } = logToMemory()
  const server = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    log,
    metrics: createMetrics(),
    surfaces: [],
    slack: null,
    playground: null,
    doors: [],
    store: null,
    ...options,
  })
  const { port, url } = await server.listen()
  return { server, url, port, logged }
}

export interface PlaygroundRig extends HttpRig {
  /** As the page's script asks. */
  ask(input: unknown, changes?: { locale?: string; timeZone?: string | null }): Promise<Response>
}

/** The playground on the real server, with the real bot over the simulated apps, at this moment. */
export async function startPlayground(
  changes: { bot?: Bot; apps?: readonly [App, ...App[]] } = {},
): Promise<PlaygroundRig> {
  const apps = changes.apps ?? demoApps()
  const bot = changes.bot ?? testBot({ apps, now: Date.now }).bot
  const { log, logged } = logToMemory()
  let requests = 0
  const { routes } = createPlayground({
    bot,
    apps: { all: apps, default: apps[0] },
    log,
    now: Date.now,
    newId: () => `request-${++requests}`,
  })
  const rig = await startHttp({ playground: routes, log })
  return {
    ...rig,
    logged,
    ask: (input, { locale = 'en', timeZone = null } = {}) =>
      fetch(`${rig.url}api/ask`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: rig.url.slice(0, -1) },
        body: JSON.stringify({ input, locale, timeZone }),
      }),
  }
}

export function logToMemory() {
  const lines: string[] = []
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString())
      done()
    },
  })
  return { log: pino({ level: 'trace' }, sink), logged: () => lines.join('') }
}

/** A request with headers that `fetch` would not send, such as another Host. */
export function rawRequest(
  url: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      )
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
