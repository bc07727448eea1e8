import { pino } from 'pino'
import { createDiscord } from '../../../src/adapters/discord/create-discord.ts'
import type { Surface, SurfaceStartError } from '../../../src/adapters/surface.ts'
import type { Bot } from '../../../src/bot/bot.ts'
import type { Exclusively } from '../../../src/bot/duties/duty.ts'
import type { ChannelWriter } from '../../../src/bot/ports/channels.ts'
import { Secret } from '../../../src/diagnostics/secret.ts'
import { Act } from './act.ts'
import type { SentMessage } from './check-message.ts'
import { DiscordServer } from './discord-server.ts'
import type { GatewayOptions } from './gateway.ts'
import type { InteractionRecord } from './interaction.ts'

export interface RigOptions extends Partial<GatewayOptions> {
  bot: Bot
  /** As configured; by default the one the server takes. */
  botToken?: string
  guildIds?: readonly string[]
  applicationId?: string
  exclusively?: Exclusively
}

/** The real adapter with the real discord.js, connected to a Discord of our own. */
export class Rig {
  readonly server: DiscordServer
  readonly act: Act
  readonly logs: string[] = []
  readonly fatal: SurfaceStartError[] = []
  readonly acknowledged: number[] = []
  readonly failures: string[] = []
  readonly surface: Surface & { channels: ChannelWriter }

  private constructor(server: DiscordServer, { bot, botToken, guildIds = [], applicationId, exclusively }: RigOptions) {
    this.server = server
    this.act = new Act(server)
    const settings = {
      token: new Secret(botToken ?? server.token),
      applicationId: applicationId ?? null,
      guildIds,
      apiUrl: server.apiUrl,
    }
    this.surface = createDiscord(settings, {
      bot,
      log: pino({ level: 'trace' }, { write: (line: string) => void this.logs.push(line) }),
      // Looked up each time: a test may have put its own clock there.
      now: () => Date.now(),
      observe: {
        acknowledged: (_, milliseconds) => void this.acknowledged.push(milliseconds),
        platformError: (_, call, code) => void this.failures.push(`${call} ${code}`),
      },
      onFatal: (reason) => void this.fatal.push(reason),
      exclusively: exclusively ?? null,
    })
  }

  static async open(options: RigOptions): Promise<Rig> {
    return new Rig(await new DiscordServer(options).start(), options)
  }

  /** Another process of the same bot, on the same Discord. */
  static beside({ server }: Rig, options: RigOptions): Rig {
    return new Rig(server, options)
  }

  static async started(options: RigOptions): Promise<Rig> {
    const rig = await Rig.open(options)
    await rig.surface.start()
    return rig
  }

  /** Throws when the server saw what it does not expect, or when a secret is in the log or where others can read it. */
  assertClean(...secrets: readonly string[]): void {
    const [unexpected] = this.server.unexpected
    if (unexpected !== undefined) throw new Error(`unexpected request: ${unexpected}`)
    const log = this.logs.join('\n')
    const tokens = [this.server.token, ...[...this.server.interactions.values()].map(({ token }) => token)]
    if ([...tokens, ...secrets].some((secret) => log.includes(secret))) throw new Error('a secret is in the log')
    if (secrets.some((secret) => this.server.publicText.includes(secret)))
      throw new Error('a secret was shown in public')
  }

  async close(): Promise<void> {
    await this.surface.stop(Date.now() + 5000)
    await this.server.stop()
  }
}

/** Waits for a condition, and says what it waited for when it does not come. */
export async function until(what: string, condition: () => boolean, milliseconds = 8000): Promise<void> {
  const end = performance.now() + milliseconds
  while (!condition()) {
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** The interaction's end: an answer, a form or a list of choices. */
export async function settled(record: InteractionRecord): Promise<InteractionRecord> {
  await until('an answer', () => record.settled)
  return record
}

/** What a person reads in a message. */
export const readableMessage = ({ content, embeds = [] }: SentMessage): string =>
  [content, ...embeds.flatMap((embed) => [embed.author?.name, embed.title, embed.description, embed.footer?.text])]
    .filter((part) => part)
    .join('\n')

export const readable = ({ shown }: InteractionRecord): string =>
  shown.map(({ message }) => readableMessage(message)).join('\n')

export const buttonsOf = ({ shown }: InteractionRecord): readonly { label: string; custom_id: string }[] =>
  shown.flatMap(({ message: { components = [] } }) => components.flatMap((row) => row.components))

export function buttonOf(record: InteractionRecord, label: string): string {
  const found = buttonsOf(record).find((button) => button.label === label)
  if (found === undefined) throw new Error(`no button ${label}`)
  return found.custom_id
}
