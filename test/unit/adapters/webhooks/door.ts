import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { pino } from 'pino'
import { request } from 'undici'
import { onTestFinished } from 'vitest'
import type { WebhookApp } from '../../../../src/adapters/webhooks/authenticate.ts'
import { createWebhooks, type WebhooksDeps } from '../../../../src/adapters/webhooks/create-webhooks.ts'
import type { ImEvent } from '../../../../src/diagnostics/events/event.ts'
import { Secret } from '../../../../src/diagnostics/secret.ts'

export const TOKEN = 'xxxxyyyy'
/** UNIX seconds of the documented example of a signature. */
export const TIME = 1_669_872_112
export const NOW = TIME * 1_000
export const APPS: readonly [WebhookApp, WebhookApp, WebhookApp] = [
  { name: 'prod', sdkAppId: 1_400_000_000, webhookToken: new Secret(TOKEN) },
  { name: 'stage', sdkAppId: 1_400_000_001, webhookToken: new Secret('another token') },
  { name: 'bare', sdkAppId: 1_400_000_002, webhookToken: null },
]
export const ACKNOWLEDGED = '{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}'

export const signOf = (time: number | string, token = TOKEN) =>
  createHash('sha256').update(`${token}${time}`).digest('hex')

/** As Tencent signs it. */
export const signed = (time: number | string = TIME, token = TOKEN) => ({
  Sign: signOf(time, token),
  RequestTime: String(time),
})

export interface Sending {
  app?: string
  method?: string
  query?: Record<string, string>
  headers?: Record<string, string>
  /** Without telling how long the body is. */
  chunked?: boolean
}

/**
 * The real door on a free port of loopback, mounted as in the program: within what adds headers, ahead of what reads bodies;
 * over a store that keeps in memory what it is given.
 */
export async function startDoor(changes: Partial<WebhooksDeps> = {}) {
  const lines: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) })
  const stored: { sdkAppId: number; events: readonly ImEvent[]; receivedAt: number }[] = []
  const counted: string[] = []
  const { routes } = createWebhooks({
    apps: APPS,
    append: (sdkAppId, events, receivedAt) => {
      stored.push({ sdkAppId, events, receivedAt })
      return Promise.resolve(events.length)
    },
    now: () => NOW,
    log,
    observe: { webhook: (...labels) => void counted.push(labels.join(' ')) },
    ...changes,
  })
  const program = new Hono<{ Bindings: HttpBindings }>()
  program.use(secureHeaders())
  program.route('/', routes)
  program.use(bodyLimit({ maxSize: 1 }))
  const answer = getRequestListener(program.fetch, { overrideGlobalObjects: false })
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo

  const pathOf = ({ app = 'prod', query = { SdkAppid: '1400000000', contenttype: 'json', ...signed() } }: Sending) =>
    `/webhooks/im/${app}?${new URLSearchParams(query).toString()}`

  /** Sends exactly this text. */
  async function sendText(text: string, sending: Sending = {}) {
    const { method = 'POST', headers: sent = {}, chunked = false } = sending
    const answer = await request(`http://127.0.0.1:${port}${pathOf(sending)}`, {
      method: method as 'POST',
      headers: sent,
      body: chunked ? Readable.from([Buffer.from(text)]) : text,
    })
    return { status: answer.statusCode, headers: answer.headers, body: await answer.body.text() }
  }

  return {
    stored,
    counted,
    /** All that was logged, as JSON lines. */
    logged: () => lines.join(''),
    sendText,
    /** A callback as Tencent sends it: the command in the query as well. */
    send(command: string, body: unknown, more: Record<string, string> = {}) {
      const query = { SdkAppid: '1400000000', CallbackCommand: command, contenttype: 'json', ...signed(), ...more }
      return sendText(JSON.stringify(body), { query })
    },
    /** All events that were stored so far. */
    events: () => stored.flatMap(({ events }) => events),
    /** A connection on which the head of a request went out, and nothing of its body. */
    async begin(headers: string): Promise<Socket> {
      const socket = connect(port, '127.0.0.1')
      await once(socket, 'connect')
      socket.write(`POST ${pathOf({})} HTTP/1.1\r\nhost: localhost\r\n${headers}\r\n\r\n`)
      return socket
    },
  }
}
