import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Logger } from 'pino'
import type { Surface } from '../surface.ts'
import { HTTP_LIMITS } from './limits.ts'
import { listenError } from './listen-error.ts'
import type { Metrics } from './metrics.ts'
import { createRoutes, type Routes } from './routes.ts'
import { createShutdown } from './shutdown.ts'

export interface HttpServerOptions {
  host: string
  /** 0 takes a free one. */
  port: number
  log: Logger
  metrics: Metrics
  /** Whose readiness `/readyz` tells. */
  surfaces: readonly Pick<Surface, 'name' | 'ready'>[]
  /** Takes Slack's requests as they come: the signature is over the raw body. Null: there is no such path. */
  slack: ((request: IncomingMessage, response: ServerResponse) => void) | null
  playground: Routes | null
  doors: readonly Routes[]
  store: ((signal: AbortSignal) => Promise<boolean>) | null
}

export interface HttpServer {
  /** Rejects with a SurfaceStartError that names the setting when the address cannot be had. */
  listen(): Promise<{ host: string; port: number; url: string }>
  /** From now on `/readyz` says 503, so that a balancer sends new work elsewhere; all else goes on. */
  drain(): void
  /** Takes no new connection, finishes requests in flight until `deadline` (UNIX milliseconds), then closes. Never rejects. */
  stop(deadline: number): Promise<void>
}

const SLACK_PATH = '/slack/events'

/** The one port of the program. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { host, port, log, slack } = options
  let draining = false
  const routes = createRoutes({ ...options, draining: () => draining })
  // The globals stay Node's own: other parts of the program use fetch with them.
  const answer = getRequestListener(routes.fetch, { hostname: host, overrideGlobalObjects: false })
  const { headersTimeout, requestTimeout, keepAliveTimeout, connectionsCheckingInterval } = HTTP_LIMITS
  const server = createServer({ headersTimeout, requestTimeout, keepAliveTimeout, connectionsCheckingInterval })
  const shutdown = createShutdown(server)

  server.on('request', (request, response) => {
    shutdown.track(response)
    if (slack !== null && request.method === 'POST' && isSlackPath(request.url)) slack(request, response)
    else void answer(request, response)
  })

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        const refused = (error: NodeJS.ErrnoException) => reject(listenError(error, host, port))
        server.once('error', refused)
        server.listen(port, host, () => {
          server.off('error', refused)
          server.on('error', (error) => log.error({ err: error }, 'http server error'))
          const address = server.address()
          const bound = typeof address === 'object' && address !== null ? address.port : port
          resolve({ host, port: bound, url: `http://${urlHost(host)}:${bound}/` })
        })
      }),
    drain() {
      draining = true
    },
    async stop(deadline) {
      draining = true
      const unfinished = await shutdown.stop(deadline)
      if (unfinished > 0) log.warn({ unfinished }, 'http requests were cut off by the stop')
    },
  }
}

const isSlackPath = (url: string | undefined): boolean =>
  url === SLACK_PATH || url?.startsWith(`${SLACK_PATH}?`) === true

/** An address that can be opened: a server on all addresses is reached at this machine's name for itself. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
