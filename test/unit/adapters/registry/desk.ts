import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { pino } from 'pino'
import { request } from 'undici'
import { onTestFinished } from 'vitest'
import type { RegistryApp } from '../../../../src/adapters/registry/authenticate.ts'
import { createRegistry, type RegistryDeps } from '../../../../src/adapters/registry/create-registry.ts'
import { openStore } from '../../../../src/adapters/sql/open-store.ts'
import { Secret } from '../../../../src/diagnostics/secret.ts'

export const NOW = Date.UTC(2026, 10, 25, 9, 30)
export const TOKEN = 'registry-token-of-prod'
export const APPS: readonly [RegistryApp, RegistryApp, RegistryApp] = [
  { name: 'prod', sdkAppId: 1_400_000_000, registryToken: new Secret(TOKEN) },
  { name: 'stage 2', sdkAppId: 1_400_000_001, registryToken: new Secret('tökèn of stage') },
  { name: 'bare', sdkAppId: 1_400_000_002, registryToken: null },
]

export const PHONE = {
  id: 'phone-1',
  platform: 'android',
  vendor: 'xiaomi',
  certificateId: 12345,
  token: 'private-device-token',
}

export interface Sending {
  app?: string
  /** Percent-encoded. */
  user?: string
  query?: string
  method?: string
  headers?: Record<string, string>
  /** Null: no header. */
  authorization?: string | null
  /** Sent as it is. */
  text?: string | Buffer
  /** Without telling how long the body is. */
  chunked?: boolean
}

/** The real registry over a real store in memory, on a free port of loopback, mounted as in the program: ahead of what reads bodies. */
export async function startDesk(changes: Partial<RegistryDeps> = {}) {
  const lines: string[] = []
  const counted: string[] = []
  const store = await openStore({ url: ':memory:', now: () => NOW })
  const { routes } = createRegistry({
    apps: APPS,
    devices: store.devices,
    now: () => NOW,
    log: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
    observe: { registry: (...labels) => void counted.push(labels.join(' ')) },
    ...changes,
  })
  const program = new Hono<{ Bindings: HttpBindings }>()
  program.route('/', routes)
  program.use(bodyLimit({ maxSize: 1 }))
  const answer = getRequestListener(program.fetch, { overrideGlobalObjects: false })
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    server.close()
    await store.close()
  })
  const { port } = server.address() as AddressInfo
  const pathOf = ({ app = 'prod', user = 'alice', query = '' }: Sending) =>
    `/api/apps/${app}/users/${user}/devices${query}`

  async function send(sending: Sending = {}) {
    const { method = 'PUT', headers = {}, authorization = `Bearer ${TOKEN}`, text, chunked = false } = sending
    const answer = await request(`http://127.0.0.1:${port}${pathOf(sending)}`, {
      method: method as 'PUT',
      headers: { ...(authorization === null ? {} : { authorization }), ...headers },
      body: text === undefined ? null : chunked ? Readable.from([Buffer.from(text)]) : text,
    })
    return { status: answer.statusCode, headers: answer.headers, body: await answer.body.text() }
  }

  return {
    counted,
    /** All that was logged, as JSON lines. */
    logged: () => lines.join(''),
    send,
    put: (body: unknown, sending: Sending = {}) => send({ text: JSON.stringify(body), ...sending }),
    forget: (query = '', sending: Sending = {}) => send({ method: 'DELETE', query, ...sending }),
    /** What the store has of a user, tokens and RegistrationIDs in plain. */
    async known(userId = 'alice', sdkAppId = APPS[0].sdkAppId) {
      const devices = await store.devices.ofUser(sdkAppId, userId)
      return devices.map((device) => ({
        ...device,
        token: device.token?.reveal() ?? null,
        registrationId: device.registrationId?.reveal() ?? null,
      }))
    },
    store,
    /** A connection on which the head of a request went out, and nothing of its body. */
    async begin(headers: string): Promise<Socket> {
      const socket = connect(port, '127.0.0.1')
      await once(socket, 'connect')
      socket.write(
        `PUT ${pathOf({})} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${TOKEN}\r\n${headers}\r\n\r\n`,
      )
      return socket
    },
  }
}
