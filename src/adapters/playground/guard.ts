import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'

const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i
const LOOPBACK_ADDRESS = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'] as const

/**
 * Whoever uses the playground is the owner of the machine, so only this machine may reach it: by its connection, not
 * through a proxy, and by a name that no foreign site can point here (DNS rebinding).
 */
export const onlyThisMachine: MiddlewareHandler<{ Bindings: HttpBindings }> = async (context, next) => {
  const address = context.env.incoming.socket.remoteAddress ?? ''
  const forwarded = FORWARDED.some((name) => context.req.header(name) !== undefined)
  const host = context.req.header('host') ?? ''
  if (!LOOPBACK_ADDRESS.test(address) || forwarded || !LOOPBACK_HOST.test(host))
    return context.json(
      { error: 'only-this-machine', hint: 'Open the playground on the machine where it runs, at http://localhost.' },
      403,
    )
  return next()
}

/** A page of another site can send requests here, but not with this content type and an origin that is ours. */
export const onlyThisPage: MiddlewareHandler<{ Bindings: HttpBindings }> = async (context, next) => {
  if (context.req.header('origin') !== `http://${context.req.header('host') ?? ''}`)
    return context.json({ error: 'only-this-page' }, 403)
  const [type = ''] = (context.req.header('content-type') ?? '').split(';')
  if (type.trim().toLowerCase() !== 'application/json') return context.json({ error: 'only-json' }, 415)
  return next()
}
