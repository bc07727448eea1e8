import type { PushVendors } from '../../diagnostics/ports/push-vendors.ts'
import type { VendorReply } from '../../diagnostics/vendors/vendor-reply.ts'
import type { ApnsTls } from './apns/apns.ts'
import { lazyApns } from './apns/lazy-apns.ts'
import type { Route } from './create-route.ts'
import { createVendorHttp } from './create-vendor-http.ts'
import type { HttpBounds } from './http-bounds.ts'
import { waysOf } from './ways-of.ts'

export interface VendorsOptions {
  /** UNIX milliseconds. */
  now: () => number
  http?: Partial<HttpBounds>
  /** Only for tests. */
  tls?: ApnsTls
}

/** The push vendors' own servers. `close` cuts all connections. */
export function createVendors({ now, http = {}, tls = {} }: VendorsOptions): {
  vendors: PushVendors
  close(): Promise<void>
} {
  const web = createVendorHttp(http)
  const apns = lazyApns({ now, bounds: http, tls })
  let routing: Promise<Route> | null = null
  // Loaded with the first question, as few starts come to one.
  const route = (): Promise<Route> => {
    routing ??= import('./create-route.ts').then(({ createRoute }) =>
      createRoute({ http: web.http, apns: apns.driver, now }),
    )
    return routing
  }
  return {
    vendors: {
      ways: waysOf,
      probeCredential: (credential, signal) =>
        whatever(async () => (await route())(credential).probeCredential(signal)),
      probeToken: (credential, token, signal) =>
        whatever(async () => (await route())(credential).probeToken(token, signal)),
      sendTest: (credential, token, text, signal) =>
        whatever(async () => (await route())(credential).sendTest(token, text, signal)),
    },
    async close() {
      await Promise.all([web.close(), apns.close()])
    },
  }
}

/** The port answers with a value whatever happens: a driver that fails is one vendor less, and not one answer less. */
async function whatever(ask: () => Promise<VendorReply>): Promise<VendorReply> {
  try {
    return await ask()
  } catch (error) {
    // Not its message, which could quote a token.
    const info = `not asked: ${error instanceof Error ? error.name : 'failure'}`
    return { kind: 'unanswered', reason: 'broken', http: null, info, retryAfterMs: null }
  }
}
