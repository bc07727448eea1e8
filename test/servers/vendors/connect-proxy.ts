import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import net, { type AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

/** An HTTP proxy that opens tunnels, or refuses them with a status. */
export class ConnectProxy {
  /** `host:port`, and the login that came with it. */
  readonly tunnels: { target: string; authorization: string | undefined }[] = []
  refusal: number | null = null
  readonly #open = new Set<Duplex>()
  readonly #http: Server = createServer()

  async start(): Promise<this> {
    this.#http.on('connect', ({ url = '', headers }, client, head) => {
      this.tunnels.push({ target: url, authorization: headers['proxy-authorization'] })
      client.on('error', () => undefined)
      if (this.refusal !== null) {
        client.end(`HTTP/1.1 ${this.refusal} Refused\r\nContent-Length: 0\r\n\r\n`)
        return
      }
      const [host = '', port = ''] = url.split(':')
      const server = net.connect(Number(port), host, () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n')
        server.write(head)
        server.pipe(client).pipe(server)
      })
      server.on('error', () => client.destroy())
      for (const end of [client, server]) this.#open.add(end)
    })
    this.#http.listen(0, '127.0.0.1')
    await once(this.#http, 'listening')
    return this
  }

  /** @param login as in `name:password@` */
  url(login = ''): string {
    return `http://${login}127.0.0.1:${(this.#http.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    for (const end of this.#open) end.destroy()
    this.#http.closeAllConnections()
    this.#http.close()
    await once(this.#http, 'close')
  }
}
