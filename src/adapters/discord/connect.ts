import { Events } from './discord-js.ts'
import type { Client } from 'discord.js'
import type { Logger } from 'pino'
import type { DiscordSettings } from '../../config/settings.ts'
import { SurfaceStartError } from '../surface.ts'
import { WAITS } from './limits.ts'
import { describeFailure, isTokenRefused } from './platform-failure.ts'
import { callRefused, closedForGood, tokenRefused, unreachable } from './start-errors.ts'

/**
 * Logs in and waits until events flow. The listeners are on before the login, because `clientReady` can come before it
 * returns, and because a refused login is told by a close code and not by a rejection. Gives up when the signal ends.
 */
export async function connect(client: Client, settings: DiscordSettings, signal: AbortSignal): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const ready = new Promise<void>((resolve, reject) => {
    client.once(Events.ClientReady, () => resolve())
    client.once(Events.ShardDisconnect, ({ code }) => reject(closedForGood(code)))
    timer = setTimeout(() => reject(unreachable(settings.apiUrl, 'timeout')), WAITS.connect)
    const giveUp = () => reject(unreachable(settings.apiUrl, 'given-up'))
    if (signal.aborted) giveUp()
    else signal.addEventListener('abort', giveUp, { once: true })
  })
  try {
    // Whichever ends first: a login can hang for as long as the gateway refuses connections.
    await Promise.race([ready, client.login(settings.token.reveal()).then(() => ready)])
  } catch (error) {
    await client.destroy().catch(() => undefined)
    throw startError(error, settings)
  } finally {
    clearTimeout(timer)
    ready.catch(() => undefined)
  }
}

/** Any refusal at the start as the one error that says what to mend. */
export function startError(error: unknown, { apiUrl }: DiscordSettings): SurfaceStartError {
  if (error instanceof SurfaceStartError) return error
  const { code, status } = describeFailure(error)
  if (code === 'TokenInvalid' || status === 401 || isTokenRefused(error)) return tokenRefused()
  return status !== null && status < 500 ? callRefused(code) : unreachable(apiUrl, code)
}

/** Events of the connection itself. Without a listener for `error` the process would end. */
export function watchConnection(
  client: Client,
  log: Logger,
  stopping: () => boolean,
  onFatal: (reason: SurfaceStartError) => void,
): void {
  client.on(Events.Error, (error) => log.error({ failure: describeFailure(error) }, 'discord client error'))
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ shard, failure: describeFailure(error) }, 'discord connection failed'),
  )
  client.on(Events.ShardReconnecting, (shard) => {
    // Also told of a connection that we close ourselves.
    if (!stopping()) log.info({ shard }, 'discord is reconnecting')
  })
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'discord connection resumed'))
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    log.error({ shard, code }, 'discord closed the connection for good')
    onFatal(closedForGood(code))
  })
  client.rest.on('rateLimited', ({ method, route, timeToReset, scope }) => {
    log.info({ method, route, timeToReset, scope }, 'discord rate limit')
  })
  client.rest.on('invalidRequestWarning', ({ count, remainingTime }) => {
    log.warn({ count, remainingTime }, 'discord has refused many calls')
  })
}
