import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import { createHttpServer, type HttpServer } from './adapters/http/create-http-server.ts'
import { createMetrics, type Metrics } from './adapters/http/metrics.ts'
import { logAudit } from './adapters/logging/log-audit.ts'
import type { Surface, SurfaceDeps, SurfaceStartError } from './adapters/surface.ts'
import type { Bot } from './bot/bot.ts'
import type { Audit } from './bot/ports/audit.ts'
import { appsOf, composeBot } from './compose-bot.ts'
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
  const bot = composeBot({ config, audit: countedAudit(log, metrics), onDefect: defectLog(log, metrics) })
  const deps: SurfaceDeps = { bot, log, now: Date.now, observe: metrics, onFatal }
  const slack = config.slack === null ? null : await loadSlack(config, deps)
  const discord = config.discord === null ? null : await loadDiscord(config, deps)
  const surfaces: readonly Surface[] = [...(slack === null ? [] : [slack]), ...(discord === null ? [] : [discord])]
  const servers = await composeHttp(config, { log, metrics, bot, surfaces, slack: slack?.requestListener ?? null })

  return {
    async start() {
      const urls = await Promise.all(servers.map(async (server) => (await server.listen()).url))
      log.info({ urls }, 'http is listening')
      await Promise.all(surfaces.map((surface) => surface.start()))
      return { playground: config.playground ? (urls.at(-1) ?? null) : null }
    },
    async stop(within) {
      const deadline = Date.now() + within
      for (const server of servers) server.drain()
      // HTTP last: health checks and Slack's requests are answered while the rest winds down.
      await Promise.all(surfaces.map((surface) => surface.stop(deadline)))
      await Promise.all(servers.map((server) => server.stop(deadline)))
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
}

/** The playground has no login, so nobody but this machine may reach it. */
const LOOPBACK = '127.0.0.1'

/** One server for all; beside chat platforms, which others have to reach, the playground gets one of its own. */
async function composeHttp(config: Config, parts: HttpParts): Promise<readonly HttpServer[]> {
  const { host, port } = config.http
  const playground = config.playground ? await loadPlayground(config, parts) : null
  if (parts.surfaces.length === 0)
    return [createHttpServer({ ...parts, host: playground === null ? host : LOOPBACK, port, playground })]
  const server = createHttpServer({ ...parts, host, port, playground: null })
  if (playground === null) return [server]
  return [
    server,
    createHttpServer({ ...parts, host: LOOPBACK, port: port === 0 ? 0 : port + 1, slack: null, playground }),
  ]
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
