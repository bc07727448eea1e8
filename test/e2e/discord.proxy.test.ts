import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { testBot } from '../support/bot.ts'
import { readable, Rig, settled } from '../servers/discord/rig.ts'
import { person } from '../servers/discord/world.ts'

const tunnels: { target: string; credentials: string | undefined; first: string }[] = []
let proxy: Server
let port = 0

beforeEach(async () => {
  tunnels.length = 0
  proxy = createServer((_, response) => response.writeHead(405).end())
  proxy.on('connect', (request, socket) => {
    const target = request.url ?? ''
    const tunnel = { target, credentials: request.headers['proxy-authorization'], first: '' }
    tunnels.push(tunnel)
    const [host, targetPort] = target.split(':')
    const upstream = connect(Number(targetPort), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      socket.once('data', (data: Buffer) => {
        tunnel.first = data.toString().split('\r\n')[0] ?? ''
      })
      socket.pipe(upstream).pipe(socket)
    })
    const end = () => {
      socket.destroy()
      upstream.destroy()
    }
    upstream.on('error', end)
    socket.on('error', end)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const address = proxy.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})

afterEach(async () => {
  vi.unstubAllEnvs()
  proxy.closeAllConnections()
  await new Promise((resolve) => proxy.close(resolve))
})

it('reaches the REST API and the gateway by the proxy of the environment', async () => {
  vi.stubEnv('HTTP_PROXY', `http://on:call@127.0.0.1:${port}`)
  vi.stubEnv('NO_PROXY', '')
  const rig = await Rig.started({ bot: testBot().bot })
  const answer = await settled(rig.act.slash(person('ann'), 'im error', { code: '70009' }))
  expect(readable(answer)).toContain('70009')
  const ours = new URL(rig.server.apiUrl).host
  expect(new Set(tunnels.map(({ target }) => target))).toEqual(new Set([ours]))
  expect(tunnels.map(({ first }) => first.split('?')[0])).toEqual(
    expect.arrayContaining(['GET /api/v10/gateway/bot HTTP/1.1', 'GET /gateway']),
  )
  expect(new Set(tunnels.map(({ credentials }) => credentials))).toEqual(new Set([`Basic ${btoa('on:call')}`]))
  await rig.close()
  rig.assertClean()
})
