import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { InFlight } from '../../src/adapters/in-flight.ts'
import { demoApps } from '../../src/adapters/simulator/demo-apps.ts'
import type { Wait } from '../../src/adapters/simulator/simulator-options.ts'
import { type Simulator, startSimulator } from '../../src/adapters/simulator/start-simulator.ts'
import { openStore, type Store } from '../../src/adapters/sql/open-store.ts'
import type { Bounds } from '../../src/adapters/tencent/bounds.ts'
import { createTencent } from '../../src/adapters/tencent/create-tencent.ts'
import { replyJson } from '../../src/adapters/terminal/ask.ts'
import { createWebhooks } from '../../src/adapters/webhooks/create-webhooks.ts'
import type { Action } from '../../src/bot/card.ts'
import type { Team } from '../../src/bot/ports/team.ts'
import type { OpenedWorld } from '../../src/bot/ports/world.ts'
import type { Reply } from '../../src/bot/reply.ts'
import type { Actor, Input, Request } from '../../src/bot/request.ts'
import type { App } from '../../src/bot/services.ts'
import type { PushVendors } from '../../src/diagnostics/ports/push-vendors.ts'
import type { ImService } from '../../src/diagnostics/ports/im-service.ts'
import { actor, call, request, testBot, type TestBot, type TestBotOptions, words } from './bot.ts'
import { logToMemory } from './http.ts'
import { fakeVendors } from './push-ports.ts'
import { teamOf } from './team.ts'

/** 2026-11-25T09:00:00Z. */
const START = Date.UTC(2026, 10, 25, 9)

/** One call a second is what Tencent allows of some endpoints, and one question may take several. */
const UNTIL_NEXT_TURN = 5_000

/** The object that scripts get, after its way through JSON. */
export interface JsonReply {
  command: string | null
  status: string
  visibility: string
  result: unknown
  error?: string
  card: { tone: string; title: string; text: string }
}

export interface Answered {
  reply: Reply
  json: JsonReply
}

/** A bot over the world, asked as a surface asks it. */
export interface Speaker extends TestBot {
  /** Words, or any other input. The clock has moved on since the last question, so that no shared rate holds this one up. */
  ask: (input: string | Input, changes?: Partial<Request>) => Promise<Answered>
  call: (command: string, args: Record<string, unknown>, changes?: Partial<Request>) => Promise<Answered>
  /** Keeps a button for the person, as a surface does when it draws the card. */
  button: (reply: Reply, label: string, owner?: Actor | null) => string
  press: (key: string, changes?: Partial<Request>) => Promise<Answered>
}

/** The real client, store and webhook door around a simulated Tencent IM, on one clock. */
export interface PushWorld {
  simulator: Simulator
  store: Store
  /** The base of the webhook door. */
  door: string
  now(): number
  /** Moves the clock, in milliseconds. */
  pass(milliseconds: number): void
  /** Who asks in the tests, unless they say something else. */
  bot: Speaker
  speaker(options?: TestBotOptions): Speaker
  /** Bodies of the calls of an endpoint (as in `timpush/batch`) so far. */
  calls(endpoint: string): unknown[]
  close(): Promise<void>
}

export interface PushWorldOptions {
  apps?: readonly [App, ...App[]]
  bounds?: Partial<Bounds>
  /** Puts users and groups on the stage before their pasts are told. */
  stage?: (simulator: Simulator) => void
  /** False: no webhook tells the pasts, which saves half a second where nobody asks for them. */
  pasts?: boolean
  /** Who answers for the push vendors; by default they take everything. */
  vendors?: PushVendors
  /** Channels, a chart, schedules of the configuration; by default there are none. */
  team?: Partial<Team>
  /** Pauses of the simulator; by default they take no time. */
  pause?: Wait
  /** Told of each wait of a command, before the clock moves. */
  onWait?: (milliseconds: number) => void
}

const atOnce: Wait = async () => {}

/** Pauses between attempts take no time; all other bounds are the real ones. */
const QUICK: Partial<Bounds> = { pauses: [1, 1] }

const LONGEST_CALL = 15_000

/** The same service, with its calls known while they run. */
function tracked(service: ImService, inFlight: InFlight): ImService {
  const methods = Object.entries(service).map(([name, method]) => [
    name,
    (...given: unknown[]) => inFlight.track((method as (...all: unknown[]) => Promise<unknown>)(...given)),
  ])
  return Object.fromEntries(methods) as ImService
}

export async function openPushWorld(options: PushWorldOptions = {}): Promise<PushWorld> {
  const {
    apps = demoApps(),
    bounds = {},
    stage,
    pasts = true,
    vendors = fakeVendors(),
    team = {},
    pause = atOnce,
    onWait = () => {},
  } = options
  let time = START
  const now = () => time
  const pass = (milliseconds: number) => {
    time += milliseconds
  }
  const store = await openStore({ url: ':memory:', now })
  const { log } = logToMemory()
  const { routes } = createWebhooks({
    apps,
    append: (sdkAppId, events, receivedAt) => store.events.append(sdkAppId, events, receivedAt),
    now,
    log,
    observe: { webhook: () => {} },
  })
  const answer = getRequestListener(routes.fetch, { overrideGlobalObjects: false })
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const door = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/im/`
  const simulator = await startSimulator({ apps, now, wait: pause, webhookUrlOf: ({ name }) => door + name })
  stage?.(simulator)
  if (pasts) await simulator.replayHistory()
  let randoms = 0
  const tencent = createTencent({
    slots: store.slots,
    now,
    random: () => ++randoms,
    observe: { called: () => {} },
    baseUrlOf: () => simulator.url,
    bounds: { ...QUICK, ...bounds },
  })
  const { events, devices, testPushes, conversations } = store
  const asking = new InFlight()
  /** Time goes by only when somebody waits for it, and by then all webhooks and answers under way have come in. */
  const wait = async (milliseconds: number): Promise<void> => {
    onWait(milliseconds)
    pass(milliseconds)
    await simulator.idle()
    await asking.idle(LONGEST_CALL)
  }
  const world: OpenedWorld = {
    ok: true,
    world: {
      im: tracked(tencent.service, asking),
      events,
      devices,
      testPushes,
      vendors,
      conversations,
      team: teamOf(store, team),
      wait,
    },
  }

  const speaker = (changes: TestBotOptions = {}): Speaker => {
    const made = testBot({ apps, now, world: async () => world, ...changes })
    async function ask(input: string | Input, details: Partial<Request> = {}): Promise<Answered> {
      pass(UNTIL_NEXT_TURN)
      const asked = request(typeof input === 'string' ? words(input) : input, details)
      // A conversation of its own, where the test does not go on with one.
      const place = details.place ?? { kind: 'channel', id: `C-${asked.id}`, thread: null }
      const reply = await made.bot.answer({ ...asked, place })
      if (reply === null) throw new Error('two requests with the same id')
      if (made.defects.length > 0) throw new Error('a command failed', { cause: made.defects[0] })
      return { reply, json: JSON.parse(JSON.stringify(replyJson(reply, now()))) as JsonReply }
    }
    return {
      ...made,
      ask,
      call: (command, args, details) => ask(call(command, args), details),
      button(reply, label, owner = actor('U1')) {
        const action = reply.card.actions.find((each: Action) => each.label === label)
        if (action === undefined) throw new Error(`no button ${label} on "${reply.card.title}"`)
        return made.bot.keep(action, owner)
      },
      press: (key, details) => ask({ kind: 'press', key }, details),
    }
  }

  return {
    simulator,
    store,
    door,
    now,
    pass,
    bot: speaker(),
    speaker,
    calls: (endpoint) =>
      simulator.requests.filter((each) => each.endpoint === `v4/${endpoint}`).map(({ body }) => body),
    async close() {
      await tencent.close()
      await simulator.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await store.close()
    },
  }
}
