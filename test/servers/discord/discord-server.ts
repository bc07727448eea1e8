import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { MessageBody, type SentMessage } from './check-message.ts'
import { Gateway, type GatewayOptions } from './gateway.ts'
import type { Answer, InteractionRecord } from './interaction.ts'
import { botUser, IDS, memberOf, snowflake, type Person } from './world.ts'

export interface Call {
  method: string
  path: string
  body: unknown
  /** UNIX milliseconds, by the clock of the test. */
  at: number
}

export interface Fault {
  method: string
  path: RegExp
  times: number
  /** What is answered instead of doing the work; null: the work is done. */
  answer: Answer | null
  /** The work is done, but answered with this status. */
  status?: number
  /** The connection is broken instead of answering. */
  cut?: true
  /** The answer is held back until then. */
  held?: Promise<unknown>
  /** The work is not even begun until then. */
  before?: Promise<unknown>
}

/** A message of the bot in a channel, as it stands now. */
export interface Post {
  id: string
  channel: string
  message: SentMessage
  repliesTo: string | null
  /** What it held before it was edited. */
  earlier: SentMessage[]
  deleted: boolean
}

const ChannelMessage = z.looseObject({
  nonce: z.string().max(25),
  enforce_nonce: z.literal(true),
  message_reference: z.looseObject({ message_id: z.string(), fail_if_not_exists: z.literal(false) }).optional(),
})
/** A body that says when to come again; discord.js reads the header. */
const Limited = z.looseObject({ retry_after: z.number() })
const Commands = z.array(z.looseObject({ name: z.string() }))

/** Discord, as far as these tests need it: REST v10 and the gateway. What it does not expect fails the test. */
export class DiscordServer {
  readonly token = 'MTEwMDAwMDAwMDAwMDAwMDAwMQ.Test01.not-a-real-token-of-anyone'
  readonly gateway: Gateway
  readonly calls: Call[] = []
  readonly posts: Post[] = []
  readonly unexpected: string[] = []
  readonly interactions = new Map<string, InteractionRecord>()
  readonly people = new Map<string, Person>()
  readonly faults: Fault[] = []
  /** By scope, as registered. */
  readonly commands = new Map<string, z.infer<typeof Commands>>()
  typed = 0
  readonly #nonces = new Map<string, unknown>()
  readonly #http: Server
  #port = 0

  constructor(options: Partial<GatewayOptions> = {}) {
    this.gateway = new Gateway(
      { token: this.token, refuse: null, guildLocale: 'en-US', ...options },
      () => this.gatewayUrl,
    )
    this.#http = createServer((request, response) => void this.#serve(request, response))
    this.#http.on('upgrade', (request, socket, head) => this.gateway.upgrade(request, socket, head))
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#http.listen(0, '127.0.0.1', resolve))
    const address = this.#http.address()
    this.#port = typeof address === 'object' && address !== null ? address.port : 0
    return this
  }

  async stop(): Promise<void> {
    await this.gateway.stop()
    this.#http.closeAllConnections()
    await new Promise((resolve) => this.#http.close(resolve))
  }

  get apiUrl(): string {
    return `http://127.0.0.1:${this.#port}/api`
  }

  get gatewayUrl(): string {
    return `ws://127.0.0.1:${this.#port}/gateway`
  }

  /** Everything that anyone but the asker could read. */
  get publicText(): string {
    const answers = [...this.interactions.values()].flatMap(({ shown, earlier }) =>
      [...earlier, ...shown].filter(({ ephemeral }) => !ephemeral),
    )
    const posts = this.posts.filter(({ channel }) => !this.#isDirect(channel))
    return JSON.stringify([answers, posts])
  }

  directChannelOf = (who: Person): string => `14${who.id.slice(2)}`

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const text = Buffer.concat(chunks).toString()
    const path = decodeURIComponent(new URL(request.url ?? '', this.apiUrl).pathname).replace('/api/v10', '')
    const body = text === '' ? undefined : JSON.parse(text)
    const call: Call = { method: request.method ?? '', path, body, at: Date.now() }
    this.calls.push(call)
    await this.#respond(call, request.headers.authorization, response)
  }

  async #respond(call: Call, authorization: string | undefined, response: ServerResponse): Promise<void> {
    const { status, body, cut, held } = await this.#answer(call, authorization)
    await held
    if (cut) {
      response.destroy()
      return
    }
    const limit = Limited.safeParse(body).data
    response.writeHead(status, {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(limit === undefined ? {} : { 'retry-after': String(limit.retry_after) }),
    })
    response.end(body === undefined ? undefined : JSON.stringify(body))
  }

  async #answer(call: Call, authorization: string | undefined): Promise<Answer & Pick<Fault, 'cut' | 'held'>> {
    const fault = this.faults.find(
      ({ method, path, times }) => times > 0 && method === call.method && path.test(call.path),
    )
    if (fault === undefined) return this.#route(call, authorization)
    fault.times--
    await fault.before
    const answer = fault.answer ?? this.#route(call, authorization)
    return { ...fault, ...answer, status: fault.status ?? answer.status }
  }

  #route(call: Call, authorization: string | undefined): Answer {
    try {
      const open = /^\/(interactions|webhooks)\//.test(call.path)
      if (!open && authorization !== `Bot ${this.token}`)
        return { status: 401, body: { code: 0, message: '401: Unauthorized' } }
      const answer = this.#handle(call)
      if (answer !== null) return answer
      this.unexpected.push(`${call.method} ${call.path}`)
    } catch (error) {
      this.unexpected.push(`${call.method} ${call.path}: ${error instanceof Error ? error.message : 'failed'}`)
    }
    return { status: 400, body: { code: 50035, message: 'Invalid Form Body' } }
  }

  #handle({ method, path, body }: Call): Answer | null {
    const [, root, id = '', third = '', fourth = '', fifth = ''] = path.split('/')
    switch (`${method} ${root}`) {
      case 'GET gateway':
        return ok({
          url: this.gatewayUrl,
          shards: 1,
          session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
        })
      case 'POST interactions':
        return this.#interaction(third)?.callback(body) ?? null
      case 'POST webhooks':
        return this.#interaction(third)?.followUp(body) ?? null
      case 'PATCH webhooks':
        return fifth === '@original' ? (this.#interaction(third)?.editOriginal(body) ?? null) : null
      case 'DELETE webhooks':
        return fifth === '@original' ? (this.#interaction(third)?.deleteOriginal() ?? null) : null
      case 'POST users':
        return this.#openDirect(z.object({ recipient_id: z.string() }).parse(body).recipient_id)
      case 'POST channels':
        if (third === 'typing') return { status: 204, body: void this.typed++ }
        return third === 'messages' ? this.#post(id, body) : null
      case 'PATCH channels':
        return third === 'messages' ? this.#edit(id, fourth, body) : null
      case 'DELETE channels':
        return third === 'messages' ? this.#delete(id, fourth) : null
      case 'GET guilds':
        return third === 'members' ? this.#member(fourth) : null
      case 'GET applications':
        return id === '@me' ? ok({ id: IDS.application }) : ok(this.commands.get(fourth || 'global') ?? [])
      case 'PUT applications':
        return this.#register(fourth || 'global', Commands.parse(body))
      default:
        return null
    }
  }

  #interaction(token: string): InteractionRecord | undefined {
    return [...this.interactions.values()].find((record) => record.token === token)
  }

  #openDirect(recipient: string): Answer {
    const who = this.people.get(recipient)
    return who === undefined
      ? { status: 400, body: { code: 50033, message: 'no such user' } }
      : ok({ id: this.directChannelOf(who), type: 1, recipients: [] })
  }

  #member(id: string): Answer {
    const who = this.people.get(id)
    return who === undefined ? { status: 404, body: { code: 10007, message: 'Unknown Member' } } : ok(memberOf(who))
  }

  #isDirect(channel: string): boolean {
    return [...this.people.values()].some((who) => this.directChannelOf(who) === channel)
  }

  #post(channel: string, body: unknown): Answer {
    const who = [...this.people.values()].find((each) => this.directChannelOf(each) === channel)
    if (who?.directMessages === 'closed')
      return { status: 403, body: { code: 50007, message: 'Cannot send messages to this user' } }
    const message = MessageBody.parse(body)
    const { nonce, message_reference } = ChannelMessage.parse(body)
    const known = this.#nonces.get(nonce)
    if (known !== undefined) return ok(known)
    const repliesTo = message_reference?.message_id ?? null
    const post: Post = { id: snowflake(), channel, message, repliesTo, earlier: [], deleted: false }
    this.posts.push(post)
    const sent = asSent(post)
    this.#nonces.set(nonce, sent)
    return ok(sent)
  }

  #standing(channel: string, id: string): Post | undefined {
    return this.posts.find((post) => post.channel === channel && post.id === id && !post.deleted)
  }

  #edit(channel: string, id: string, body: unknown): Answer {
    const post = this.#standing(channel, id)
    if (post === undefined) return UNKNOWN_MESSAGE
    post.earlier.push(post.message)
    post.message = { ...post.message, ...MessageBody.parse(body) }
    return ok(asSent(post))
  }

  #delete(channel: string, id: string): Answer {
    const post = this.#standing(channel, id)
    if (post === undefined) return UNKNOWN_MESSAGE
    post.deleted = true
    return { status: 204, body: undefined }
  }

  /** Keeps what was written as Discord does: with its own fields and its defaults. */
  #register(scope: string, commands: z.infer<typeof Commands>): Answer {
    const kept = commands.map((command) => ({
      nsfw: false,
      default_member_permissions: null,
      dm_permission: true,
      ...command,
      id: snowflake(),
      version: snowflake(),
      application_id: IDS.application,
    }))
    this.commands.set(scope, kept)
    return ok(kept)
  }
}

const UNKNOWN_MESSAGE: Answer = { status: 404, body: { code: 10008, message: 'Unknown Message' } }

const asSent = ({ id, channel, message }: Post) => ({
  ...message,
  id,
  channel_id: channel,
  author: botUser,
  timestamp: new Date().toISOString(),
  attachments: [],
  mentions: [],
})

const ok = (body: unknown): Answer => ({ status: 200, body })
