import { randomInt } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Store } from './adapters/sql/open-store.ts'
import { CHAT_PLATFORMS, type Channels } from './bot/ports/channels.ts'
import type { OpenedWorld, World } from './bot/ports/world.ts'
import type { Config } from './config/config.ts'
import { formatDuration } from './bot/texts/duration.ts'
import { alertChannels } from './bot/alerts/alert-channels.ts'
import { appsOf } from './compose-bot.ts'

const UINT32 = 0x1_0000_0000

export interface WorldParts {
  config: Config
  observe: { called(endpoint: string, outcome: string, milliseconds: number): void }
  /** One question is asked, and then the process ends. */
  single?: boolean
  /** Told when the world could not be opened, with what to do. */
  onFailure: (message: string, remedy: string) => void
  /** Asked each time: chat platforms are made after the world. Left out: there are none. */
  channels?: () => Channels
}

/** The outside, opened at the first question that needs it. */
export interface WorldHandle {
  /** Tried anew at the next question where it failed. */
  open(): Promise<OpenedWorld>
  /** @throws StoreOpenError */
  store(): Promise<Store>
  /** The store if something has needed it; null: nothing did, or it could not be opened. */
  opened(): Promise<Store | null>
  close(): Promise<void>
}

/** One resource that is made when first asked for, and again where that failed. */
function once<Value>(make: () => Promise<Value>): { get(): Promise<Value>; made(): Promise<Value | null> } {
  let making: Promise<Value> | null = null
  return {
    get() {
      making ??= make().catch((error: unknown) => {
        making = null
        throw error
      })
      return making
    },
    made: () => making?.catch(() => null) ?? Promise.resolve(null),
  }
}

/** Store and Tencent client as configured; with no app configured, the simulated Tencent IM over a store in memory. */
export function composeWorld({ config, observe, onFailure, channels = () => ({}), ...more }: WorldParts): WorldHandle {
  const simulated = config.apps === null
  const platforms = CHAT_PLATFORMS.filter((platform) => config[platform] !== null)
  const store = once(async () => {
    const { openStore } = await import('./adapters/sql/open-store.ts')
    return openStore({ url: simulated ? ':memory:' : config.store.reveal(), now: Date.now })
  })
  const stage = once(async () => {
    const { openStage } = await import('./compose-stage.ts')
    return openStage(appsOf(config).all, (await store.get()).events)
  })
  const vendors = once(async () => {
    const { createVendors } = await import('./adapters/vendors/create-vendors.ts')
    return createVendors({ now: Date.now })
  })
  const chart = once(async () => {
    const { createDrawChart } = await import('./adapters/chart/create-draw-chart.ts')
    return createDrawChart()
  })
  const tencent = once(async () => {
    const { createTencent } = await import('./adapters/tencent/create-tencent.ts')
    const baseUrl = simulated ? (await stage.get()).simulator.url : null
    const { slots } = await store.get()
    return createTencent({
      slots,
      now: Date.now,
      random: () => randomInt(UINT32),
      observe,
      baseUrlOf: () => baseUrl,
      onSkew: (skewMs) => {
        if (skewMs !== null) onFailure(`The clock of this machine is ${skewWords(skewMs)}.`, SKEW_REMEDY)
      },
    })
  })

  return {
    store: () => store.get(),
    opened: () => store.made(),
    async open() {
      try {
        const [opened, { service: im }, asking] = await Promise.all([store.get(), tencent.get(), vendors.get()])
        const { events, devices, testPushes, conversations } = opened
        const { figures, schedules, posts, leases, watches, incidents, cases, trail } = opened
        const world: World = {
          im,
          events,
          devices,
          testPushes,
          vendors: asking.vendors,
          conversations,
          team: {
            figures,
            schedules,
            posts,
            leases,
            watches,
            incidents,
            cases,
            trail,
            channels: channels(),
            platforms,
            forgets: simulated && more.single === true,
            fixedSchedules: config.reports,
            alertChannels: alertChannels({ settings: config.alerts, schedules, fixed: config.reports }),
            alertRules: config.alerts.rules,
            drawChart: async (drawn, signal) => (await chart.get()).draw(drawn, signal),
          },
          wait,
        }
        return { ok: true, world }
      } catch (error) {
        const { StoreOpenError } = await import('./adapters/sql/open-store.ts')
        if (!(error instanceof StoreOpenError)) throw error
        onFailure(error.message, error.remedy)
        return { ok: false, problem: error.remedy }
      }
    },
    async close() {
      const [client, asking, scene, drawing] = await Promise.all([
        tencent.made(),
        vendors.made(),
        stage.made(),
        chart.made(),
      ])
      await Promise.all([client?.close(), asking?.close(), scene?.close(), drawing?.close()])
      await (await store.made())?.close()
    },
  }
}

const SKEW_REMEDY =
  'Synchronise it (NTP, chrony): UserSigs made here may be refused as expired or not yet valid, and webhooks as too old.'

const skewWords = (skewMs: number): string =>
  `${formatDuration(Math.round(Math.abs(skewMs) / 1_000), 'en')} ${skewMs > 0 ? 'ahead of' : 'behind'} Tencent's`

/** Ends early, and without an error, when nobody waits any more. */
export const wait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  delay(milliseconds, undefined, { signal }).catch(() => {})
