import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { demoApps } from '../../../../src/adapters/simulator/demo-apps.ts'
import type { Wait } from '../../../../src/adapters/simulator/simulator-options.ts'
import { type Simulator, startSimulator } from '../../../../src/adapters/simulator/start-simulator.ts'
import type { ImApp } from '../../../../src/diagnostics/im/im-app.ts'
import { generateUsersig } from '../../../../src/diagnostics/usersig/generate-usersig.ts'

const [demo, demoGlobal] = demoApps()
export const DEMO: ImApp = demo
export const DEMO_GLOBAL: ImApp = demoGlobal!

/** 2026-11-25T09:00:00Z. */
export const START = Date.UTC(2026, 10, 25, 9)

/** A clock that stands still until it is moved, and then ends the waits that are due. */
export class FakeTime {
  #now = START
  #waiting: { until: number; resolve: () => void }[] = []

  readonly now = (): number => this.#now

  readonly wait: Wait = (milliseconds) =>
    new Promise((resolve) => {
      this.#waiting.push({ until: this.#now + milliseconds, resolve })
    })

  advance(milliseconds: number): void {
    this.#now += milliseconds
    const due = this.#waiting.filter(({ until }) => until <= this.#now)
    this.#waiting = this.#waiting.filter(({ until }) => until > this.#now)
    for (const { resolve } of due) resolve()
  }
}

export interface ReceivedWebhook {
  query: URLSearchParams
  body: Record<string, unknown>
}

/** The team's own server, as Tencent sees it. */
export interface Receiver {
  url: string
  webhooks: readonly ReceivedWebhook[]
  /** Resolves when so many have come. */
  until(count: number): Promise<void>
  /** What the next requests are answered with; then 200 again. */
  answers: { status: number; body: string }[]
  close(): Promise<void>
}

export async function startReceiver(): Promise<Receiver> {
  const webhooks: ReceivedWebhook[] = []
  const answers: Receiver['answers'] = []
  const awaited: { count: number; resolve: () => void }[] = []
  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await textOf(request)
    const query = new URL(request.url ?? '/', 'http://receiver').searchParams
    webhooks.push({ query, body: JSON.parse(text) as Record<string, unknown> })
    const answer = answers.shift() ?? { status: 200, body: '{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}' }
    response.writeHead(answer.status).end(answer.body)
    for (const { count, resolve } of awaited) if (webhooks.length >= count) resolve()
  }
  const server = createServer((request, response) => void receive(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/im/demo`,
    webhooks,
    answers,
    until: (count) =>
      webhooks.length >= count
        ? Promise.resolve()
        : new Promise((resolve) => {
            awaited.push({ count, resolve })
          }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

export interface SignedCall {
  app?: ImApp
  identifier?: string
  usersig?: string
  /** Changes the query, and takes a parameter away where it is null. */
  query?: Record<string, string | null>
  method?: string
  /** Sent as it is, in place of JSON. */
  raw?: string
}

export interface Rig {
  simulator: Simulator
  time: FakeTime
  receiver: Receiver
  /** Durations of the waits, where they end at once. */
  waits: readonly number[]
  /** Calls an endpoint as an administrator does. */
  call(endpoint: string, body: unknown, changes?: SignedCall): Promise<Record<string, unknown>>
  close(): Promise<void>
}

/** @param waits `at-once`: pauses take no time; `by-clock`: they end when the clock is moved. */
export async function startRig({
  apps = [DEMO, DEMO_GLOBAL],
  waits: mode = 'by-clock',
}: {
  apps?: readonly ImApp[]
  waits?: 'by-clock' | 'at-once'
} = {}): Promise<Rig> {
  const time = new FakeTime()
  const receiver = await startReceiver()
  const waits: number[] = []
  const atOnce: Wait = async (milliseconds) => {
    waits.push(milliseconds)
  }
  const simulator = await startSimulator({
    apps,
    now: time.now,
    webhookUrlOf: (app) => (app === DEMO ? receiver.url : null),
    wait: mode === 'at-once' ? atOnce : time.wait,
  })
  return {
    simulator,
    time,
    receiver,
    waits,
    async call(endpoint, body, changes = {}) {
      const response = await fetch(urlOf(simulator.url, endpoint, time.now(), changes), {
        method: changes.method ?? 'POST',
        ...(changes.method === 'GET' ? {} : { body: changes.raw ?? JSON.stringify(body) }),
      })
      return (await response.json()) as Record<string, unknown>
    },
    async close() {
      await simulator.close()
      await receiver.close()
    },
  }
}

export function urlOf(base: string, endpoint: string, now: number, changes: SignedCall = {}): string {
  const { app = DEMO, identifier = 'administrator' } = changes
  const parameters: Record<string, string | null> = {
    sdkappid: String(app.sdkAppId),
    identifier,
    usersig: changes.usersig ?? signatureOf(app, identifier, now),
    random: '4294967295',
    contenttype: 'json',
    ...changes.query,
  }
  const url = new URL(`${base}/v4/${endpoint}`)
  for (const [name, value] of Object.entries(parameters)) if (value !== null) url.searchParams.set(name, value)
  return url.href
}

export function signatureOf(app: ImApp, userId: string, now: number, ttlSeconds = 86_400): string {
  const limits = { maxTtlSeconds: 86_400, allowAdministrator: true }
  const made = generateUsersig({ app, userId, ttlSeconds, now, limits })
  if (made.kind === 'refused') throw new Error(made.reason)
  return made.sig.reveal()
}
