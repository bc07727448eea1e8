import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { DeviceStore } from '../../diagnostics/ports/device-store.ts'
import { InFlight } from '../in-flight.ts'
import { within } from '../within.ts'
import { authenticate, type RegistryApp } from './authenticate.ts'
import { idField, type Problem, readWith, userField } from './fields.ts'
import { REGISTRY_LIMITS, type RegistryLimits } from './limits.ts'
import { createNotes } from './notes.ts'
import { answerOf, type Outcome } from './outcome.ts'
import { readBody } from './read-body.ts'
import { readDevices } from './read-devices.ts'
import { tokenWarnings } from './token-warnings.ts'

export interface RegistryDeps {
  apps: readonly RegistryApp[]
  /** Durable when it resolves. */
  devices: Pick<DeviceStore, 'replace' | 'forget'>
  /** UNIX milliseconds. */
  now: () => number
  log: Logger
  observe: {
    /** Once for each request. Both come from small sets: `app` is a configured one or `other`. */
    registry(app: string, outcome: string): void
  }
  limits?: Partial<RegistryLimits>
}

export interface Registry {
  /**
   * `PUT` and `DELETE /api/apps/<app>/users/<user>/devices`. To be mounted at `/` of a server that gives its Node bindings,
   * ahead of whatever else reads bodies: the sender is checked first, and the body is read from the connection.
   */
  routes: Hono<{ Bindings: HttpBindings }>
}

interface Ending {
  outcome: Outcome
  problems?: readonly Problem[]
}

type RegistryContext = Context<{ Bindings: HttpBindings }>

/** Where the UserID stands in the path, which is read as it came: a name may hold an encoded slash. */
const USER_PART = 5

/** A misspelt `id` must not forget all devices. */
const forgetQuery = z.strictObject(
  {
    id: z
      .tuple([z.string()], { error: 'must be given once' })
      .transform(([id]) => id)
      .pipe(idField)
      .optional(),
  },
  { error: 'the query takes nothing but id' },
)

/** Where an app that integrates the vendors' pushes itself says which devices a user has. */
export function createRegistry({ apps, devices, now, log, observe, limits: changes }: RegistryDeps): Registry {
  const limits = { ...REGISTRY_LIMITS, ...changes }
  const byName = new Map(apps.map((app) => [app.name, app]))
  const notes = createNotes(log, now)
  const running = new InFlight()
  const routes: Registry['routes'] = new Hono()

  async function take(app: RegistryApp, context: RegistryContext): Promise<Ending> {
    const { method, url } = context.req
    if (method !== 'PUT' && method !== 'DELETE') return { outcome: 'wrong-method' }
    const refused = authenticate(app, context.env.incoming.headers.authorization)
    if (refused !== null) return { outcome: refused }
    const user = readWith(userField, new URL(url).pathname.split('/')[USER_PART], 'user')
    if (!user.ok) return { outcome: 'wrong-shape', problems: user.problems }
    if (running.count >= limits.inFlight) return { outcome: 'busy' }
    return method === 'PUT' ? put(app, user.value, context) : forget(app, user.value, context)
  }

  async function put(app: RegistryApp, user: string, { env }: RegistryContext): Promise<Ending> {
    const body = await running.track(readBody(env.incoming, limits.bodyBytes, limits.bodyTime))
    if (body.kind !== 'read') return { outcome: body.kind }
    const read = readDevices(body.value, user, now())
    if (!read.ok) return { outcome: 'wrong-shape', problems: read.problems }
    const ending = await store(app, 'stored', () => devices.replace(app.sdkAppId, user, 'registry', read.value))
    return ending.outcome === 'stored' ? { ...ending, problems: tokenWarnings(read.value) } : ending
  }

  async function forget(app: RegistryApp, user: string, { req }: RegistryContext): Promise<Ending> {
    const query = readWith(forgetQuery, req.queries())
    if (!query.ok) return { outcome: 'wrong-shape', problems: query.problems }
    const id = query.value.id ?? null
    return store(app, 'forgotten', () => devices.forget(app.sdkAppId, user, 'registry', id))
  }

  /** Work that takes too long stays in flight until it ends; whether it was done after all, nobody is told. */
  async function store(app: RegistryApp, outcome: Outcome, work: () => Promise<unknown>): Promise<Ending> {
    const done = running.track(Promise.resolve().then(work)).then(
      () => true,
      (error: unknown) => {
        notes.unavailable(app.name, error)
        return false
      },
    )
    const ended = await within(done, limits.storeTime, null)
    if (ended === null) notes.unavailable(app.name)
    return { outcome: ended === true ? outcome : 'unavailable' }
  }

  routes.all('/api/apps/:app/users/:user/devices', async (context) => {
    const app = byName.get(context.req.param('app'))
    const { outcome, problems } = app === undefined ? { outcome: 'unknown-app' as const } : await take(app, context)
    if (app !== undefined) notes.ended(app.name, outcome)
    observe.registry(app?.name ?? 'other', outcome)
    const { status, body, headers } = answerOf(outcome, app?.name ?? '', problems)
    return body === null
      ? context.body(null, 204, headers)
      : context.body(body, status as ContentfulStatusCode, headers)
  })
  return { routes }
}
