import { once } from 'node:events'
import { Agent, type IncomingMessage, type ServerResponse } from 'node:http'
import { get } from 'node:http'
import { connect, type Socket } from 'node:net'
import { Hono } from 'hono'
import { afterEach, describe, expect, test } from 'vitest'
import { createHttpServer, type HttpServerOptions } from '../../src/adapters/http/create-http-server.ts'
import { createMetrics } from '../../src/adapters/http/metrics.ts'
import type { Routes } from '../../src/adapters/http/routes.ts'
import { SurfaceStartError } from '../../src/adapters/surface.ts'
import { logToMemory, rawRequest, startHttp, type HttpRig } from '../support/http.ts'

const rigs: HttpRig[] = []

async function start(options: Partial<HttpServerOptions> = {}): Promise<HttpRig> {
  const rig = await startHttp(options)
  rigs.push(rig)
  return rig
}

afterEach(async () => {
  await Promise.all(rigs.splice(0).map(({ server }) => server.stop(Date.now())))
})

const at = (rig: HttpRig, path: string, init?: RequestInit) => fetch(new URL(path, rig.url), init)

describe('what the process says of itself', () => {
  test('alive', async () => {
    const response = await at(await start(), '/healthz')
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
  })

  test('ready as soon as every surface is', async () => {
    let connected = false
    const surfaces = [
      { name: 'slack', ready: () => true },
      { name: 'discord', ready: () => connected },
    ] as const
    const rig = await start({ surfaces })
    const before = await at(rig, '/readyz')
    expect([before.status, await before.json()]).toEqual([
      503,
      { status: 'not-ready', surfaces: { slack: true, discord: false } },
    ])
    connected = true
    const after = await at(rig, '/readyz')
    expect([after.status, await after.json()]).toEqual([
      200,
      { status: 'ready', surfaces: { slack: true, discord: true } },
    ])
  })

  test('no longer ready once it begins to stop, yet alive and at work', async () => {
    const rig = await start()
    rig.server.drain()
    const ready = await at(rig, '/readyz')
    expect([ready.status, await ready.json()]).toEqual([503, { status: 'stopping', surfaces: {} }])
    expect((await at(rig, '/healthz')).status).toBe(200)
  })

  test('metrics', async () => {
    const metrics = createMetrics()
    metrics.defect()
    const response = await at(await start({ metrics }), '/metrics')
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=/)
    expect(await response.text()).toContain('im_doctor_defects_total 1')
  })

  test('nothing else', async () => {
    const rig = await start()
    for (const [path, method] of [
      ['/', 'GET'],
      ['/slack/events', 'POST'],
      ['/healthz', 'POST'],
      ['/api/ask', 'POST'],
      ['/%2e%2e/etc/passwd', 'GET'],
    ] as const) {
      const response = await at(rig, path, { method })
      expect([path, response.status, await response.json()]).toEqual([path, 404, { error: 'not-found' }])
    }
  })

  test('every answer carries the headers that keep it from being run, framed or cached', async () => {
    const rig = await start()
    for (const path of ['/healthz', '/metrics', '/nothing']) {
      const { headers } = await at(rig, path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'")
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-powered-by')).toBeNull()
    }
  })
})

describe('bodies and defects', () => {
  const echo = (): Routes => {
    const routes: Routes = new Hono()
    routes.post('/echo', async (context) => context.text(String((await context.req.text()).length)))
    routes.get('/broken', () => {
      throw new Error('a defect')
    })
    return routes
  }
  const MEBIBYTE = 1024 * 1024

  test('a body of 1 MiB is taken, one byte more is not, however it comes', async () => {
    const rig = await start({ playground: echo() })
    const send = (size: number, headers: Record<string, string> = {}) =>
      rawRequest(`${rig.url}echo`, { method: 'POST', headers, body: 'x'.repeat(size) })
    expect((await send(MEBIBYTE)).body).toBe(String(MEBIBYTE))
    const refused = { error: 'body-too-large', maximumBytes: MEBIBYTE }
    const told = await send(MEBIBYTE + 1)
    expect([told.status, JSON.parse(told.body)]).toEqual([413, refused])
    const chunked = await send(MEBIBYTE + 1, { 'transfer-encoding': 'chunked' })
    expect([chunked.status, JSON.parse(chunked.body)]).toEqual([413, refused])
    expect((await at(rig, '/healthz')).status).toBe(200)
  })

  test('a defect is a 500 that tells nothing, and a line in the log', async () => {
    const rig = await start({ playground: echo() })
    const response = await at(rig, '/broken')
    expect([response.status, await response.json()]).toEqual([500, { error: 'internal' }])
    expect(rig.logged()).toContain('a defect')
  })

  test('a client that goes away while it sends is no defect', async () => {
    const rig = await start({ playground: echo() })
    const socket = await open(rig)
    socket.write('POST /echo HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nonly a part')
    await at(rig, '/healthz')
    socket.destroy()
    await once(socket, 'close')
    await at(rig, '/healthz')
    expect(rig.logged()).not.toContain('defect')
  })

  test('what is not HTTP is refused, and nothing else happens', async () => {
    const rig = await start()
    const socket = await open(rig)
    socket.write('\u0016\u0003\u0001 hello\r\n\r\n')
    const [answer] = (await once(socket, 'data')) as [Buffer]
    expect(answer.toString()).toContain('400 Bad Request')
    expect((await at(rig, '/healthz')).status).toBe(200)
  })
})

describe('slack', () => {
  test('its requests arrive as they were sent, and nothing is added to the answer', async () => {
    const seen: { headers: IncomingMessage['headers']; body: string }[] = []
    const slack = async (request: IncomingMessage, response: ServerResponse) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      seen.push({ headers: request.headers, body: Buffer.concat(chunks).toString() })
      response.writeHead(200).end()
    }
    const rig = await start({ slack: (request, response) => void slack(request, response) })
    for (const path of ['slack/events', 'slack/events?retry=1'])
      expect(
        await rawRequest(rig.url + path, {
          method: 'POST',
          headers: { 'x-slack-signature': 'v0=1' },
          body: 'a=%20b&c',
        }),
      ).toMatchObject({ status: 200, body: '', headers: expect.not.objectContaining({ 'cache-control': 'no-store' }) })
    expect(seen.map(({ headers, body }) => [headers['x-slack-signature'], body])).toEqual([
      ['v0=1', 'a=%20b&c'],
      ['v0=1', 'a=%20b&c'],
    ])
    expect((await at(rig, '/slack/events')).status).toBe(404)
    expect((await at(rig, '/slack/eventsandmore', { method: 'POST' })).status).toBe(404)
  })
})

describe('listening', () => {
  test('a port in use says which setting to change', async () => {
    const rig = await start()
    const refused = await startHttp({ port: rig.port }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(SurfaceStartError)
    expect(refused).toMatchObject({
      message: `Port ${rig.port} on 127.0.0.1 is already in use.`,
      remedy: expect.stringMatching(/http\.port.*PORT/),
    })
  })

  test('an address that is not ours says which setting to change', async () => {
    await expect(startHttp({ host: '192.0.2.1' })).rejects.toMatchObject({
      name: 'SurfaceStartError',
      remedy: expect.stringContaining('http.host'),
    })
  })

  test('the address can be opened, whatever it listens on', async () => {
    const rig = await start({ host: '0.0.0.0' })
    expect(rig.url).toBe(`http://localhost:${rig.port}/`)
  })
})

describe('stopping', () => {
  /** A handler that answers when it is told to. */
  function held() {
    const waiting: ServerResponse[] = []
    let arrived: () => void = () => {}
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const slack = (_: IncomingMessage, response: ServerResponse) => {
      waiting.push(response)
      arrived()
    }
    return { slack, arrival, release: () => waiting.forEach((response) => response.end('done')) }
  }

  const LATER = () => Date.now() + 10_000

  test('work in flight is finished, and its connection closed after it', async () => {
    const { slack, arrival, release } = held()
    const rig = await start({ slack })
    const answer = at(rig, '/slack/events', { method: 'POST' })
    await arrival
    const stopped = rig.server.stop(LATER())
    release()
    const response = await answer
    expect([response.status, await response.text(), response.headers.get('connection')]).toEqual([200, 'done', 'close'])
    await stopped
    expect(rig.logged()).not.toContain('cut off')
  })

  test('connections without work are closed at once, those never used as well', async () => {
    const rig = await start()
    const agent = new Agent({ keepAlive: true })
    const [used] = (await once(get(`${rig.url}healthz`, { agent }), 'response')) as [IncomingMessage]
    used.resume()
    await once(used, 'end')
    const unused = await open(rig)
    const closed = once(unused.resume(), 'close')
    const before = performance.now()
    await rig.server.stop(LATER())
    await closed
    expect(performance.now() - before).toBeLessThan(2_000)
    agent.destroy()
  })

  test('an answer that had begun when the stop came is sent whole', async () => {
    let finish: () => void = () => {}
    const rig = await start({
      slack(_, response) {
        response.write('first, ')
        finish = () => response.end('last')
      },
    })
    const response = await at(rig, '/slack/events', { method: 'POST' })
    const stopped = rig.server.stop(LATER())
    finish()
    expect(await response.text()).toBe('first, last')
    await stopped
  })

  test('what takes too long is cut off at the deadline, and said to be', async () => {
    const { slack, arrival } = held()
    const rig = await start({ slack })
    const answer = at(rig, '/slack/events', { method: 'POST' }).catch(() => 'cut off')
    await arrival
    await rig.server.stop(Date.now() + 50)
    expect(await answer).toBe('cut off')
    expect(rig.logged()).toContain('"unfinished":1')
  })

  test('nothing new is taken, and a second stop is as good as one', async () => {
    const rig = await start()
    await Promise.all([rig.server.stop(LATER()), rig.server.stop(LATER())])
    await expect(at(rig, '/healthz')).rejects.toThrow('fetch failed')
    await rig.server.stop(LATER())
  })

  test('a server that never listened stops as well', async () => {
    const rig = await start()
    const { log } = logToMemory()
    const { port } = rig
    const server = createHttpServer({
      host: '127.0.0.1',
      port,
      log,
      metrics: createMetrics(),
      surfaces: [],
      slack: null,
      playground: null,
      doors: [],
      store: null,
    })
    await expect(server.listen()).rejects.toBeInstanceOf(SurfaceStartError)
    expect(await server.stop(LATER())).toBeUndefined()
  })
})

async function open({ port }: HttpRig): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  return socket
}
