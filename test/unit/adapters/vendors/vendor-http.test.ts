import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import net, { type AddressInfo, type Server } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createVendorHttp } from '../../../../src/adapters/vendors/create-vendor-http.ts'
import type { HttpBounds } from '../../../../src/adapters/vendors/http-bounds.ts'
import type { HttpAnswer, HttpCall } from '../../../../src/adapters/vendors/vendor-http.ts'
import { ConnectProxy } from '../../../servers/vendors/connect-proxy.ts'
import { selfSigned } from '../../../servers/vendors/self-signed.ts'

type Script = (response: ServerResponse, request: IncomingMessage) => void

const PROXIES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'NO_PROXY', 'no_proxy']
const MEBIBYTE = 1024 * 1024
const never = new AbortController().signal

const good: Script = (response) => response.end('ok')
const reset: Script = (_, request) => request.socket.resetAndDestroy()
const status =
  (code: number, headers: Record<string, string> = {}): Script =>
  (response) =>
    response.writeHead(code, headers).end('said')
const cut: Script = (response, request) => {
  response.writeHead(200, { 'content-length': '1000' }).write('half of')
  setImmediate(() => request.socket.destroy())
}
const hang: Script = () => undefined

/** One script a request, and the last one for all that follow. */
async function startServer(...scripts: readonly Script[]) {
  const requests: { method: string; path: string; headers: IncomingMessage['headers']; body: string; port: number }[] =
    []
  const waiting: (() => void)[] = []
  const sockets: net.Socket[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    // Those who ask too long an answer hang up.
    request.on('error', () => undefined)
    response.on('error', () => undefined)
    request.on('data', (chunk: string) => {
      body += chunk
    })
    request.on('end', () => {
      const { method = '', url: path = '', headers, socket } = request
      const script = scripts[Math.min(requests.length, scripts.length - 1)]
      requests.push({ method, path, headers, body, port: socket.remotePort ?? 0 })
      script?.(response, request)
      for (const go of waiting.splice(0)) go()
    })
  })
  server.on('connection', (socket) => {
    sockets.push(socket)
    socket.on('error', () => undefined)
  })
  const url = await listening(server)
  return {
    url,
    requests,
    sockets,
    async asked(count: number) {
      while (requests.length < count) await new Promise<void>((go) => waiting.push(go))
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Not by `once`, which takes an error for a failure of its own. */
const closed = (socket: net.Socket): Promise<void> =>
  new Promise((resolve) => (socket.closed ? resolve() : socket.once('close', () => resolve())))

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Where nothing listens any more. */
async function deserted(): Promise<string> {
  const server = net.createServer()
  const url = await listening(server)
  await new Promise((resolve) => server.close(resolve))
  return url
}

const endings: (() => Promise<unknown>)[] = []

beforeEach(() => {
  for (const name of PROXIES) vi.stubEnv(name, undefined)
})
afterEach(async () => {
  await Promise.all(endings.splice(0).map((end) => end()))
  vi.unstubAllEnvs()
})

async function world(bounds: Partial<HttpBounds>, ...scripts: readonly Script[]) {
  const server = await startServer(...scripts)
  const network = createVendorHttp({ pause: 1, ...bounds })
  endings.push(
    () => network.close(),
    () => server.stop(),
  )
  const ask = (repeat: HttpCall['repeat'], signal = never, path = '/'): Promise<HttpAnswer> =>
    network.http({ method: 'POST', url: `${server.url}${path}`, headers: {}, body: 'a', repeat }, signal)
  return { server, network, ask }
}

describe('an answer', () => {
  it('comes as the vendor wrote it, whatever its status, to the call as it was given', async () => {
    const date = 'Wed, 25 Nov 2026 09:40:00 GMT'
    const { server, network } = await world({}, (response) => response.writeHead(403, { date }).end('nein, 不'))
    const url = `${server.url}/v1/a%2Fb?x=1&y=%20`
    const answer = await network.http(
      { method: 'GET', url, headers: { 'x-a': 'b' }, body: null, repeat: 'read' },
      never,
    )
    expect(answer).toEqual({
      kind: 'answer',
      status: 403,
      text: 'nein, 不',
      retryAfterMs: null,
      date: Date.parse(date),
    })
    expect(server.requests).toMatchObject([
      { method: 'GET', path: '/v1/a%2Fb?x=1&y=%20', headers: { 'x-a': 'b' }, body: '' },
    ])
  })

  it('without a date has none', async () => {
    const { ask } = await world({}, (response) => {
      response.sendDate = false
      response.end()
    })
    expect(await ask('read')).toMatchObject({ kind: 'answer', date: null })
  })

  it.each([
    ['seconds', '7', 7_000],
    ['a moment, by the clock of the vendor', 'Wed, 25 Nov 2026 09:41:30 GMT', 90_000],
    ['a moment that has passed', 'Wed, 25 Nov 2026 09:00:00 GMT', 0],
    ['no moment at all', 'soon', null],
    ['a negative number', '-5', null],
  ])('tells how long to wait, in %s', async (_, header, expected) => {
    const headers = { date: 'Wed, 25 Nov 2026 09:40:00 GMT', 'retry-after': header }
    const { ask } = await world({}, status(429, headers))
    expect(await ask('read')).toMatchObject({ kind: 'answer', status: 429, retryAfterMs: expected })
  })

  it.each([301, 302, 307, 308])('is a redirect where it is %s: nobody goes after it', async (code) => {
    const { server, ask } = await world({}, status(code, { location: '/elsewhere' }), good)
    expect(await ask('read')).toMatchObject({ kind: 'answer', status: code })
    expect(await ask('once')).toMatchObject({ kind: 'answer', status: 200 })
    expect(server.requests.map(({ path }) => path)).toEqual(['/', '/'])
  })
})

const PASSING: readonly (readonly [string, Script, object])[] = [
  ['a reset', reset, { kind: 'unanswered', reason: 'broken' }],
  ['a cut answer', cut, { kind: 'unanswered', reason: 'broken' }],
  ['a 500', status(500), { kind: 'answer', status: 500 }],
  ['a 503', status(503), { kind: 'answer', status: 503 }],
]

describe('a question that shows nothing', () => {
  it.each(PASSING)('is put once more after %s', async (_, trouble) => {
    const { server, ask } = await world({}, trouble, good)
    expect(await ask('read')).toMatchObject({ kind: 'answer', status: 200, text: 'ok' })
    expect(server.requests).toHaveLength(2)
  })

  it.each(PASSING)('is not put a third time after %s', async (_, trouble, expected) => {
    const { server, ask } = await world({}, trouble)
    expect(await ask('read')).toMatchObject(expected)
    expect(server.requests).toHaveLength(2)
  })

  it.each([200, 302, 400, 401, 404, 429])('is not put again after a %s', async (code) => {
    const { server, ask } = await world({}, status(code), good)
    expect(await ask('read')).toMatchObject({ kind: 'answer', status: code })
    expect(server.requests).toHaveLength(1)
  })

  it('keeps the first answer where the time is too short for a second', async () => {
    const { server, ask } = await world({ call: 400 }, status(502), hang)
    expect(await ask('read')).toMatchObject({ kind: 'answer', status: 502 })
    expect(server.requests).toHaveLength(2)
  })

  it('goes over the connection of the one before', async () => {
    const { server, ask } = await world({ connections: 1 }, good)
    await ask('read')
    await ask('read')
    expect(new Set(server.requests.map(({ port }) => port)).size).toBe(1)
  })

  it('shares a bounded number of connections with others', async () => {
    const { server, ask } = await world({ connections: 2 }, good)
    await Promise.all(Array.from({ length: 12 }, () => ask('read', new AbortController().signal)))
    expect(server.requests).toHaveLength(12)
    expect(server.sockets.length).toBeLessThanOrEqual(2)
  })
})

describe('a push that a person may see', () => {
  it.each(PASSING)('is never sent again after %s', async (_, trouble, expected) => {
    const { server, ask } = await world({}, trouble, good)
    expect(await ask('once')).toMatchObject(expected)
    expect(server.requests).toHaveLength(1)
  })

  it('goes over a connection of its own, which ends with it', async () => {
    const { server, ask } = await world({}, good)
    await ask('read')
    await ask('once')
    await ask('once')
    await ask('read')
    const [first, second, third, fourth] = server.requests.map(({ port }) => port)
    expect(new Set([first, second, third]).size).toBe(3)
    expect(fourth).toBe(first)
    await Promise.all(server.sockets.slice(1).map(closed))
    expect(server.sockets.map(({ destroyed }) => destroyed)).toEqual([false, true, true])
  })
})

describe.each(['read', 'once'] as const)('of a call with repeat %s, bounded is', (repeat) => {
  it('the time until the vendor says something', async () => {
    const { server, ask } = await world({ call: 300 }, hang)
    expect(await ask(repeat)).toMatchObject({ kind: 'unanswered', reason: 'timeout' })
    expect(server.requests).toHaveLength(1)
  })

  it('the time in all, though the vendor goes on and on', async () => {
    const { ask } = await world({ call: 300 }, (response) => {
      const drip = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(drip))
    })
    expect(await ask(repeat)).toMatchObject({ kind: 'unanswered', reason: 'timeout' })
  })

  it('the time until a connection stands', async () => {
    // Takes the connection, and never speaks TLS.
    const mute = net.createServer((socket) => socket.on('error', () => undefined))
    const address = await listening(mute)
    const { network } = await world({ connect: 100, call: 10_000 }, good)
    const from = performance.now()
    const url = address.replace('http:', 'https:')
    const answer = await network.http({ method: 'GET', url, headers: {}, body: null, repeat }, never)
    mute.close()
    expect(answer).toMatchObject({ kind: 'unanswered', reason: 'unreachable' })
    expect(performance.now() - from).toBeLessThan(8_000)
  })

  it('the size of the answer, at 1 MiB', async () => {
    const { ask } = await world({}, (response, { url = '' }) => response.end('x'.repeat(Number(url.slice(1)))))
    expect(await ask(repeat, never, `/${MEBIBYTE}`)).toMatchObject({ kind: 'answer', text: 'x'.repeat(MEBIBYTE) })
    expect(await ask(repeat, never, `/${MEBIBYTE + 1}`)).toMatchObject({ kind: 'unanswered', reason: 'broken' })
  })

  it('the size of an answer that does not end', async () => {
    const { server, ask } = await world({ answerBytes: 1_000 }, (response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(100_000)));
      }
      response.on('drain', more)
      more()
    })
    expect(await ask(repeat)).toMatchObject({ kind: 'unanswered', reason: 'broken' })
    await Promise.all(server.sockets.map(closed))
  })
})

describe.each(['read', 'once'] as const)('an asker with repeat %s', (repeat) => {
  it('who gives up hears so at once, and the connection ends', async () => {
    const { server, ask } = await world({}, hang)
    const asker = new AbortController()
    const answer = ask(repeat, asker.signal)
    await server.asked(1)
    asker.abort()
    expect(await answer).toMatchObject({ kind: 'unanswered', reason: 'cancelled' })
    await Promise.all(server.sockets.map(closed))
  })

  it('who gave up before asks nobody', async () => {
    const { server, ask } = await world({}, good)
    expect(await ask(repeat, AbortSignal.abort())).toMatchObject({ kind: 'unanswered', reason: 'cancelled' })
    expect(server.sockets).toEqual([])
  })

  it('is told of a server that is not there', async () => {
    const { network } = await world({}, good)
    const url = await deserted()
    const call = { method: 'GET', url, headers: {}, body: null, repeat } as const
    expect(await network.http(call, never)).toMatchObject({ kind: 'unanswered', reason: 'unreachable' })
  })

  it.each([
    ['an address that is none', { url: 'not a url' }],
    ['an address of another kind', { url: 'ftp://127.0.0.1/' }],
    ['a header that HTTP does not allow', { headers: { authorization: 'key=5ecret\r\nx-more: 1' } }],
    ['a name of a header that HTTP does not allow', { headers: { 'a b': '5ecret' } }],
  ])('hears of %s, without what stood in it', async (_, changes) => {
    const { server, network } = await world({}, good)
    const call = { method: 'POST', url: server.url, headers: {}, body: '5ecret', repeat, ...changes } as const
    const answer = await network.http(call, never)
    expect(answer).toMatchObject({ kind: 'unanswered' })
    expect(JSON.stringify(answer)).not.toContain('5ecret')
    expect(server.requests).toEqual([])
  })

  it('is answered at the end of the program, and asks nobody after it', async () => {
    const { server, network, ask } = await world({}, hang)
    const answer = ask(repeat)
    await server.asked(1)
    await network.close()
    expect(await answer).toMatchObject({ kind: 'unanswered' })
    expect(await ask(repeat)).toMatchObject({ kind: 'unanswered', reason: 'cancelled' })
    expect(server.requests).toHaveLength(1)
  })
})

it('who gives up between two attempts is not asked for a second', async () => {
  const asker = new AbortController()
  const { server, ask } = await world({ pause: 10_000 }, (response) => {
    response.writeHead(500).end()
    response.on('finish', () => setTimeout(() => asker.abort(), 50))
  })
  expect(await ask('read', asker.signal)).toMatchObject({ kind: 'unanswered', reason: 'cancelled' })
  expect(server.requests).toHaveLength(1)
})

describe("the environment's proxy", () => {
  const proxied = async () => {
    const proxy = await new ConnectProxy().start()
    endings.push(() => proxy.stop())
    return proxy
  }
  const host = (url: string) => url.replace(/^https?:\/\//, '')

  it.each(['HTTP_PROXY', 'http_proxy'])('in %s is gone through, with its login', async (name) => {
    const proxy = await proxied()
    vi.stubEnv(name, proxy.url('me:pa55word@'))
    const { server, ask } = await world({}, good)
    expect(await ask('read')).toMatchObject({ kind: 'answer', text: 'ok' })
    expect(await ask('once')).toMatchObject({ kind: 'answer', text: 'ok' })
    const authorization = `Basic ${Buffer.from('me:pa55word').toString('base64')}`
    expect(proxy.tunnels).toEqual([
      { target: host(server.url), authorization },
      { target: host(server.url), authorization },
    ])
  })

  it.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY'])('in %s is gone through to HTTPS', async (name) => {
    const { key, certificate: cert } = selfSigned('localhost')
    const stranger = createHttpsServer({ key, cert })
    const url = (await listening(stranger)).replace('http:', 'https:')
    const proxy = await proxied()
    vi.stubEnv(name, proxy.url())
    const { network } = await world({}, good)
    const answer = await network.http({ method: 'GET', url, headers: {}, body: null, repeat: 'once' }, never)
    stranger.close()
    // Nobody vouches for its certificate.
    expect(answer).toMatchObject({ kind: 'unanswered', reason: 'unreachable' })
    expect(proxy.tunnels.map(({ target }) => target)).toEqual([host(url)])
  })

  it.each(['NO_PROXY', 'no_proxy'])('is not gone through to a host in %s', async (name) => {
    const proxy = await proxied()
    vi.stubEnv('HTTP_PROXY', proxy.url())
    vi.stubEnv(name, 'example.com,127.0.0.1')
    const { ask } = await world({}, good)
    expect(await ask('read')).toMatchObject({ kind: 'answer', text: 'ok' })
    expect(proxy.tunnels).toEqual([])
  })

  it.each([
    ['refuses', async () => Object.assign(await proxied(), { refusal: 407 }).url('me:pa55word@')],
    ['is not there', async () => (await deserted()).replace('//', '//me:pa55word@')],
    ['is no address', async () => 'me:pa55word@proxy:3128'],
  ])('that %s makes the vendor unreachable, and its login is not told', async (_, proxy) => {
    const address = await proxy()
    vi.stubEnv('HTTP_PROXY', address)
    vi.stubEnv('HTTPS_PROXY', address)
    const { server, ask } = await world({}, good)
    for (const repeat of ['read', 'once'] as const) {
      const answer = await ask(repeat)
      expect(answer).toMatchObject({ kind: 'unanswered', reason: 'unreachable' })
      expect(JSON.stringify(answer)).not.toContain('pa55word')
    }
    expect(server.requests).toEqual([])
  })
})
