import type { DiscordSettings } from '../../config/settings.ts'
import type { Surface, SurfaceDeps } from '../surface.ts'
import { throughProxy } from './proxy.ts'
import type { RunningDiscord } from './running-discord.ts'

/** Discord as a surface. discord.js is loaded at the start and not before: it costs a third of a second and 30 MB. */
export function createDiscord(settings: DiscordSettings, deps: SurfaceDeps): Surface {
  const log = deps.log.child({ surface: 'discord' })
  let running: RunningDiscord | null = null
  return {
    name: 'discord',
    async start() {
      const agent = throughProxy(settings.apiUrl, process.env)
      const { runDiscord } = await import('./running-discord.ts')
      running = await runDiscord({ ...settings, agent }, { ...deps, log })
    },
    ready: () => running?.ready() ?? false,
    async stop(deadline) {
      await running?.stop(deadline)
    },
  }
}
