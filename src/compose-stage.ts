import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { pino } from 'pino'
import { startSimulator, type Simulator } from './adapters/simulator/start-simulator.ts'
import { createWebhooks } from './adapters/webhooks/create-webhooks.ts'
import type { App } from './bot/services.ts'
import type { EventStore } from './diagnostics/ports/event-store.ts'

export interface Stage {
  simulator: Simulator
  close(): Promise<void>
}

/** The simulated Tencent IM with its cast, and a door of its own for the webhooks of their past and of what they do now. */
export async function openStage(apps: readonly App[], events: EventStore): Promise<Stage> {
  const { routes } = createWebhooks({
    apps,
    append: (sdkAppId, found, receivedAt) => events.append(sdkAppId, found, receivedAt),
    now: Date.now,
    log: pino({ level: 'silent' }),
    observe: { webhook: () => {} },
  })
  const answer = getRequestListener(routes.fetch, { overrideGlobalObjects: false })
  const door = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve, reject) => door.once('error', reject).listen(0, '127.0.0.1', resolve))
  door.unref()
  const { port } = door.address() as AddressInfo
  const simulator = await startSimulator({
    apps,
    now: Date.now,
    webhookUrlOf: ({ name }) => `http://127.0.0.1:${port}/webhooks/im/${name}`,
  })
  await simulator.replayHistory()
  return {
    simulator,
    async close() {
      await simulator.close()
      door.closeAllConnections()
      await new Promise((resolve) => door.close(resolve))
    },
  }
}
