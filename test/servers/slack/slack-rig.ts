import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { createSlack, type SlackSurface } from '../../../src/adapters/slack/create-slack.ts'
import type { SurfaceStartError } from '../../../src/adapters/surface.ts'
import type { Bot } from '../../../src/bot/bot.ts'
import { Secret } from '../../../src/diagnostics/secret.ts'
import { APP_TOKEN, BOT_TOKEN, SlackServer, type Call } from './slack-server.ts'
import { problemsInView, readable } from './check-blocks.ts'

export type Mode = 'http' | 'socket'
type Kind = 'slash_commands' | 'interactive' | 'events_api'

export interface RigOptions {
  mode: Mode
  bot: Bot
  botToken?: string
  appToken?: string
  usergroups?: readonly string[]
  /** Another process of the same bot is connected to it; it is stopped with the one that it was made for. */
  server?: SlackServer
  now?: () => number
}

export interface Acked {
  status: number
  body: unknown
}

/** Something that people can see. */
export interface Shown {
  method: string
  isPrivate: boolean
  /** All text, that of buttons as well. */
  says: string
  args: Call['args']
}

export const SIGNATURE = /e[AJN][A-Za-z0-9*_-]{60,}/

const SIGNING_SECRET = 'signing-secret-of-the-test'

/** The real adapter with the real Bolt, in either mode, connected to a Slack of our own. */
export class SlackRig {
  readonly logs: string[] = []
  readonly fatal: SurfaceStartError[] = []
  readonly acknowledged: number[] = []
  readonly failures: string[] = []
  /** Set where the test makes one. */
  defectsExpected = false
  readonly mode: Mode
  readonly server: SlackServer
  #surface: SlackSurface | null = null
  #front: Server | null = null

  readonly #ownServer: boolean

  private constructor(mode: Mode, server: SlackServer, ownServer: boolean) {
    this.mode = mode
    this.#ownServer = ownServer
    this.server = server
  }

  /** Everything but `surface.start()`. */
  static async open({
    mode,
    bot,
    botToken,
    appToken,
    usergroups = [],
    now = Date.now,
    server,
  }: RigOptions): Promise<SlackRig> {
    const rig = new SlackRig(mode, server ?? (await new SlackServer().start()), server === undefined)
    const settings = {
      mode,
      botToken: new Secret(botToken ?? BOT_TOKEN),
      appToken: mode === 'socket' ? new Secret(appToken ?? APP_TOKEN) : null,
      signingSecret: mode === 'http' ? new Secret(SIGNING_SECRET) : null,
      apiUrl: rig.server.apiUrl,
    }
    const deps = {
      bot,
      log: pino({ level: 'trace' }, { write: (line: string) => void rig.logs.push(line) }),
      now,
      observe: {
        acknowledged: (_: string, milliseconds: number) => void rig.acknowledged.push(milliseconds),
        platformError: (_: string, call: string, code: string) => void rig.failures.push(`${call} ${code}`),
      },
      onFatal: (reason: SurfaceStartError) => void rig.fatal.push(reason),
      exclusively: null,
    }
    rig.#surface = await createSlack(settings, deps, { usergroups })
    if (mode === 'http') await rig.#listen(rig.#surface)
    return rig
  }

  static async started(options: RigOptions): Promise<SlackRig> {
    const rig = await SlackRig.open(options)
    await rig.surface.start()
    return rig
  }

  get surface(): SlackSurface {
    if (this.#surface === null) throw new Error('not open')
    return this.#surface
  }

  /** Stops all, and fails when the adapter did anything that Slack would not take. */
  async close(): Promise<void> {
    await this.surface.stop(Date.now() + 5000)
    this.#front?.closeAllConnections()
    this.#front?.close()
    if (this.#ownServer) await this.server.stop()
    this.server.complaints.push(...this.#leaks())
    if (this.server.complaints.length > 0) throw new Error(this.server.complaints.join('\n'))
  }

  /** What must never be: a signature where all can read, or anything secret in the log. */
  #leaks(): string[] {
    const log = this.logs.join('\n')
    return [
      ...this.shown
        .filter(({ says, isPrivate }) => !isPrivate && SIGNATURE.test(says))
        .map(() => 'a signature in public'),
      ...(SIGNATURE.test(log) ? ['a signature in the log'] : []),
      ...(/xoxb-|xapp-|\/response\//.test(log) ? ['a token or a response url in the log'] : []),
      ...(this.defectsExpected || !log.includes('defect') ? [] : ['a defect in the log']),
    ]
  }

  async #listen(surface: SlackSurface): Promise<void> {
    this.#front = createServer((request, response) => surface.requestListener?.(request, response))
    this.#front.listen(0, '127.0.0.1')
    await once(this.#front, 'listening')
  }

  /** Brings a payload the way Slack would in this mode, over the newest socket unless another is named; resolves with the acknowledgement. */
  async send(kind: Kind, payload: object, socket?: number): Promise<Acked> {
    const acked = await this.#bring(kind, payload, socket)
    const view =
      acked.body !== null && typeof acked.body === 'object' && 'view' in acked.body ? acked.body.view : undefined
    if (view !== undefined) this.server.complaints.push(...problemsInView(view))
    return acked
  }

  /** What stands in a channel or direct message, of the bot. */
  standingIn(channel: string): readonly Call['args'][] {
    return [...this.server.messages]
      .filter(([name, { bot_id: bot }]) => name.startsWith(`${channel}/`) && bot !== undefined)
      .map(([, message]) => message)
  }

  #bring(kind: Kind, payload: object, socket?: number): Promise<Acked> {
    if (this.mode === 'socket')
      return this.server.deliver(kind, payload, socket).then((body) => ({ status: 200, body }))
    const form = (fields: Record<string, string>): string => new URLSearchParams(fields).toString()
    if (kind === 'events_api') return this.post(JSON.stringify(payload), { 'content-type': 'application/json' })
    const fields =
      kind === 'slash_commands' ? (payload as Record<string, string>) : { payload: JSON.stringify(payload) }
    return this.post(form(fields), { 'content-type': 'application/x-www-form-urlencoded' })
  }

  async post(body: string, headers: Record<string, string>, timestamp = Math.floor(Date.now() / 1000)): Promise<Acked> {
    if (this.#front === null) throw new Error('not in http mode')
    const { port } = this.#front.address() as AddressInfo
    const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex')
    const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      body,
      headers: { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${signature}`, ...headers },
    })
    const text = await response.text()
    return { status: response.status, body: text.startsWith('{') ? (JSON.parse(text) as unknown) : text }
  }

  get shown(): readonly Shown[] {
    return this.server.calls.filter(({ method }) => SHOWING.has(method)).map(shownBy)
  }

  /** Waits until people have been shown `count` things in all, and gives the last. */
  async show(count: number): Promise<Shown> {
    await until(`${count} messages or views`, () => this.shown.length >= count)
    const last = this.shown[count - 1]
    if (last === undefined) throw new Error('nothing shown')
    return last
  }
}

const SHOWING = new Set([
  'chat.postMessage',
  'chat.postEphemeral',
  'chat.update',
  'views.open',
  'views.push',
  'views.update',
  'response_url',
])

function shownBy({ method, args }: Call): Shown {
  const channel = wordIn(args, 'channel')
  const isPrivate =
    method === 'response_url'
      ? args['response_type'] !== 'in_channel'
      : method.startsWith('views.') || method === 'chat.postEphemeral' || /^[DU]/.test(channel)
  return { method, isPrivate, says: `${wordIn(args, 'text')}\n${readable(args['view'] ?? args['blocks'])}`, args }
}

function wordIn(args: Call['args'], name: string): string {
  const word = args[name]
  return typeof word === 'string' ? word : ''
}

/** Waits for a condition, and says what it waited for when it does not come. */
export async function until(what: string, condition: () => boolean, milliseconds = 8000): Promise<void> {
  const end = performance.now() + milliseconds
  while (!condition()) {
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`)
    await new Promise((resolve) => setImmediate(resolve))
  }
}
