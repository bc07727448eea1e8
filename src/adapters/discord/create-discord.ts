import type { ChannelWriter } from '../../bot/ports/channels.ts'
import type { DiscordSettings } from '../../config/settings.ts'
import type { Surface, SurfaceDeps } from '../surface.ts'
import type { Reach } from './client-options.ts'
import { holdConnection } from './hold-connection.ts'
import { throughProxy } from './proxy.ts'
import type { RunningDiscord } from './running-discord.ts'

/**
 * Discord as a surface, and as a platform whose channels the bot writes to of its own accord; that needs no start. discord.js
 * is loaded when it is needed and not before: it costs a third of a second and 30 MB.
 */
export function createDiscord(settings: DiscordSettings, given: SurfaceDeps): Surface & { channels: ChannelWriter } {
  const deps = { ...given, log: given.log.child({ surface: 'discord' }) }
  // Once, and before discord.js is loaded.
  const reach = once((): Reach => ({ ...settings, agent: throughProxy(settings.apiUrl, process.env) }))
  const connect = async (signal: AbortSignal) => {
    const way = reach()
    const { runDiscord } = await import('./running-discord.ts')
    return runDiscord(way, deps, signal)
  }
  const held = deps.exclusively === null ? holdAlone(connect) : holdConnection(connect, deps.exclusively, deps)
  return { name: 'discord', ...held, channels: lateWriter(reach, deps) }
}

/** The only process there is. */
function holdAlone(connect: (signal: AbortSignal) => Promise<RunningDiscord>): Omit<Surface, 'name'> {
  const never = new AbortController().signal
  let running: RunningDiscord | null = null
  return {
    async start() {
      running = await connect(never)
    },
    ready: () => running?.ready() ?? false,
    async stop(deadline) {
      await running?.stop(deadline)
    },
  }
}

function lateWriter(reach: () => Reach, deps: SurfaceDeps): ChannelWriter {
  const writer = once(async () => {
    const way = reach()
    const { createChannelWriter } = await import('./create-channel-writer.ts')
    return createChannelWriter(way, deps)
  })
  return {
    post: async (...call) => (await writer()).post(...call),
    find: async (...call) => (await writer()).find(...call),
    edit: async (...call) => (await writer()).edit(...call),
    resolve: async (...call) => (await writer()).resolve(...call),
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null
  return () => (made ??= { value: make() }).value
}
