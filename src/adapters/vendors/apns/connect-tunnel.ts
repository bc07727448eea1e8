import http from 'node:http'
import https from 'node:https'
import type { Duplex } from 'node:stream'

/** A tunnel through an HTTP proxy by CONNECT. Rejects where the proxy refuses it, and when the signal ends. */
export function connectTunnel(proxy: URL, target: string, signal: AbortSignal): Promise<Duplex> {
  const { hostname, port, protocol, username, password } = proxy
  const login = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')
  const { request } = protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const connect = request({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port || (protocol === 'https:' ? 443 : 80),
      method: 'CONNECT',
      path: target,
      agent: false,
      signal,
      headers: { host: target, ...(username === '' ? {} : { 'proxy-authorization': `Basic ${login}` }) },
    })
    connect.on('connect', ({ statusCode }, socket) => {
      if (statusCode === 200) return resolve(socket)
      socket.destroy()
      reject(new Error(`the proxy refused the tunnel with status ${statusCode}`))
    })
    connect.on('response', ({ statusCode }) => {
      connect.destroy()
      reject(new Error(`the proxy refused the tunnel with status ${statusCode}`))
    })
    connect.on('error', reject)
    connect.end()
  })
}
