import type { IncomingMessage, ServerResponse } from 'node:http'
import type { App, BufferedIncomingMessage, Logger, Receiver, ReceiverEvent } from '@slack/bolt'
import type { Logger as Log } from 'pino'
import { z } from 'zod'
import type { Secret } from '../../diagnostics/secret.ts'
import type { InFlight } from '../in-flight.ts'
import type { Bolt } from './bolt.ts'
import { defectFields } from './tell-defect.ts'

export interface HttpDeps {
  signingSecret: Secret
  logger: Logger
  log: Log
  now: () => number
  inFlight: InFlight
}

export interface HttpReceiving {
  receiver: Receiver
  requestListener: (request: IncomingMessage, response: ServerResponse) => void
  /** From now on requests are turned away, so that Slack delivers events again elsewhere. */
  close: () => void
}

const BODY_LIMIT = 1024 * 1024
const TOLERANCE_SECONDS = 300

const payload = z.looseObject({
  ssl_check: z.unknown().optional(),
  type: z.unknown().optional(),
  challenge: z.unknown().optional(),
})

/**
 * A receiver for Bolt out of Bolt's own parts, without a server: requests come from ours, which has the one port. It
 * differs from `HTTPReceiver` in that it refuses timestamps ahead of time, and that no body can end the process.
 */
export function receiveHttp({ HTTPModuleFunctions: bolt, HTTPResponseAck }: Bolt, deps: HttpDeps): HttpReceiving {
  const { signingSecret, logger, log, now, inFlight } = deps
  let app: App | null = null
  let open = true

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const arrivedAt = now()
    if (!open) return refuse(response, 503)
    if (isFromTheFuture(request, arrivedAt)) {
      log.warn('slack request from the future refused')
      return refuse(response, 401)
    }
    const verified = await verify(request)
    if (typeof verified === 'number') return refuse(response, verified)
    const body = bodyOf(verified)
    if (body === null) return refuse(response, 400)
    if (body.ssl_check === '1') return bolt.buildSSLCheckResponse(response)
    if (body.type === 'url_verification') return bolt.buildUrlVerificationResponse(response, body)
    const ack = new HTTPResponseAck({
      logger,
      processBeforeResponse: false,
      httpRequest: verified,
      httpRequestBody: body,
      httpResponse: response,
    })
    const event: ReceiverEvent = { body, ack: ack.bind(), customProperties: { arrivedAt } }
    await app?.processEvent(event)
  }

  /** The request with its body, or the status with which it is refused. */
  async function verify(request: IncomingMessage): Promise<BufferedIncomingMessage | number> {
    try {
      const options = { enabled: true, signingSecret: signingSecret.reveal(), bodyLimit: BODY_LIMIT }
      return await bolt.parseAndVerifyHTTPRequest(options, request)
    } catch (error) {
      const status = bolt.isRawBodyError(error) && error.statusCode === 413 ? 413 : 401
      log.warn({ status, error: defectFields(error).error }, 'slack request refused')
      return status
    }
  }

  function bodyOf(request: BufferedIncomingMessage): z.infer<typeof payload> | null {
    try {
      const read = payload.safeParse(bolt.parseHTTPRequestBody(request))
      return read.success ? read.data : null
    } catch {
      return null
    }
  }

  return {
    receiver: {
      init(made) {
        app = made
      },
      start: async () => {},
      stop: async () => {},
    },
    close: () => {
      open = false
    },
    requestListener(request, response) {
      const taken = take(request, response).catch((error: unknown) => {
        log.error(defectFields(error), 'defect while taking a slack request')
        refuse(response, 500)
      })
      void inFlight.track(taken)
    },
  }
}

/** Bolt refuses old timestamps only; one ahead of time could be replayed for as long. */
function isFromTheFuture({ headers }: IncomingMessage, now: number): boolean {
  const seconds = Number(headers['x-slack-request-timestamp'])
  return seconds > now / 1000 + TOLERANCE_SECONDS
}

function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) return
  response.writeHead(status, { connection: 'close' })
  response.end()
}
