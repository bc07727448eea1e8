import type { AlertChannel, ChannelRef } from '../ports/channels.ts'
import type { Schedule, Schedules } from '../ports/schedules.ts'
import type { App } from '../services.ts'
import type { Locale } from '../texts/locale.ts'

interface Options {
  /** `channels`: null: wherever reports of the app go. */
  settings: { channels: readonly ChannelRef[] | null; locale: Locale; timeZone: string | null }
  schedules: Schedules
  fixed: readonly Omit<Schedule, 'createdAt'>[]
}

const nameOf = ({ platform, id, thread }: ChannelRef): string => `${platform}:${id}:${thread ?? ''}`

/** Where alerts of an app are told, each place once: as configured, else where its reports go, in the language they have there. */
export function alertChannels({ settings, schedules, fixed }: Options): (app: App) => Promise<readonly AlertChannel[]> {
  const { channels, locale, timeZone } = settings
  return async ({ name }) => {
    const places: readonly AlertChannel[] =
      channels === null
        ? [...fixed, ...(await schedules.list())].filter(({ app }) => app === name)
        : channels.map((to) => ({ to, locale, timeZone }))
    const seen = new Map(places.map(({ to, locale, timeZone }) => [nameOf(to), { to, locale, timeZone }]))
    return [...seen.values()]
  }
}
