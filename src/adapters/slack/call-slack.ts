import type { Logger } from 'pino'
import type { SurfaceObserver } from '../surface.ts'
import { withRetries, type Called, type RetryPolicy } from './retry.ts'
import { failureOf } from './slack-failure.ts'

/** How hard to try: `once` for what something newer takes the place of soon, and for what only its caller may repeat. */
export type Tries = 'repeated' | 'once'

export interface CallOptions<T> extends Partial<Pick<RetryPolicy<T>, 'look'>> {
  tries?: Tries | undefined
}

/** Makes one call of the Web API. Without a `look` it is one that can be repeated without harm. */
export type CallSlack = <T>(name: string, make: () => Promise<T>, options?: CallOptions<T>) => Promise<Called<T>>

export interface CallDeps {
  log: Logger
  observe: SurfaceObserver
  /** Slack says that our token is no longer good. */
  onUnauthorized: () => void
}

export const UNAUTHORIZED = new Set([
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
])

/** Calls tell their failure as a value, and every failure for good is logged and counted, without what was sent. */
export function createCallSlack({ log, observe, onUnauthorized }: CallDeps): CallSlack {
  return async <T>(name: string, make: () => Promise<T>, { tries, look = null }: CallOptions<T> = {}) => {
    const attempt = (): Promise<Called<T>> =>
      make().then(
        (value) => ({ ok: true, value }),
        (error: unknown) => ({ ok: false, failure: failureOf(error) }),
      )
    const called = await withRetries<T>(attempt, { look, ...(tries === 'once' ? { attempts: 1 } : {}) })
    if (!called.ok) {
      const { code, pointers } = called.failure
      observe.platformError('slack', name, code)
      log.warn({ call: name, code, ...(pointers.length > 0 ? { pointers } : {}) }, 'slack call failed')
      if (UNAUTHORIZED.has(code)) onUnauthorized()
    }
    return called
  }
}
