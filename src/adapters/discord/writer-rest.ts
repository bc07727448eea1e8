import type { RawFile } from 'discord.js'
import type { Logger } from 'pino'
import type { SurfaceDeps } from '../surface.ts'
import { isBrokenConnection, isUnconnected } from './broken-connection.ts'
import { DiscordAPIError, HTTPError, RateLimitError, REST } from './discord-js.ts'
import { restOptions, type Reach } from './client-options.ts'
import { WAITS } from './limits.ts'
import { describeFailure, isTokenRefused } from './platform-failure.ts'
import { isUnsent } from './spare-calls.ts'
import { tokenRefused } from './start-errors.ts'

/** What came of a call. `refused`: it was not done; `later`: neither, but may be in a while; `unclear`: it may be done. */
export type Called =
  | { kind: 'done'; body: unknown }
  | { kind: 'refused'; code: string }
  | { kind: 'later'; code: string; afterMs: number | null }
  | { kind: 'unclear'; code: string }

export interface WriterCall {
  method: 'get' | 'post' | 'patch'
  route: `/${string}`
  query?: Readonly<Record<string, string>>
  body?: object
  files?: RawFile[]
}

/** One attempt at a call to Discord's REST. Never rejects. */
export type CallDiscord = (call: WriterCall, signal: AbortSignal) => Promise<Called>

/** The write rate of a channel or of the service, told as a refusal. */
const COME_AGAIN = new Set([20016, 20022, 20028, 40062, 130000])

/**
 * Discord's REST for what the bot writes of its own accord: needs no gateway, holds up no answer, and repeats nothing by itself,
 * so that what became of each attempt is known.
 */
export function createCallDiscord(
  reach: Reach,
  deps: Pick<SurfaceDeps, 'observe' | 'onFatal'>,
  log: Logger,
): CallDiscord {
  const rest = new REST({
    version: '10',
    ...restOptions(reach),
    timeout: WAITS.postCall,
    retries: 0,
    rejectOnRateLimit: ({ timeToReset, retryAfter }) => Math.max(timeToReset, retryAfter) > WAITS.postLimited,
  }).setToken(reach.token.reveal())
  return async ({ method, route, query, body, files }, signal) => {
    try {
      const options = { signal, query: new URLSearchParams(query) }
      const answer =
        method === 'get'
          ? await rest.get(route, options)
          : await rest[method](route, { ...options, body, ...(files === undefined ? {} : { files }) })
      return { kind: 'done', body: answer }
    } catch (error) {
      const called = calledOf(error)
      log.warn({ call: `${method} channel`, failure: describeFailure(error) }, 'discord call failed')
      deps.observe.platformError('discord', 'channel', called.code)
      if (isTokenRefused(error)) deps.onFatal(tokenRefused())
      return called
    }
  }
}

function calledOf(error: unknown): Exclude<Called, { kind: 'done' }> {
  const { code } = describeFailure(error)
  if (error instanceof RateLimitError)
    return { kind: 'later', code, afterMs: Math.max(error.timeToReset, error.retryAfter) }
  if (error instanceof HTTPError) return { kind: 'unclear', code }
  if (error instanceof DiscordAPIError) {
    if (COME_AGAIN.has(Number(error.code))) return { kind: 'later', code, afterMs: null }
    // Refused before Discord itself has seen it, without a number of Discord's.
    return { kind: 'refused', code: error.code === 0 ? String(error.status) : code }
  }
  if (isUnsent(error) || isUnconnected(error)) return { kind: 'later', code, afterMs: null }
  return { kind: 'unclear', code: isBrokenConnection(error) ? code : 'timeout' }
}
