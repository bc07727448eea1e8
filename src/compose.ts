import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import { createHttpServer, type HttpServer } from './adapters/http/create-http-server.ts'
import { createMetrics, type Metrics } from './adapters/http/metrics.ts'
import { logAudit } from './adapters/logging/log-audit.ts'
import { SurfaceStartError, type Surface, type SurfaceDeps } from './adapters/surface.ts'
import { within } from './adapters/within.ts'
import type { Bot } from './bot/bot.ts'
import { createAuditTrail } from './bot/audit-trail.ts'
import type { Audit } from './bot/ports/audit.ts'
import type { Channels } from './bot/ports/channels.ts'
import { appsOf, composeBot } from './compose-bot.ts'
import { composeTeam, isShared, sharedDeliveries } from './compose-team.ts'
import { composeWorld, type WorldHandle } from './compose-world.ts'
import type { Config } from './config/config.ts'

export interface Program {
  /** Connects everything; rejects with a SurfaceStartError when a platform refuses us. Tells where the playground is. */
  start(): Promise<{ playground: string | null }>
  /** Finishes work in flight within the time given, in milliseconds. */
  stop(within: number): Promise<void>
}

/** The whole program: chat platforms, HTTP, and the playground, as configured. */
export async function compose(
  config: Config,
  log: Logger,
  onFatal: (reason: SurfaceStartError) => void,
): Promise<Program> {
  const metrics = createMetrics()
  let channels: Channels = {}
  const world = composeWorld({
    config,
    observe: metrics,
    onFailure: (message, remedy) => log.error({ remedy }, message),
    channels: () => channels,
  })
  const team = composeTeam(config, world, log)
  const audit = createAuditTrail({
    log: countedAudit(log, metrics),
    trail: async () => (await world.store()).trail,
    now: Date.now,
    onTrouble: (lost) => log.warn({ lost }, 'lines of the audit trail stand in the log alone'),
  })
  const bot = composeBot({
    config,
    audit,
    world: () => world.open(),
    onDefect: defectLog(log, metrics),
    buttons: async () => (await world.store()).buttons,
    deliveries: isShared(config) ? sharedDeliveries(world) : null,
  })
  const { exclusively } = team
  const deps: SurfaceDeps = { bot, log, now: Date.now, observe: metrics, onFatal, exclusively }
  const slack = config.slack === null ? null : await loadSlack(config, deps)
  const discord = config.discord === null ? null : await loadDiscord(config, deps)
  channels = {
    ...(slack === null ? {} : { slack: slack.channels }),
    ...(discord === null ? {} : { discord: discord.channels }),
  }
  const surfaces: readonly Surface[] = [...(slack === null ? [] : [slack]), ...(discord === null ? [] : [discord])]
  const servers = await composeHttp(config, {
    log,
    metrics,
    bot,
    surfaces,
    slack: slack?.requestListener ?? null,
    world,
  })
  const stopping = new AbortController()
  let working: Promise<void> = Promise.resolve()

  return {
    async start() {
      const listen = async () => {
        const urls = await Promise.all(servers.map(async (server) => (await server.listen()).url))
        log.info({ urls }, 'http is listening')
        return urls
      }
      const [urls] = await Promise.all([
        listen(),
        openStore(config, world),
        ...surfaces.map((surface) => surface.start()),
      ])
      void tidyRegularly(config, world, log, stopping.signal)
      working = team.run(bot, stopping.signal)
      return { playground: config.playground ? (urls.at(-1) ?? null) : null }
    },
    async stop(milliseconds) {
      const deadline = Date.now() + milliseconds
      stopping.abort()
      for (const server of servers) server.drain()
      // HTTP last: health checks and Slack's requests are answered while the rest winds down.
      const finished = within(working, deadline - Date.now(), undefined)
      await Promise.all(surfaces.map((surface) => surface.stop(deadline)))
      await Promise.all(servers.map((server) => server.stop(deadline)))
      await finished
      await audit.flush()
      await world.close()
    },
  }
}

async function loadSlack(config: Config, deps: SurfaceDeps) {
  if (config.slack === null) return null
  const { createSlack } = await import('./adapters/slack/create-slack.ts')
  return createSlack(config.slack, deps, { usergroups: config.slackUsergroups })
}

async function loadDiscord(config: Config, deps: SurfaceDeps) {
  if (config.discord === null) return null
  const { createDiscord } = await import('./adapters/discord/create-discord.ts')
  return createDiscord(config.discord, deps)
}

interface HttpParts {
  log: Logger
  metrics: Metrics
  bot: Bot
  surfaces: readonly Surface[]
  slack: Parameters<typeof createHttpServer>[0]['slack']
  world: WorldHandle
}

/** The playground has no login, so nobody but this machine may reach it. */
const LOOPBACK = '127.0.0.1'

/** One server for all; beside chat platforms, which others have to reach, the playground gets one of its own. */
async function composeHttp(config: Config, parts: HttpParts): Promise<readonly HttpServer[]> {
  const { host, port } = config.http
  const playground = config.playground ? await loadPlayground(config, parts) : null
  const doors = await Promise.all([loadWebhooks(config, parts), loadRegistry(config, parts)])
  const store = async (signal: AbortSignal) => (await parts.world.store()).ready(signal)
  const common = { ...parts, doors, store }
  if (parts.surfaces.length === 0)
    return [createHttpServer({ ...common, host: playground === null ? host : LOOPBACK, port, playground })]
  const server = createHttpServer({ ...common, host, port, playground: null })
  if (playground === null) return [server]
  return [
    server,
    createHttpServer({
      ...common,
      host: LOOPBACK,
      port: port === 0 ? 0 : port + 1,
      slack: null,
      doors: [],
      playground,
    }),
  ]
}

async function loadWebhooks(config: Config, { log, metrics, world }: HttpParts) {
  const { createWebhooks } = await import('./adapters/webhooks/create-webhooks.ts')
  return createWebhooks({
    apps: appsOf(config).all,
    append: async (sdkAppId, events, receivedAt) => (await world.store()).events.append(sdkAppId, events, receivedAt),
    now: Date.now,
    log,
    observe: metrics,
  }).routes
}

async function loadRegistry(config: Config, { log, metrics, world }: HttpParts) {
  const { createRegistry } = await import('./adapters/registry/create-registry.ts')
  return createRegistry({
    apps: appsOf(config).all,
    devices: {
      replace: async (...told) => (await world.store()).devices.replace(...told),
      forget: async (...told) => (await world.store()).devices.forget(...told),
    },
    now: Date.now,
    log,
    observe: { registry: (app, outcome) => metrics.deviceRegistry(app, outcome) },
  }).routes
}

/** A store that cannot be opened stops the start: what a webhook brought would be lost. */
async function openStore(config: Config, world: WorldHandle): Promise<void> {
  const { StoreOpenError } = await import('./adapters/sql/open-store.ts')
  try {
    await world.store()
    // The cast of the simulated app has a past to tell, and the first question should not wait for it.
    if (config.apps === null) void world.open()
  } catch (error) {
    throw error instanceof StoreOpenError ? new SurfaceStartError(error.message, error.remedy) : error
  }
}

const DAY = 86_400_000
const TIDY_EVERY = 3_600_000

/** Forgets what is older than the configured time, hour by hour. A store that is away is tidied the next time. */
async function tidyRegularly(config: Config, world: WorldHandle, log: Logger, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const store = await world.store()
      const deleted = await store.prune(Date.now() - config.retentionDays * DAY, signal)
      if (deleted > 0) log.info({ deleted }, 'old events are forgotten')
    } catch (error) {
      log.warn({ err: error }, 'old events could not be forgotten')
    }
    await delay(TIDY_EVERY, undefined, { signal, ref: false }).catch(() => {})
  }
}

async function loadPlayground(config: Config, { bot, log }: HttpParts) {
  const { createPlayground } = await import('./adapters/playground/create-playground.ts')
  return createPlayground({ bot, apps: appsOf(config), log, now: Date.now, newId: randomUUID }).routes
}

function countedAudit(log: Logger, metrics: Metrics): Audit {
  const audit = logAudit(log)
  return {
    write(line) {
      audit.write(line)
      metrics.command(line)
    },
  }
}

const defectLog =
  (log: Logger, metrics: Metrics) =>
  (error: unknown, request: string): void => {
    metrics.defect()
    log.error({ err: error, request }, 'a command failed unexpectedly')
  }
