import type { REST as RestClient } from 'discord.js'
import { REST, Routes } from './discord-js.ts'
import { z } from 'zod'
import type { Command } from '../../bot/command.ts'
import type { DiscordSettings } from '../../config/settings.ts'
import { restOptions } from './client-options.ts'
import { startError } from './connect.ts'
import { throughProxy } from './proxy.ts'
import { discordCommands } from './registration.ts'
import { sameCommands } from './same-commands.ts'

/** Where commands are registered, and whether that took a write. */
export interface Registered {
  /** A guild's id, or `global`. */
  scope: string
  outcome: 'unchanged' | 'written'
}

export interface Registration {
  rest: Pick<RestClient, 'get' | 'put'>
  applicationId: string
  /** Empty: globally. */
  guildIds: readonly string[]
  commands: readonly Command[]
}

const CommandList = z.array(z.looseObject({ name: z.string() }))
const Application = z.object({ id: z.string() })

/**
 * Makes Discord's list of our commands what the declarations say, and writes only where it differs: an unchanged command
 * keeps its id, its version, and what servers have allowed or forbidden for it.
 */
export async function registerCommands({
  rest,
  applicationId,
  guildIds,
  commands,
}: Registration): Promise<readonly Registered[]> {
  const wanted = discordCommands(commands)
  const scopes = guildIds.length === 0 ? [null] : guildIds
  const done: Registered[] = []
  for (const guildId of scopes) {
    const route =
      guildId === null
        ? Routes.applicationCommands(applicationId)
        : Routes.applicationGuildCommands(applicationId, guildId)
    // Without the parameter Discord leaves out the translations, and everything would look changed.
    const registered = CommandList.parse(
      await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) }),
    )
    const same = sameCommands(registered, wanted)
    if (!same) await rest.put(route, { body: wanted })
    done.push({ scope: guildId ?? 'global', outcome: same ? 'unchanged' : 'written' })
  }
  return done
}

/** The same without a running bot: `im-doctor discord register`. Rejects with a SurfaceStartError when Discord refuses. */
export async function registerFromSettings(
  settings: DiscordSettings,
  commands: readonly Command[],
): Promise<readonly Registered[]> {
  const agent = throughProxy(settings.apiUrl, process.env)
  const rest = new REST({ version: '10', ...restOptions({ ...settings, agent }) }).setToken(settings.token.reveal())
  try {
    const applicationId = settings.applicationId ?? Application.parse(await rest.get(Routes.currentApplication())).id
    return await registerCommands({ rest, applicationId, guildIds: settings.guildIds, commands })
  } catch (error) {
    throw startError(error, settings)
  }
}
