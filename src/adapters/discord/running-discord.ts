import { setMaxListeners } from 'node:events'
import type { Client as DiscordClient } from 'discord.js'
import { Client, Status } from './discord-js.ts'
import type { DiscordSettings } from '../../config/settings.ts'
import { ExpiringMap } from '../expiring-map.ts'
import { InFlight } from '../in-flight.ts'
import type { SurfaceDeps } from '../surface.ts'
import { within } from '../within.ts'
import { clientOptions, type Reach } from './client-options.ts'
import { connect, startError, watchConnection } from './connect.ts'
import { reportFailure, type DiscordContext } from './discord-context.ts'
import { HeldIntents } from './held-intents.ts'
import { WAITS } from './limits.ts'
import { listen, type Listening } from './listen.ts'
import { isTokenRefused } from './platform-failure.ts'
import { MemberRoles } from './member-roles.ts'
import { spareRest } from './spare-calls.ts'
import { registerCommands } from './register.ts'

export interface RunningDiscord {
  ready(): boolean
  stop(deadline: number): Promise<void>
  /** Leaves it to another replica: takes nothing new, not even to say so, and disconnects. Never rejects. */
  leave(): Promise<void>
}

const KNOWN_LANGUAGES = 2000

/** Connects, registers the commands where they differ, and answers from then on. Gives up connecting when the signal ends. */
export async function runDiscord(settings: Reach, deps: SurfaceDeps, signal: AbortSignal): Promise<RunningDiscord> {
  const client = new Client(clientOptions(settings))
  const guildIds = () => (settings.guildIds.length > 0 ? settings.guildIds : [...client.guilds.cache.keys()])
  const givingUp = new AbortController()
  // Everything that is being answered listens to it.
  setMaxListeners(0, givingUp.signal)
  const context: DiscordContext = {
    ...deps,
    locales: new ExpiringMap({ most: KNOWN_LANGUAGES, keptFor: Infinity, now: deps.now }),
    held: new HeldIntents(deps.now),
    acknowledging: new InFlight(),
    roles: new MemberRoles({ rest: client.rest, guildIds, now: deps.now }),
    spare: spareRest(settings),
    givingUp: givingUp.signal,
  }
  const inFlight = new InFlight()
  let state: Listening = 'open'
  let started = false
  watchConnection(
    client,
    deps.log,
    () => state !== 'open',
    (reason) => {
      // While starting, the rejection of the start says it.
      if (started && state === 'open') deps.onFatal(reason)
    },
  )
  listen(client, context, inFlight, () => state)
  await connect(client, settings, signal)
  await register(client, settings, context)
  started = true

  const close = () =>
    within(
      client.destroy().catch(() => undefined),
      WAITS.closing,
      undefined,
    )

  return {
    ready: () =>
      state === 'open' && client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready),
    stop: async (deadline) => {
      state = 'stopping'
      const left = () => deadline - deps.now() - WAITS.closing
      let finished = await inFlight.idle(left() - WAITS.lastWords)
      if (!finished) {
        givingUp.abort()
        finished = await inFlight.idle(left())
      }
      if (!finished) deps.log.warn({ unfinished: inFlight.count }, 'discord stops with work in flight')
      await close()
    },
    leave: async () => {
      state = 'left'
      await inFlight.idle(WAITS.leaving)
      givingUp.abort()
      await close()
    },
  }
}

/** A server that we are not in, or a limit, must not keep the bot from answering everywhere else. */
async function register(client: DiscordClient, settings: DiscordSettings, context: DiscordContext): Promise<void> {
  const applicationId = client.application?.id ?? settings.applicationId
  if (applicationId === null) return
  if (settings.applicationId !== null && settings.applicationId !== applicationId) {
    context.log.warn(
      { configured: settings.applicationId, actual: applicationId },
      'discord.applicationId is of another application',
    )
  }
  try {
    const { guildIds } = settings
    const registered = await registerCommands({
      rest: client.rest,
      applicationId,
      guildIds,
      commands: context.bot.commands,
    })
    context.log.info({ registered }, 'discord commands registered')
  } catch (error) {
    if (isTokenRefused(error)) throw startError(error, settings)
    reportFailure(context, context.log, 'register-commands', error)
  }
}
