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
  #socket: WebSocket | null = null

  constructor(options: GatewayOptions, address: () => string) {
    this.#options = options
    this.#address = address
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#server.handleUpgrade(request, socket, head, (client) => this.#welcome(client))
  }

  /** An event for the bot; without a connection it waits for the next RESUME. */
  dispatch(t: string, d: unknown): void {
    const event = { s: this.#history.length + 1, t, d }
    this.#history.push(event)
    this.#send(0, event)
  }

  /** The same event once more, under a new number, as a faulty gateway would. */
  repeat(t: string): void {
    const event = this.#history.findLast((known) => known.t === t)
    if (event !== undefined) this.dispatch(t, event.d)
  }

  cut(): void {
    this.#socket?.terminate()
    this.#socket = null
  }

  closeWith(code: number): void {
    this.#socket?.close(code)
  }

  async stop(): Promise<void> {
    for (const client of this.#server.clients) client.terminate()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #send(op: number, more: object = { d: null }): void {
    this.#socket?.send(JSON.stringify({ op, s: null, t: null, ...more }))
  }

  #welcome(client: WebSocket): void {
    this.#socket = client
    client.on('close', (code) => this.closes.push(code))
    client.on('message', (data: Buffer) => this.#receive(Packet.parse(JSON.parse(data.toString()))))
    this.#send(10, { d: { heartbeat_interval: 41_250 } })
  }

  #receive({ op, d }: z.infer<typeof Packet>): void {
    if (op === 1) return this.#send(11)
    if (op === 6) return this.#resume(z.object({ seq: z.int() }).parse(d).seq)
    if (op === 2) this.#identify(Identify.parse(d))
  }

  #identify({ token, intents }: z.infer<typeof Identify>): void {
    if (this.#options.refuse !== null) return this.#socket?.close(this.#options.refuse)
    if (token !== this.#options.token) return this.#socket?.close(4004)
    if ((intents & ~ALLOWED_INTENTS) !== 0) return this.#socket?.close(4014)
    this.identified++
    this.dispatch('READY', {
      v: 10,
      user: botUser,
      guilds: [{ id: IDS.guild, unavailable: true }],
      session_id: 'session',
      resume_gateway_url: this.#address(),
      application: applicationOf(),
    })
    this.dispatch('GUILD_CREATE', guild(this.#options.guildLocale))
  }

  #resume(seen: number): void {
    this.resumed++
    const missed = this.#history.filter(({ s }) => s > seen)
    for (const event of missed) this.#send(0, event)
    this.dispatch('RESUMED', {})
  }
}
