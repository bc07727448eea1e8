import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import type { Surface } from '../surface.ts'
import { HTTP_LIMITS } from './limits.ts'
import type { Metrics } from './metrics.ts'

export type Routes = Hono<{ Bindings: HttpBindings }>

export interface RoutesDeps {
  log: Logger
  metrics: Metrics
  surfaces: readonly Pick<Surface, 'name' | 'ready'>[]
  playground: Routes | null
  /** For other servers: they check the sender before they read a body, and read it themselves. */
  doors: readonly Routes[]
  /** Whether the store answers; null: there is none. */
  store: ((signal: AbortSignal) => Promise<boolean>) | null
  /** True from the moment the program begins to stop. */
  draining: () => boolean
}

/** Nothing here is a page, so nothing here may be run, framed, cached or guessed at; the playground sets its own. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** What this process says of itself, and the playground where there is one. */
export function createRoutes({ log, metrics, surfaces, playground, doors, store, draining }: RoutesDeps): Routes {
  const routes: Routes = new Hono()
  for (const door of doors) routes.route('/', door)

  routes.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(HEADERS))
      if (!context.res.headers.has(name)) context.res.headers.set(name, value)
  })
  routes.use(
    bodyLimit({
      maxSize: HTTP_LIMITS.bodyBytes,
      onError: (context) => context.json({ error: 'body-too-large', maximumBytes: HTTP_LIMITS.bodyBytes }, 413),
    }),
  )

  routes.get('/healthz', (context) => context.json({ status: 'ok' }))
  routes.get('/readyz', async (context) => {
    const readiness = Object.fromEntries([
      ...surfaces.map((surface) => [surface.name, surface.ready()] as const),
      ...(playground === null ? [] : [['playground', true] as const]),
    ])
    const stored = store === null ? null : await store(AbortSignal.timeout(HTTP_LIMITS.storeAnswer))
    const ready = !draining() && stored !== false && Object.values(readiness).every(Boolean)
    const status = ready ? 'ready' : draining() ? 'stopping' : 'not-ready'
    return context.json(
      { status, surfaces: readiness, ...(stored === null ? {} : { store: stored }) },
      ready ? 200 : 503,
    )
  })
  routes.get('/metrics', async (context) =>
    context.body(await metrics.registry.metrics(), 200, { 'content-type': metrics.registry.contentType }),
  )
  if (playground !== null) routes.route('/', playground)

  routes.notFound((context) => context.json({ error: 'not-found' }, 404))
  routes.onError((error, context) => {
    // Whoever went away while sending reads no answer, and is no defect of ours.
    const { incoming } = context.env
    if (incoming.destroyed && !incoming.complete) return context.json({ error: 'aborted' }, 400)
    log.error({ err: error }, 'defect while answering an http request')
    return context.json({ error: 'internal' }, 500)
  })
  return routes
}
