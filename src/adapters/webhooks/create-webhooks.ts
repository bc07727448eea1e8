import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Logger } from 'pino'
import { type Append, createAppendInTime } from './append-in-time.ts'
import { authenticate, type WebhookApp } from './authenticate.ts'
import { WEBHOOK_LIMITS, type WebhookLimits } from './limits.ts'
import { createNotes } from './notes.ts'
import { answerOf } from './outcome.ts'
import { readQuery } from './query.ts'
import { receive, type Received } from './receive.ts'

export interface WebhooksDeps {
  apps: readonly WebhookApp[]
  /** Durable when it resolves. */
  append: Append
  /** UNIX milliseconds. */
  now: () => number
  log: Logger
  observe: {
    /**
     * Once for each request. All three come from small sets: `app` is a configured one or `other`, `command` a known one,
     * `other`, or `none` where it was not read.
     */
    webhook(app: string, command: string, outcome: string): void
  }
  limits?: Partial<WebhookLimits>
}

export interface Webhooks {
  /**
   * To be mounted at `/` of a server that gives its Node bindings, ahead of whatever else reads bodies: the sender is
   * checked first, and the body is read from the connection, as the answer is written to it.
   */
  routes: Hono<{ Bindings: HttpBindings }>
}

/** The door for Tencent IM's callbacks: who sends is checked before anything is read, and nothing is acknowledged before it is durable. */
export function createWebhooks({ apps, append, now, log, observe, limits: changes }: WebhooksDeps): Webhooks {
  const limits = { ...WEBHOOK_LIMITS, ...changes }
  const byName = new Map(apps.map((app) => [app.name, app]))
  const notes = createNotes(log, now)
  const receiving = { appendInTime: createAppendInTime(append, limits.pendingEvents), limits, now, notes }
  const routes: Webhooks['routes'] = new Hono()

  async function take(
    app: WebhookApp | undefined,
    { req, env }: Context<{ Bindings: HttpBindings }>,
  ): Promise<Received> {
    if (app === undefined) return { command: 'none', outcome: 'unknown-app' }
    if (req.method !== 'POST') return { command: 'none', outcome: 'not-post' }
    const query = readQuery(req.query())
    const refused = authenticate(app, query, now(), limits.clockSkew)
    if (refused !== null) return { command: 'none', outcome: refused }
    return receive(app, query, env.incoming, receiving)
  }

  routes.all('/webhooks/im/:app', async (context) => {
    const app = byName.get(context.req.param('app'))
    const { command, outcome } = await take(app, context)
    if (app !== undefined) notes.ended(app.name, outcome)
    observe.webhook(app?.name ?? 'other', command, outcome)
    const { body, status, headers } = answerOf(outcome)
    // Straight to the connection: a Response object would cost more than all that was done with the request.
    context.env.outgoing.writeHead(status, headers).end(body)
    return RESPONSE_ALREADY_SENT
  })
  return { routes }
}
