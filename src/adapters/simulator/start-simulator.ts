import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { ImApp } from '../../diagnostics/im/im-app.ts'
import { InFlight } from '../in-flight.ts'
import { inBatches } from './callbacks/batches.ts'
import { CallbackSender } from './callbacks/callback-sender.ts'
import { castOf } from './cast/casts.ts'
import { type Fault, Faults } from './faults.ts'
import { type RecordedRequest, RestApi } from './rest/rest-api.ts'
import type { SimulatorOptions, Wait } from './simulator-options.ts'
import { tellStories, type UserStory } from './stories.ts'
import { AppWorld } from './world/app-world.ts'
import type { SimulatedGroup } from './world/simulated-group.ts'
import type { SimulatedUser } from './world/simulated-user.ts'
import { Traffic } from './world/traffic.ts'

export interface Simulator {
  /** Base of the server API on loopback, without a slash at its end. */
  url: string
  /**
   * Sends the past of the cast as webhooks, in the order of time, push callbacks in batches. Resolves when all are
   * acknowledged; rejects when one is not, even after several tries. Sent again when called again.
   */
  replayHistory(): Promise<void>
  /** Makes calls go wrong. @returns takes the fault back */
  fault(fault: Fault): () => void
  /** By default of the first app. A user put on the stage brings a past along, which the next replay tells. */
  users: Stage<SimulatedUser>
  groups: Stage<SimulatedGroup>
  /** The last 1,000 calls, the oldest first. */
  requests: readonly RecordedRequest[]
  /** Who is on the stage, and the keys of the messages that their stories are about. */
  stories(): readonly UserStory[]
  /** Resolves when no webhook and no push is under way, after a minute at the latest. */
  idle(): Promise<void>
  /** Gives up what is under way. Safe to call twice. */
  close(): Promise<void>
}

interface Stage<Actor> {
  put(id: string, actor: Actor, app?: string): void
  get(id: string, app?: string): Actor | undefined
}

const patiently: Wait = (milliseconds, signal) => delay(milliseconds, undefined, { signal, ref: false })
const silent = { warn: () => {} }
const LONGEST_IDLE = 60_000
const LONGEST_CLOSE = 2_000

/**
 * A Tencent IM that lives in this process: it serves the server API over HTTP on loopback and sends webhooks, for the
 * playground and for tests. Apps with the SDKAppID of a demo app come with its cast, others with an
 * empty stage.
 * @throws when there are no apps, or no port can be had
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { apps, now, webhookUrlOf, log = silent, wait = patiently } = options
  const closing = new AbortController()
  const { signal } = closing
  const startedAt = now()
  const worlds = new Map(apps.map((app): [ImApp, AppWorld] => [app, furnish(new AppWorld(app, startedAt))]))
  const sender = new CallbackSender({ webhookUrlOf, now, wait, signal, log })
  const inFlight = new InFlight()
  const traffic = new Traffic({ sender, now, wait, signal, inFlight })
  const faults = new Faults()
  const api = new RestApi({ worlds, traffic, faults, now, wait, signal })

  const server = createServer({ requestTimeout: 10_000 }, (request, response) => {
    api.handle(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo

  function worldOf(name: string | undefined): AppWorld {
    const world = [...worlds.values()].find(({ app }) => name === undefined || app.name === name)
    if (world === undefined) throw new RangeError(`There is no simulated app ${name ?? ''}.`)
    return world
  }

  async function replay(world: AppWorld): Promise<void> {
    for (const delivery of inBatches(world.pastCallbacks())) {
      if (!(await sender.send(world.app, delivery)))
        throw new Error(`The webhook ${delivery.command} was not acknowledged.`)
    }
  }

  return {
    url: `http://127.0.0.1:${port}`,
    async replayHistory() {
      await Promise.all([...worlds.values()].map((world) => inFlight.track(replay(world))))
    },
    fault: (fault) => faults.add(fault),
    users: {
      put: (userId, user, app) => worldOf(app).putUser(userId, user),
      get: (userId, app) => worldOf(app).user(userId),
    },
    groups: {
      put: (groupId, group, app) => worldOf(app).putGroup(groupId, group),
      get: (groupId, app) => worldOf(app).group(groupId),
    },
    requests: api.requests,
    stories: () => [...worlds.values()].flatMap(tellStories),
    async idle() {
      await inFlight.idle(LONGEST_IDLE)
    },
    async close() {
      closing.abort()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
      await inFlight.idle(LONGEST_CLOSE)
    },
  }
}

function furnish(world: AppWorld): AppWorld {
  const { users, groups } = castOf(world.app.sdkAppId)
  for (const [userId, user] of Object.entries(users)) world.putUser(userId, user)
  for (const [groupId, group] of Object.entries(groups)) world.putGroup(groupId, group)
  return world
}
