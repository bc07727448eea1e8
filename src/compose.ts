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
  /** Connects everything; rejects with a SurfaceStartError when a platform refuses us. */
  start(): Promise<{ url: string }>
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
  const http = await composeHttp(config, { log, metrics, bot, surfaces, slack: slack?.requestListener ?? null })

  return {
    async start() {
      const { url } = await http.listen()
      await Promise.all(surfaces.map((surface) => surface.start()))
      return { url }
    },
    async stop(within) {
      const deadline = Date.now() + within
      // HTTP last: health checks and Slack's requests are answered while the rest winds down.
      await Promise.all(surfaces.map((surface) => surface.stop(deadline)))
      await http.stop(deadline)
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

/** Loopback unless somebody outside has to reach us: the playground has no login. */
const LOOPBACK = '127.0.0.1'

async function composeHttp(config: Config, { log, metrics, bot, surfaces, slack }: HttpParts): Promise<HttpServer> {
  const chat = surfaces.length > 0
  const playground = config.playground
    ? (await import('./adapters/playground/create-playground.ts')).createPlayground({
        bot,
        apps: appsOf(config),
        log,
        now: Date.now,
        newId: randomUUID,
      }).routes
    : null
  return createHttpServer({
    host: chat ? config.http.host : LOOPBACK,
    port: config.http.port,
    log,
    metrics,
    surfaces,
    slack,
    playground,
  })
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
