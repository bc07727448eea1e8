import net from 'node:net'
import type { Duplex } from 'node:stream'
import tls from 'node:tls'
import type { ApnsTls } from './apns.ts'
import { connectTunnel } from './connect-tunnel.ts'
import { environmentProxy } from './environment-proxy.ts'

/** A connection over which HTTP/2 can be spoken. Rejects where none comes about, and when the signal ends. */
export async function openSocket(
  origin: URL,
  context: tls.SecureContext,
  { insecure = false }: ApnsTls,
  signal: AbortSignal,
): Promise<Duplex> {
  const host = origin.hostname.replace(/^\[|\]$/g, '')
  const secure = origin.protocol === 'https:'
  const port = Number(origin.port) || (secure ? 443 : 80)
  const proxy = environmentProxy(origin, process.env)
  const tunnel = proxy === null ? null : await connectTunnel(proxy, `${origin.hostname}:${port}`, signal)
  if (!secure) return tunnel ?? opened(net.connect({ host, port }), 'connect', signal)
  const socket = tls.connect({
    ...(tunnel === null ? { host, port } : { socket: tunnel }),
    // A name only: an address is none.
    ...(net.isIP(host) === 0 ? { servername: host } : {}),
    secureContext: context,
    rejectUnauthorized: !insecure,
    ALPNProtocols: ['h2'],
  })
  await opened(socket, 'secureConnect', signal)
  if (socket.alpnProtocol === 'h2') return socket
  socket.destroy()
  throw new Error('the server does not speak HTTP/2')
}

function opened<Socket extends net.Socket>(socket: Socket, event: string, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const giveUp = () => socket.destroy(new Error('given up'))
    const settle = () => {
      signal.removeEventListener('abort', giveUp)
      socket.off('error', reject).off('close', fail)
    }
    const fail = () => reject(new Error('the connection was closed before it stood'))
    // Stays: an error that comes late is the session's to tell, and must not end the process.
    socket.on('error', () => undefined)
    socket.once('error', reject).once('close', fail)
    socket.once(event, () => {
      settle()
      resolve(socket)
    })
    if (signal.aborted) giveUp()
    else signal.addEventListener('abort', giveUp, { once: true })
  })
}
