import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger, SocketModeReceiver } from '@slack/bolt'
import type { Bolt } from './bolt.ts'
import type { Logger as Log } from 'pino'
import type { Secret } from '../../diagnostics/secret.ts'
import type { SurfaceStartError } from '../surface.ts'
import { within } from '../within.ts'
import type { Reach } from './proxy.ts'
import { failureOf } from './slack-failure.ts'
import { isRefusal, startError } from './start-error.ts'
import { guardMessages } from './guard-messages.ts'

export interface SocketDeps {
  appToken: Secret
  apiUrl: string
  reach: Reach
  logger: Logger
  log: Log
  now: () => number
  onFatal: (reason: SurfaceStartError) => void
}

export interface SocketReceiving {
  receiver: SocketModeReceiver
  /** Resolves when the first connection is up; afterwards it is kept up. */
  connect(): Promise<void>
  connected(): boolean
  close(atMost: number): Promise<void>
}

const OPEN_WITHIN = 15_000
const FIRST_ATTEMPTS = 3
const PAUSES = [100, 500, 1000, 2000, 4000, 8000]
const PAUSE_AT_MOST = 10_000

/**
 * Bolt's receiver with our own reconnection. The client's waits five seconds and more without a connection each time
 * Slack renews one, and kills the process with an unhandled rejection when a reconnect is refused.
 */
export function receiveSocket({ SocketModeReceiver }: Bolt, deps: SocketDeps): SocketReceiving {
  const { reach, log, now, onFatal } = deps
  const receiver = new SocketModeReceiver({
    appToken: deps.appToken.reveal(),
    ...(reach.dispatcher === undefined ? {} : { dispatcher: reach.dispatcher }),
    logger: deps.logger,
    autoReconnectEnabled: false,
    customPropertiesExtractor: () => ({ arrivedAt: now() }),
    installerOptions: {
      clientOptions: {
        slackApiUrl: deps.apiUrl,
        fetch: reach.fetch,
        retryConfig: { retries: 0 },
        timeout: OPEN_WITHIN,
        rejectRateLimitedCalls: true,
      },
    },
  })
  const { client } = receiver
  guardMessages(client, log)
  let up = false
  let connecting = false
  let closing = false

  client.on('connected', () => {
    up = true
  })
  client.on('disconnected', () => {
    up = false
    // While connecting, the attempt itself is rejected and tried again.
    if (!connecting && !closing) void keepConnecting(Infinity)
  })

  /** Null when connected, else why not. */
  async function attempt(): Promise<ReturnType<typeof failureOf> | null> {
    const opened = client.start().then(
      () => null,
      (error: unknown) => failureOf(error ?? new Error('closed')),
    )
    const late = failureOf(new DOMException('', 'TimeoutError'))
    return within(opened, OPEN_WITHIN, late)
  }

  async function keepConnecting(attempts: number): Promise<SurfaceStartError | null> {
    connecting = true
    try {
      for (let tried = 0; ; tried++) {
        if (tried > 0 || attempts === Infinity) await sleep(PAUSES[tried] ?? PAUSE_AT_MOST)
        if (closing) return null
        const failed = await attempt()
        if (failed === null) {
          log.info({ attempts: tried + 1 }, 'slack socket connected')
          return null
        }
        log.warn({ code: failed.code, attempt: tried + 1 }, 'slack socket not connected')
        const reason = startError(failed, 'app')
        if (isRefusal(failed) || tried + 1 >= attempts) {
          if (attempts === Infinity) onFatal(reason)
          return reason
        }
      }
    } finally {
      connecting = false
    }
  }

  return {
    receiver,
    connected: () => up,
    async connect() {
      const failed = await keepConnecting(FIRST_ATTEMPTS)
      if (failed !== null) throw failed
    },
    async close(atMost) {
      closing = true
      up = false
      // When the other side has vanished, the client would wait half a minute for its goodbye.
      await within(client.disconnect(), atMost, undefined)
    },
  }
}
