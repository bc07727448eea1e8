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
import { listen } from './listen.ts'
import { isTokenRefused } from './platform-failure.ts'
import { MemberRoles } from './member-roles.ts'
import { spareRest } from './spare-calls.ts'
import { registerCommands } from './register.ts'

export interface RunningDiscord {
  ready(): boolean
  stop(deadline: number): Promise<void>
}

const KNOWN_LANGUAGES = 2000

/** Connects, registers the commands where they differ, and answers from then on. */
export async function runDiscord(settings: Reach, deps: SurfaceDeps): Promise<RunningDiscord> {
  const client = new Client(clientOptions(settings))
  const guildIds = () => (settings.guildIds.length > 0 ? settings.guildIds : [...client.guilds.cache.keys()])
  const givingUp = new AbortController()
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
  let stopping = false
  let started = false
  watchConnection(
    client,
    deps.log,
    () => stopping,
    (reason) => {
      // While starting, the rejection of the start says it.
      if (started && !stopping) deps.onFatal(reason)
    },
  )
  listen(client, context, inFlight, () => stopping)
  await connect(client, settings)
  await register(client, settings, context)
  started = true

  return {
    ready: () => !stopping && client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready),
    stop: async (deadline) => {
      stopping = true
      const left = () => deadline - deps.now() - WAITS.closing
      let finished = await inFlight.idle(left() - WAITS.lastWords)
      if (!finished) {
        givingUp.abort()
        finished = await inFlight.idle(left())
      }
      if (!finished) deps.log.warn({ unfinished: inFlight.count }, 'discord stops with work in flight')
      const closed = client.destroy().catch(() => undefined)
      await within(closed, WAITS.closing, undefined)
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
