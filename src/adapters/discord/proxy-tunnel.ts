import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import type { Duplex } from 'node:stream'
import tls from 'node:tls'

const CONNECT_WITHIN = 10_000

/** Opens its connections through an HTTP proxy, by CONNECT; `secure`: with TLS inside of the tunnel, as for `wss:`. */
export class ProxyTunnel extends http.Agent {
  readonly #proxy: URL
  readonly #secure: boolean

  constructor(proxy: URL, secure: boolean) {
    super()
    this.#proxy = proxy
    this.#secure = secure
    // Node refuses an agent of another protocol than the request's.
    Object.assign(this, { protocol: secure ? 'https:' : 'http:', defaultPort: secure ? 443 : 80 })
  }

  override createConnection(
    { host, port }: http.ClientRequestArgs,
    callback: (error: Error | null, stream: Duplex) => void = () => undefined,
  ): undefined {
    const name = host ?? 'localhost'
    const fail = (error: Error) => callback(error, new net.Socket())
    const request = this.#connect(`${name}:${port ?? (this.#secure ? 443 : 80)}`)
    request.on('connect', ({ statusCode }, socket) => {
      if (statusCode === 200) {
        request.setTimeout(0)
        callback(null, this.#secure ? tls.connect({ socket, servername: name }) : socket)
      } else {
        socket.destroy()
        fail(new Error(`the proxy refused the tunnel with status ${statusCode}`))
      }
    })
    request.on('timeout', () => request.destroy(new Error('the proxy did not answer in time')))
    request.on('error', fail)
    request.end()
  }

  #connect(target: string): http.ClientRequest {
    const { hostname, port, protocol, username, password } = this.#proxy
    const login = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')
    const { request } = protocol === 'https:' ? https : http
    return request({
      host: hostname,
      port: port || (protocol === 'https:' ? 443 : 80),
      method: 'CONNECT',
      path: target,
      agent: false,
      timeout: CONNECT_WITHIN,
      headers: { host: target, ...(username === '' ? {} : { 'proxy-authorization': `Basic ${login}` }) },
    })
  }
}
