import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { pino } from 'pino'
import { openStore } from '../src/adapters/sql/open-store.ts'
import { createWebhooks, type WebhooksDeps } from '../src/adapters/webhooks/create-webhooks.ts'
import { Secret } from '../src/diagnostics/secret.ts'
import { type BenchResult, printResult } from './result.ts'
import { rawAppendRate, withStoreFolder } from './store-floor.ts'
import type { Load, LoadResult } from './webhooks-load.ts'

const TOKEN = 'token-of-the-bench'
const SDK_APP_ID = 1_400_000_000
/** Tencent's default ceiling of callbacks a second. */
const RATE = 1_000
const SECONDS = 10
const FULL_SPEED_SECONDS = 4
const P99_MS = 500
const CONNECTIONS = 64
/** A sender that has not finished by then has died, or the machine is far too busy to measure anything. */
const SENDER_MS = 120_000
const EVENTS = 10

async function startDoor(append: WebhooksDeps['append']): Promise<{ port: number; close: () => void }> {
  const { routes } = createWebhooks({
    apps: [{ name: 'bench', sdkAppId: SDK_APP_ID, webhookToken: new Secret(TOKEN) }],
    append,
    now: Date.now,
    log: pino({ level: 'silent' }),
    observe: { webhook: () => {} },
  })
  const answer = getRequestListener(routes.fetch, { overrideGlobalObjects: false })
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** From a process of its own, so that the sender takes no time from the door but that of the other core. */
async function sendFrom(load: Load): Promise<LoadResult> {
  const sender = fork(new URL('./webhooks-load.ts', import.meta.url))
  try {
    sender.send(load)
    const [result] = (await once(sender, 'message', { signal: AbortSignal.timeout(SENDER_MS) })) as [LoadResult]
    return result
  } finally {
    sender.kill()
  }
}

/** Callbacks of ten pushes each against the door over the embedded store, both in this process. */
export function run(): Promise<BenchResult[]> {
  return withStoreFolder(async (folder) => {
    const store = await openStore({ url: folder, now: Date.now })
    const door = await startDoor((...batch) => store.events.append(...batch))
    const load = (rate: number | null, seconds: number) =>
      sendFrom({
        port: door.port,
        sdkAppId: SDK_APP_ID,
        token: TOKEN,
        connections: CONNECTIONS,
        eventsPerRequest: EVENTS,
        rate,
        seconds,
      })
    // The first seconds go to the compiler.
    await load(RATE / 2, 2)
    const steady = await load(RATE, SECONDS)
    const fullSpeed = await load(null, FULL_SPEED_SECONDS)
    door.close()
    await store.close()
    return resultsOf(steady, fullSpeed, await rawAppendRate())
  })
}

function resultsOf(steady: LoadResult, fullSpeed: LoadResult, floor: number): BenchResult[] {
  const achieved = steady.acknowledged / steady.seconds
  const fastest = (fullSpeed.acknowledged / fullSpeed.seconds) * EVENTS
  return [
    {
      name: `webhooks at ${RATE}/s with ${EVENTS} events each, rate achieved over rate sent`,
      ratio: achieved / RATE,
      target: { atLeast: 0.97 },
      detail: `${Math.round(achieved)}/s acknowledged, ${steady.refused} refused`,
    },
    {
      name: `webhooks at ${RATE}/s, p99 as a share of ${P99_MS} ms`,
      ratio: steady.p99 / P99_MS,
      target: { atMost: 1 },
      detail: `p50 ${steady.p50.toFixed(1)} ms, p99 ${steady.p99.toFixed(1)} ms`,
    },
    {
      name: 'webhooks at full speed, events over what libsql alone writes',
      ratio: fastest / floor,
      target: { atLeast: 0.1 },
      detail: `${Math.round(fastest)} events/s against ${Math.round(floor)} events/s, ${fullSpeed.refused} refused`,
    },
  ]
}

if (import.meta.filename === process.argv[1]) for (const result of await run()) printResult(result)
