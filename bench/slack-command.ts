import { createHmac } from 'node:crypto'
import { createServer, Agent, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { App, HTTPReceiver, LogLevel } from '@slack/bolt'
import { pino } from 'pino'
import { createSlack } from '../src/adapters/slack/create-slack.ts'
import type { SurfaceDeps } from '../src/adapters/surface.ts'
import { Secret } from '../src/diagnostics/secret.ts'
import { EXAMPLE_TIME, testBot } from '../test/support/bot.ts'
import { BOT_TOKEN } from '../test/servers/slack/slack-server.ts'
import { SIGNATURES } from '../test/servers/slack/signatures.ts'
import type { BenchResult } from './result.ts'

const SECRET = 'signing-secret-of-the-bench'
const WARM_UP = 300
const ROUNDS = 1200
const TARGET = { atMost: 1.5 }

type Listener = (request: IncomingMessage, response: ServerResponse) => void

/** Slack as far as this needs it: takes what is sent to a response url and says when it came. */
class Slack {
  readonly #waiting = new Map<string, (body: string) => void>()
  readonly #server = createServer((incoming, response) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(incoming.url === '/api/auth.test' ? '{"ok":true,"user_id":"U0BOT","bot_id":"B0BOT"}' : KNOWN)
      const { url = '' } = incoming
      this.#waiting.get(url)?.(Buffer.concat(chunks).toString())
      this.#waiting.delete(url)
    })
  })

  async start(): Promise<string> {
    return `http://127.0.0.1:${await listen(this.#server)}`
  }

  answered(path: string): Promise<string> {
    return new Promise((resolve) => this.#waiting.set(path, resolve))
  }

  stop(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }
}

const KNOWN = '{"ok":true,"user":{"locale":"en-US","tz":"Asia/Shanghai"}}'

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const agent = new Agent({ keepAlive: true })

function post(port: number, body: string): Promise<number> {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex')
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        port,
        agent,
        host: '127.0.0.1',
        method: 'POST',
        path: '/slack/events',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': `v0=${signature}`,
        },
      },
      (response) => {
        response.resume()
        response.on('end', () => resolve(response.statusCode ?? 0))
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

let serial = 0

/** One command, from the signed request until its answer has come; milliseconds and the answer. */
async function command(slack: Slack, url: string, port: number): Promise<{ took: number; answer: string }> {
  const path = `/response/${++serial}`
  const body = new URLSearchParams({
    command: '/usersig',
    text: `verify alice ${SIGNATURES.valid}`,
    // A team's worth of people, so that nobody's rate limit has much to count.
    user_id: `U${serial % 50}`,
    channel_id: 'C1',
    channel_name: 'ops',
    team_id: 'T0',
    trigger_id: `trigger-${serial}`,
    response_url: `${url}${path}`,
  }).toString()
  const answered = slack.answered(path)
  const started = performance.now()
  const [answer, status] = await Promise.all([answered, post(port, body)])
  if (status !== 200) throw new Error(`not acknowledged: ${status}`)
  return { took: performance.now() - started, answer }
}

async function doctor(url: string): Promise<Listener> {
  const deps: SurfaceDeps = {
    bot: testBot({ commandsPerMinute: 1_000_000, now: () => EXAMPLE_TIME }).bot,
    log: pino({ level: 'silent' }),
    now: Date.now,
    observe: { acknowledged: () => {}, platformError: () => {} },
    exclusively: null,
    onFatal: () => {},
  }
  const settings = {
    mode: 'http' as const,
    botToken: new Secret(BOT_TOKEN),
    appToken: null,
    signingSecret: new Secret(SECRET),
    apiUrl: `${url}/api/`,
  }
  const surface = await createSlack(settings, deps)
  await surface.start()
  return (incoming, response) => surface.requestListener?.(incoming, response)
}

/** Bolt and nothing else: acknowledges, and answers with bytes that are ready. */
async function bare(url: string, answer: () => string): Promise<Listener> {
  const receiver = new HTTPReceiver({ signingSecret: SECRET, logLevel: LogLevel.ERROR })
  const app = new App({
    token: BOT_TOKEN,
    receiver,
    convoStore: false,
    deferInitialization: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: `${url}/api/` },
  })
  app.command('/usersig', async ({ ack, respond }) => {
    await ack()
    await respond(JSON.parse(answer()) as { text: string })
  })
  await app.init()
  return (incoming, response) => receiver.requestListener(incoming, response)
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** The slash command over HTTP against a bare Bolt app that answers the same bytes, taking turns in one process. */
export async function run(): Promise<BenchResult[]> {
  const slack = new Slack()
  const url = await slack.start()
  let bytes = ''
  const servers = [createServer(await doctor(url)), createServer(await bare(url, () => bytes))] as const
  const [ours, theirs] = await Promise.all([listen(servers[0]), listen(servers[1])])
  bytes = (await command(slack, url, ours)).answer
  const took = { ours: [] as number[], theirs: [] as number[] }
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const mine = await command(slack, url, ours)
    const other = await command(slack, url, theirs)
    if (round < 0) continue
    took.ours.push(mine.took)
    took.theirs.push(other.took)
  }
  for (const server of servers) server.close()
  agent.destroy()
  slack.stop()
  const [a, b] = [median(took.ours), median(took.theirs)]
  const detail = `p50 ${a.toFixed(2)} ms against ${b.toFixed(2)} ms, ${ROUNDS} commands each`
  return [{ name: 'slack command over http', ratio: a / b, target: TARGET, detail }]
}
