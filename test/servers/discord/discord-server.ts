import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { z } from 'zod'
import { MessageBody, type SentMessage } from './check-message.ts'
import { Gateway, type GatewayOptions } from './gateway.ts'
import type { Answer, InteractionRecord } from './interaction.ts'
import { botUser, CHANNELS, IDS, memberOf, snowflake, type Person } from './world.ts'

export interface SentFile {
  name: string
  data: Uint8Array
}

export interface Call {
  method: string
  path: string
  body: unknown
  files: readonly SentFile[]
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
  /** The connection is broken instead of answering: closed, or reset. With an `answer` the work is not done either. */
  cut?: true | 'reset'
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
  files: readonly SentFile[]
  nonce: string
  /** UNIX milliseconds. */
  at: number
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
    const path = decodeURIComponent(new URL(request.url ?? '', this.apiUrl).pathname).replace('/api/v10', '')
    const { body, files } = await readBody(Buffer.concat(chunks), request.headers['content-type'] ?? '')
    const call: Call = { method: request.method ?? '', path, body, files, at: Date.now() }
    this.calls.push(call)
    await this.#respond(call, request.headers.authorization, response)
  }

  async #respond(call: Call, authorization: string | undefined, response: ServerResponse): Promise<void> {
    const { status, body, cut, held } = await this.#answer(call, authorization)
    await held
    if (cut) {
      if (cut === 'reset') response.socket?.resetAndDestroy()
      else response.destroy()
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

  #handle({ method, path, body, files }: Call): Answer | null {
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
        return third === 'messages' ? this.#post(id, body, files) : null
      case 'PATCH channels':
        return third === 'messages' ? this.#edit(id, fourth, body, files) : null
      case 'DELETE channels':
        return third === 'messages' ? this.#delete(id, fourth) : null
      case 'GET channels':
        return this.#read(id, third === 'messages')
      case 'GET users':
        return id === '@me' ? ok(third === 'guilds' ? [{ id: IDS.guild, name: 'Ops' }] : botUser) : null
      case 'GET guilds':
        if (third === 'channels') return ok(CHANNELS)
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

  #post(channel: string, body: unknown, files: readonly SentFile[]): Answer {
    const who = [...this.people.values()].find((each) => this.directChannelOf(each) === channel)
    if (who?.directMessages === 'closed')
      return { status: 403, body: { code: 50007, message: 'Cannot send messages to this user' } }
    const message = MessageBody.parse(body)
    const refused = this.#refused(channel, message, files)
    if (refused !== null) return refused
    const { nonce, message_reference } = ChannelMessage.parse(body)
    const known = this.posts.find((post) => post.nonce === nonce)
    if (known !== undefined) return ok(asSent(known))
    const repliesTo = message_reference?.message_id ?? null
    const at = Date.now()
    const post: Post = { id: snowflake(), channel, message, files, nonce, at, repliesTo, earlier: [], deleted: false }
    this.posts.push(post)
    return ok(asSent(post))
  }

  /** What Discord refuses for want of a permission, or of a channel. */
  #refused(channel: string, { embeds = [] }: SentMessage, files: readonly SentFile[]): Answer | null {
    if (!this.#isDirect(channel) && channel !== IDS.thread && !CHANNELS.some(({ id }) => id === channel))
      return UNKNOWN_CHANNEL
    const missing =
      channel === IDS.locked ||
      (channel === IDS.plain && embeds.length > 0) ||
      (channel === IDS.wordsOnly && files.length > 0)
    return missing ? { status: 403, body: { code: 50013, message: 'Missing Permissions' } } : null
  }

  #read(id: string, messages: boolean): Answer {
    const channel = CHANNELS.find((each) => each.id === id)
    if (channel === undefined) return UNKNOWN_CHANNEL
    const here = this.posts.filter((post) => post.channel === id && !post.deleted)
    if (!messages) return ok({ ...channel, last_message_id: here.at(-1)?.id ?? null })
    const answers = [...this.interactions.values()].flatMap((record) =>
      record.channel === id ? record.shown.filter(({ ephemeral }) => !ephemeral).map(asAnswer(record)) : [],
    )
    // Without the permission to read the history there is none, and no error.
    return ok(id === IDS.unread ? [] : [...answers.reverse(), ...here.slice(-100).reverse().map(asRead)])
  }

  #standing(channel: string, id: string): Post | undefined {
    return this.posts.find((post) => post.channel === channel && post.id === id && !post.deleted)
  }

  #edit(channel: string, id: string, body: unknown, files: readonly SentFile[]): Answer {
    const post = this.#standing(channel, id)
    if (post === undefined) return UNKNOWN_MESSAGE
    const message = MessageBody.parse(body)
    const refused = this.#refused(channel, message, files)
    if (refused !== null) return refused
    post.earlier.push(post.message)
    post.message = { ...post.message, ...message }
    // Those that are there stay, unless the body names others.
    if (message.attachments !== undefined) post.files = files
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

const UNKNOWN_CHANNEL: Answer = { status: 404, body: { code: 10003, message: 'Unknown Channel' } }

const asRead = ({ id, channel, message, files, at }: Post) => ({
  ...message,
  id,
  channel_id: channel,
  author: botUser,
  nonce: undefined,
  timestamp: new Date(at).toISOString(),
  attachments: files.map(({ name }, index) => ({ id: String(index), filename: name })),
  mentions: [],
})

const asAnswer =
  ({ id }: InteractionRecord) =>
  ({ message }: { message: SentMessage }, index: number) => ({
    ...message,
    id: `${id.slice(0, -2)}${10 + index}`,
    author: botUser,
    timestamp: new Date().toISOString(),
    interaction_metadata: { id },
  })

/** Only the answer to the one who sent it has the nonce. */
const asSent = (post: Post) => ({ ...asRead(post), nonce: post.nonce })

const WithData = z.looseObject({ data: z.unknown().optional() })
const WithAttachments = z.looseObject({ attachments: z.array(z.custom<Record<string, unknown>>()).default([]) })

/** A body as JSON, or as a form of it and files. Each file must be named by it. */
async function readBody(raw: Buffer, type: string): Promise<{ body: unknown; files: readonly SentFile[] }> {
  if (!type.startsWith('multipart/'))
    return { body: raw.length === 0 ? undefined : JSON.parse(raw.toString()), files: [] }
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData()
  const parts = [...form.values()].filter((part) => typeof part !== 'string')
  const files = await Promise.all(
    parts.map(async (part) => ({ name: part.name, data: new Uint8Array(await part.arrayBuffer()) })),
  )
  const body: unknown = JSON.parse(z.string().parse(form.get('payload_json')))
  const { data } = WithData.parse(body)
  for (const { attachments } of [WithAttachments.parse(body), WithAttachments.parse(data ?? {})]) {
    // A file that is new brings its name itself.
    for (const attachment of attachments) attachment['filename'] ??= files[Number(attachment['id'])]?.name
  }
  return { body, files }
}

const ok = (body: unknown): Answer => ({ status: 200, body })
