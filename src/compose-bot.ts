import { randomUUID } from 'node:crypto'
import { demoApps } from './adapters/simulator/demo-apps.ts'
import type { Bot } from './bot/bot.ts'
import { createBot } from './bot/create-bot.ts'
import type { Audit } from './bot/ports/audit.ts'
import type { Buttons } from './bot/ports/buttons.ts'
import type { Deliveries } from './bot/ports/deliveries.ts'
import type { OpenedWorld } from './bot/ports/world.ts'
import type { Apps } from './bot/services.ts'
import type { Config } from './config/config.ts'

/** The configured apps, or the simulated ones where there are none. */
export function appsOf(config: Config): Apps {
  if (config.apps !== null) return config.apps
  const all = demoApps()
  return { all, default: all[0] }
}

export interface BotParts {
  config: Config
  audit: Audit
  world: () => Promise<OpenedWorld>
  onDefect: (error: unknown, request: string) => void
  /** Left out: buttons end with the process. */
  buttons?: () => Promise<Buttons | null>
  /** Left out: no other process is sent the same requests. */
  deliveries?: Deliveries | null
}

/** The bot alone, as the terminal needs it. */
export function composeBot({ config, audit, world, onDefect, ...shared }: BotParts): Bot {
  return createBot({
    apps: appsOf(config),
    world,
    access: config.access,
    language: config.language,
    commandsPerMinute: config.commandsPerMinute,
    audit,
    now: Date.now,
    onDefect,
    newKey: randomUUID,
    buttons: shared.buttons ?? (async () => null),
    deliveries: shared.deliveries ?? null,
  })
}
