import { createRequire } from 'node:module'
import type { RESTOptions } from 'discord.js'
import type WebSocket from 'ws'
import { ProxyTunnel } from './proxy-tunnel.ts'

type Environment = Readonly<Record<string, string | undefined>>
type Sockets = { WebSocket: typeof WebSocket }
type Dispatchers = { ProxyAgent: new (proxy: string) => RESTOptions['agent'] }

/** The environment's proxy for a URL; null: none, or `NO_PROXY` excepts the host. */
export function proxyFor(url: string, environment: Environment): URL | null {
  if (!URL.canParse(url)) return null
  const { protocol, hostname } = new URL(url)
  const secure = protocol === 'https:' || protocol === 'wss:'
  const named = (name: string) => environment[name.toLowerCase()] || environment[name] || ''
  const proxy = (secure ? named('HTTPS_PROXY') : '') || named('HTTP_PROXY')
  const direct = named('NO_PROXY').split(/[\s,]+/)
  if (direct.some((host) => host === '*' || (host !== '' && `.${hostname}`.endsWith(`.${host.replace(/^\*?\./, '')}`))))
    return null
  return URL.canParse(proxy) ? new URL(proxy) : null
}

/**
 * Sends discord.js through the environment's proxy, and gives the dispatcher for its REST client; null: no proxy is set.
 *
 * The gateway has no option for it: its WebSocket is built without an agent, and with a connector of its own, so that no
 * default of Node's applies. What is left is to give discord.js a WebSocket that has an agent; it takes the constructor
 * when it is loaded, so this must be called before.
 * @see https://github.com/discordjs/discord.js/issues/10716
 */
export function throughProxy(apiUrl: string, environment: Environment): RESTOptions['agent'] {
  const proxy = proxyFor(apiUrl, environment)
  if (proxy === null) return null
  const discord = createRequire(createRequire(import.meta.url).resolve('discord.js'))
  // Of the copies that discord.js itself uses: a dispatcher must be of the same major version as its client.
  const sockets: Sockets = createRequire(discord.resolve('@discordjs/ws'))('ws')
  const { ProxyAgent }: Dispatchers = createRequire(discord.resolve('@discordjs/rest'))('undici')
  const Direct = sockets.WebSocket
  class Tunnelled extends Direct {
    constructor(address: string | URL, protocols?: string | string[], options: WebSocket.ClientOptions = {}) {
      const url = String(address)
      const way = proxyFor(url, environment)
      const agent = way === null ? undefined : new ProxyTunnel(way, url.startsWith('wss:'))
      super(address, protocols, agent === undefined ? options : Object.assign({}, options, { agent }))
    }
  }
  Object.assign(sockets, { WebSocket: Tunnelled })
  return new ProxyAgent(proxy.href)
}
