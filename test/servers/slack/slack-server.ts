import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'
import { SlackChannels } from './slack-channels.ts'
import { SlackFiles } from './slack-files.ts'
import { problemsInBlocks, problemsInText, problemsInView } from './check-blocks.ts'

export interface Call {
  /** Method of the Web API, `upload`, or `response_url`. */
  method: string
  args: Readonly<Record<string, unknown>>
}

export type Fault =
  | { kind: 'error'; error: string; messages?: readonly string[] }
  | { kind: 'status'; status: number; retryAfter?: number }
  /** Done, and answered with that status. */
  | { kind: 'status-after'; status: number }
  /** The connection is dropped, before anything was done or after. */
  | { kind: 'cut'; reset?: true }
  | { kind: 'cut-after'; reset?: true }
  /** The connection is dropped in the middle of the answer. */
  | { kind: 'cut-within' }
  /** No answer until the server stops, before anything was done or after. */
  | { kind: 'hang' }
  | { kind: 'hang-after' }
  /** Done, and answered, only then. */
  | { kind: 'held'; until: Promise<unknown> }

export interface Member {
  locale: string
  tz: string
}

export const BOT_TOKEN = 'xoxb-of-the-test'
export const APP_TOKEN = 'xapp-of-the-test'
export const BOT_USER = 'U0BOT'
export const BOT_ID = 'B0BOT'

/** The part of Slack that the adapter talks to. Strict: a call or a payload that Slack would not take is a complaint. */
export class SlackServer {
  readonly calls: Call[] = []
  readonly complaints: string[] = []
  readonly members = new Map<string, Member>()
  readonly usergroups = new Map<string, readonly string[]>()
  /** What stands in the conversations, by `channel/ts`, as it was last written; not what is ephemeral. */
  readonly messages = new Map<string, Call['args']>()
  /** Channels that the bot is not in. */
  readonly closed = new Set<string>()
  /** Modals that are open, by the name that the bot gave them. */
  readonly views = new Map<string, Call['args']>()
  /** What only one person sees: messages, and what a response url showed to them. */
  readonly ephemerals: Call['args'][] = []
  readonly #triggers = new Set<string>()
  readonly faults: { method: string; fault: Fault }[] = []
  /** Methods that go wrong every time. */
  readonly failing = new Map<string, Fault>()
  readonly files = new SlackFiles()
  readonly channels = new SlackChannels(this.messages)
  /** UNIX milliseconds, of messages that are posted. */
  now = 1_700_000_000_000
  readonly sockets = new Set<WebSocket>()
  readonly #acks = new Map<string, (payload: unknown) => void>()
  readonly #http: Server
  readonly #ws: WebSocketServer
  #url = ''
  #serial = 0

  constructor() {
    this.#http = createServer((request, response) => {
      this.#take(request, response).catch((error: unknown) => this.complaints.push(String(error)))
    })
    this.#ws = new WebSocketServer({ server: this.#http })
    this.#ws.on('connection', (socket) => this.#connected(socket))
  }

  get url(): string {
    return this.#url
  }

  get apiUrl(): string {
    return `${this.#url}/api/`
  }

  async start(): Promise<this> {
    this.#http.listen(0, '127.0.0.1')
    await once(this.#http, 'listening')
    this.#url = `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`
    return this
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.terminate()
    this.#ws.close()
    this.#http.closeAllConnections()
    await new Promise((resolve) => this.#http.close(resolve))
  }

  /** The next call of a method goes wrong. */
  failNext(method: string, fault: Fault): void {
    this.faults.push({ method, fault })
  }

  /** Sends an envelope over one socket, the newest if nothing else is said; resolves with what it is acknowledged with. */
  deliver(type: string, payload: unknown, over = this.sockets.size - 1): Promise<unknown> {
    const socket = [...this.sockets][over]
    if (socket === undefined) throw new Error('no socket')
    const id = `envelope-${this.#acks.size + 1}`
    const acked = new Promise((resolve) => this.#acks.set(id, resolve))
    socket.send(JSON.stringify({ type, envelope_id: id, payload, accepts_response_payload: true }))
    return acked
  }

  #connected(socket: WebSocket): void {
    this.sockets.add(socket)
    socket.on('close', () => this.sockets.delete(socket))
    socket.on('message', (data: Buffer) => {
      const { envelope_id: id, payload } = JSON.parse(data.toString()) as { envelope_id: string; payload: unknown }
      this.#acks.get(id)?.(payload)
    })
    socket.send(JSON.stringify({ type: 'hello' }))
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const bytes = Buffer.concat(chunks)
    const { method, args } = calledBy(request.url ?? '', bytes)
    this.calls.push({ method, args })
    const fault = this.#faultOf(method)
    if (fault?.kind === 'hang') return
    if (fault?.kind === 'cut') return drop(request, fault.reset)
    if (fault?.kind === 'held') await fault.until
    const [status, body, headers] =
      fault?.kind === 'error' || fault?.kind === 'status' ? faulty(fault) : this.#answer(method, args, request, bytes)
    if (fault?.kind === 'hang-after') return
    if (fault?.kind === 'status-after') return void response.writeHead(fault.status).end('failed')
    if (fault?.kind === 'cut-after') return drop(request, fault.reset)
    if (fault?.kind === 'cut-within') {
      response.writeHead(status, { 'content-type': 'application/json', 'content-length': '1000' })
      response.write('{"ok":', () => drop(request))
      return
    }
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  }

  #faultOf(method: string): Fault | undefined {
    const index = this.faults.findIndex((each) => each.method === method)
    return index === -1 ? this.failing.get(method) : this.faults.splice(index, 1)[0]?.fault
  }

  #answer(method: string, args: Call['args'], { headers }: IncomingMessage, bytes: Buffer): Answer {
    // Whoever has the address may send the bytes, so our token has no business there.
    if (method === 'upload') {
      if (headers.authorization !== undefined) this.complaints.push('the token was sent with an upload')
      return [this.files.receive(String(args['id']), bytes), { ok: true }]
    }
    if (method !== 'response_url' && !isAuthorized(method, headers.authorization))
      return [200, { ok: false, error: 'invalid_auth' }]
    this.#check(method, args)
    switch (method) {
      case 'auth.test':
        return [200, { ok: true, user_id: BOT_USER, bot_id: BOT_ID, team_id: 'T0' }]
      case 'apps.connections.open':
        return [200, { ok: true, url: `${this.#url.replace('http', 'ws')}/link` }]
      case 'users.info': {
        const member = this.members.get(String(args['user']))
        return member === undefined ? [200, { ok: false, error: 'user_not_found' }] : [200, { ok: true, user: member }]
      }
      case 'usergroups.users.list': {
        const users = this.usergroups.get(String(args['usergroup']))
        return users === undefined ? [200, { ok: false, error: 'no_such_subteam' }] : [200, { ok: true, users }]
      }
      case 'chat.postMessage':
      case 'chat.update':
      case 'chat.delete':
        return [200, this.#write(method, args)]
      case 'conversations.info':
        return [200, this.channels.info(args)]
      case 'conversations.list':
        return [200, this.channels.list(args)]
      case 'conversations.history':
      case 'conversations.replies':
        return [200, this.closed.has(String(args['channel'])) ? NOT_IN_CHANNEL : this.channels.messages(method, args)]
      case 'files.getUploadURLExternal':
        return [200, this.channels.lacks('files:write') ? MISSING_SCOPE : this.files.begin(args, this.#url)]
      case 'files.completeUploadExternal':
        return [200, this.files.complete(args)]
      case 'files.info':
        return [200, this.channels.lacks('files:read') ? MISSING_SCOPE : this.files.info(args)]
      case 'views.open':
      case 'views.push':
      case 'views.update':
        return [200, this.#show(method, args)]
      case 'chat.postEphemeral':
        this.ephemerals.push(args)
        return [200, { ok: true }]
      case 'response_url':
        return [200, this.#respond(args)]
      default:
        this.complaints.push(`unexpected call of ${method}`)
        return [200, { ok: false, error: 'unknown_method' }]
    }
  }

  /** A modal has the id under which the test presses its buttons, and the name that it was opened with. */
  #show(method: string, args: Call['args']): object {
    const name = args['external_id'] ?? externalId(args['view'])
    if (method === 'views.update') {
      if (args['external_id'] === undefined) return { ok: true }
      return this.views.has(String(name)) ? { ok: true } : { ok: false, error: 'not_found' }
    }
    const trigger = String(args['trigger_id'])
    if (this.#triggers.has(trigger)) return { ok: false, error: 'exchanged_trigger_id' }
    this.#triggers.add(trigger)
    this.views.set(String(name), args)
    return { ok: true }
  }

  #respond({ channel, ...args }: Call['args']): object {
    if (args['response_type'] !== 'in_channel') this.ephemerals.push(args)
    else this.#write('chat.postMessage', { ...args, channel })
    return { ok: true }
  }

  #write(method: string, args: Call['args']): object {
    const channel = String(args['channel'])
    if (this.closed.has(channel)) return NOT_IN_CHANNEL
    if (this.files.notReadyIn(args['blocks']).length > 0) return { ok: false, error: 'invalid_blocks' }
    const posting = method === 'chat.postMessage'
    const ts = posting
      ? `${Math.floor(this.now / 1000)}.${String(++this.#serial).padStart(6, '0')}`
      : String(args['ts'])
    const name = `${channel}/${ts}`
    if (!posting && !this.messages.has(name)) return { ok: false, error: 'message_not_found' }
    if (method === 'chat.delete') this.messages.delete(name)
    else this.messages.set(name, { ...this.messages.get(name), ...args, bot_id: BOT_ID })
    return { ok: true, ts, channel }
  }

  #check(method: string, args: Call['args']): void {
    const problems = method.startsWith('views.')
      ? problemsInView(args['view'])
      : (method.startsWith('chat.') && method !== 'chat.delete') || method === 'response_url'
        ? [...problemsInText(args['text']), ...problemsInBlocks(args['blocks'], 'message')]
        : []
    this.complaints.push(...problems.map((problem) => `${method}: ${problem}`))
  }
}

/** A `reset` is what the other side sees of a server that died; without it of one that closed the connection. */
const drop = ({ socket }: IncomingMessage, reset?: true): void =>
  void (reset === true ? socket.resetAndDestroy() : socket.destroy())

const externalId = (view: unknown): unknown =>
  typeof view === 'object' && view !== null && 'external_id' in view ? view.external_id : undefined

const NOT_IN_CHANNEL = { ok: false, error: 'not_in_channel' }
const MISSING_SCOPE = { ok: false, error: 'missing_scope' }

type Answer = [status: number, body: unknown, headers?: Record<string, string>]

function faulty(fault: Extract<Fault, { kind: 'error' | 'status' }>): Answer {
  if (fault.kind === 'error')
    return [200, { ok: false, error: fault.error, response_metadata: { messages: fault.messages ?? [] } }]
  return [fault.status, 'failed', fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }]
}

function calledBy(path: string, body: Buffer): Call {
  if (path.startsWith('/upload/')) return { method: 'upload', args: { id: path.slice('/upload/'.length) } }
  if (!path.startsWith('/api/')) {
    const channel = path.split('/')[2]
    return { method: 'response_url', args: { ...(JSON.parse(body.toString()) as Call['args']), channel } }
  }
  return { method: path.slice('/api/'.length), args: formArguments(body.toString()) }
}

const isAuthorized = (method: string, header: string | undefined): boolean =>
  header === `Bearer ${method === 'apps.connections.open' ? APP_TOKEN : BOT_TOKEN}`

/** Arguments come as a form, in which what is not a word is JSON. */
function formArguments(text: string): Call['args'] {
  const entries = [...new URLSearchParams(text)].map(([name, value]) => [
    name,
    /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : value,
  ])
  return Object.fromEntries(entries) as Call['args']
}
