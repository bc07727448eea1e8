import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { z } from 'zod'
import { applicationOf, botUser, guild, IDS } from './world.ts'

const Packet = z.object({ op: z.int(), d: z.unknown() })
const Identify = z.object({ token: z.string(), intents: z.int() })

/** Guilds, Guild Messages and Direct Messages; any other is one that nobody has switched on. */
const ALLOWED_INTENTS = (1 << 0) | (1 << 9) | (1 << 12)

export interface GatewayOptions {
  token: string
  /** Close code to answer IDENTIFY with. */
  refuse: number | null
  guildLocale: string
}

/** The gateway: says hello, checks who comes, hands out events, and replays what a lost connection has missed. */
export class Gateway {
  readonly closes: number[] = []
  identified = 0
  resumed = 0
  readonly #server = new WebSocketServer({ noServer: true })
  readonly #options: GatewayOptions
  readonly #address: () => string
  readonly #history: { s: number; t: string; d: unknown }[] = []
  /** Those that get events. Two replicas of one bot would both get each. */
  readonly #sockets = new Set<WebSocket>()

  constructor(options: GatewayOptions, address: () => string) {
    this.#options = options
    this.#address = address
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (client) => this.#welcome(client))
  }

  /** An event for the bot; without a connection it waits for the next RESUME. */
  dispatch(t: string, d: unknown): void {
    const event = this.#record(t, d)
    for (const socket of this.#sockets) send(socket, 0, event)
  }

  /** How many get events now. */
  get connected(): number {
    return this.#sockets.size
  }

  /** The same event once more, under a new number, as a faulty gateway would. */
  repeat(t: string): void {
    const event = this.#history.findLast((known) => known.t === t)
    if (event !== undefined) this.dispatch(t, event.d)
  }

  cut(): void {
    for (const socket of this.#sockets) socket.terminate()
    this.#sockets.clear()
  }

  closeWith(code: number): void {
    for (const socket of this.#sockets) socket.close(code)
  }

  async stop(): Promise<void> {
    for (const client of this.#server.clients) client.terminate()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #record(t: string, d: unknown): { s: number; t: string; d: unknown } {
    const event = { s: this.#history.length + 1, t, d }
    this.#history.push(event)
    return event
  }

  #welcome(client: WebSocket): void {
    client.on('close', (code) => {
      this.#sockets.delete(client)
      this.closes.push(code)
    })
    client.on('message', (data: Buffer) => this.#receive(client, Packet.parse(JSON.parse(data.toString()))))
    send(client, 10, { d: { heartbeat_interval: 41_250 } })
  }

  #receive(client: WebSocket, { op, d }: z.infer<typeof Packet>): void {
    if (op === 1) return send(client, 11)
    if (op === 6) return this.#resume(client, z.object({ seq: z.int() }).parse(d).seq)
    if (op === 2) this.#identify(client, Identify.parse(d))
  }

  #identify(client: WebSocket, { token, intents }: z.infer<typeof Identify>): void {
    if (this.#options.refuse !== null) return client.close(this.#options.refuse)
    if (token !== this.#options.token) return client.close(4004)
    if ((intents & ~ALLOWED_INTENTS) !== 0) return client.close(4014)
    this.identified++
    this.#sockets.add(client)
    const ready = {
      v: 10,
      user: botUser,
      guilds: [{ id: IDS.guild, unavailable: true }],
      session_id: 'session',
      resume_gateway_url: this.#address(),
      application: applicationOf(),
    }
    send(client, 0, this.#record('READY', ready))
    send(client, 0, this.#record('GUILD_CREATE', guild(this.#options.guildLocale)))
  }

  #resume(client: WebSocket, seen: number): void {
    this.resumed++
    this.#sockets.add(client)
    for (const event of this.#history.filter(({ s }) => s > seen)) send(client, 0, event)
    send(client, 0, this.#record('RESUMED', {}))
  }
}

const send = (socket: WebSocket, op: number, more: object = { d: null }): void =>
  socket.send(JSON.stringify({ op, s: null, t: null, ...more }))
