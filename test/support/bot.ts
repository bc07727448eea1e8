import type { Bot } from '../../src/bot/bot.ts'
import { createBot } from '../../src/bot/create-bot.ts'
import type { Command } from '../../src/bot/command.ts'
import type { Buttons } from '../../src/bot/ports/buttons.ts'
import type { Deliveries } from '../../src/bot/ports/deliveries.ts'
import type { Actor, Input, Request } from '../../src/bot/request.ts'
import type { Audit, AuditLine } from '../../src/bot/ports/audit.ts'
import type { OpenedWorld } from '../../src/bot/ports/world.ts'
import type { Access, App, Members } from '../../src/bot/services.ts'
import type { Locale } from '../../src/bot/texts/locale.ts'
import { Secret } from '../../src/diagnostics/secret.ts'

/** The moment at which the public examples are good. */
export const EXAMPLE_TIME = 1_750_000_100_000

export const EXAMPLE_KEY = 'b33b3ed1cd47f86a4d4f18282db46d95d765699b6917a5f83f828be208d70bbb'
const OTHER_KEY = 'e9a513fb353ea212cbf0f1f9f1fbed96a8adb70a07924ae846edab16d489279c'

export const NOBODY: Members = { everyone: false, users: new Set(), groups: new Set() }
export const EVERYONE: Members = { everyone: true, users: new Set(), groups: new Set() }

export const people = (...users: string[]): Members => ({ everyone: false, users: new Set(users), groups: new Set() })

/** As without an `access` section: everyone may look, nobody may generate. */
export const NO_ACCESS_SECTION: Access = {
  configured: false,
  members: { viewer: EVERYONE, operator: EVERYONE, admin: NOBODY },
}

export function testApp(name: string, changes: Partial<App> = {}): App {
  return {
    name,
    sdkAppId: 1_400_000_010,
    secretKey: new Secret(EXAMPLE_KEY),
    previousSecretKeys: [],
    administrators: ['administrator'],
    region: 'china',
    baseUrl: null,
    push: 'timpush',
    certificates: [],
    webhookToken: null,
    registryToken: null,
    channels: [],
    maxTtlSeconds: 315_360_000,
    allowAdministratorUsersig: false,
    simulated: false,
    ...changes,
  }
}

/** `prod` is the app of the public examples; `staging` has another SDKAppID and key. */
export const TEST_APPS: readonly App[] = [
  testApp('prod'),
  testApp('staging', { sdkAppId: 1_600_000_010, secretKey: new Secret(OTHER_KEY) }),
]

export interface TestBot {
  bot: Bot
  audit: AuditLine[]
  defects: unknown[]
}

export interface TestBotOptions {
  access?: Access
  apps?: readonly App[]
  language?: Locale
  commandsPerMinute?: number
  now?: () => number
  /** Left out: a bot that can reach neither Tencent nor a store. */
  world?: () => Promise<OpenedWorld>
  /** Left out: all there are. */
  commands?: readonly Command[]
  /** Left out: there is no store for them. */
  buttons?: () => Promise<Buttons | null>
  deliveries?: Deliveries
  /** Written to besides the list that is given back. */
  audit?: Audit
  /** Left out: counted from 1. */
  newKey?: () => string
}

const NO_WORLD = async (): Promise<OpenedWorld> => ({ ok: false, problem: 'this test has no outside' })

/** The real bot, over made-up apps, at the time of the public examples. */
export function testBot(options: TestBotOptions = {}): TestBot {
  const { access = NO_ACCESS_SECTION, apps = TEST_APPS, language = 'en', commandsPerMinute = 1000 } = options
  const { now = () => EXAMPLE_TIME, world = NO_WORLD } = options
  const audit: AuditLine[] = []
  const defects: unknown[] = []
  const [first] = apps
  if (first === undefined) throw new Error('a test bot needs an app')
  let keys = 0
  const bot = createBot({
    apps: { all: apps, default: first },
    world,
    access,
    language,
    commandsPerMinute,
    audit: {
      write(line) {
        audit.push(line)
        options.audit?.write(line)
      },
    },
    now,
    onDefect: (error) => defects.push(error),
    newKey: options.newKey ?? (() => `key-${++keys}`),
    buttons: options.buttons ?? (async () => null),
    deliveries: options.deliveries ?? null,
    ...(options.commands === undefined ? {} : { commands: options.commands }),
  })
  return { bot, audit, defects }
}

let requests = 0

export const words = (text: string): Input => ({ kind: 'words', text: new Secret(text) })

export const call = (command: string, args: Record<string, unknown>): Input => ({
  kind: 'call',
  intent: { command, args: new Secret(args) },
})

export const actor = (id: string, changes: Partial<Actor> = {}): Actor => ({
  platform: 'slack',
  id,
  groups: [],
  owner: false,
  ...changes,
})

export function request(input: Input, changes: Partial<Request> = {}): Request {
  return {
    id: `request-${++requests}`,
    actor: actor('U1'),
    place: { kind: 'channel', id: 'C1', thread: null },
    input,
    locale: 'en',
    timeZone: null,
    signal: new AbortController().signal,
    onProgress: null,
    ...changes,
  }
}
