import { z } from 'zod'
import type { Resolved } from '../../bot/ports/channels.ts'
import { ChannelType, Routes } from './discord-js.ts'
import { cutPlain } from './escape-text.ts'
import type { CallDiscord } from './writer-rest.ts'

const Channel = z.object({ id: z.string(), type: z.int(), name: z.string().nullish() })
const Channels = z.array(Channel)
const Servers = z.array(z.object({ id: z.string() }))

type Known = z.infer<typeof Channel>

const KEPT_FOR = 10 * 60_000
/** A name that is not known may be new; so often the servers are asked again. */
const ASK_AGAIN = 10_000
const MOST_SERVERS = 20
const LONGEST_NAME = 100

/** Where a message can be posted. A forum holds threads only, and a category nothing. */
const POSTABLE = new Set<number>([
  ChannelType.GuildText,
  ChannelType.DM,
  ChannelType.GuildVoice,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.GuildStageVoice,
])

/** Finds the channel that is meant: `<#123>`, `123`, or the `#name` of one in a server that the bot is in. */
export class ChannelDirectory {
  readonly #call: CallDiscord
  readonly #now: () => number
  #known: { channels: readonly Known[]; at: number } | null = null

  constructor(call: CallDiscord, now: () => number) {
    this.#call = call
    this.#now = now
  }

  async resolve(text: string, signal: AbortSignal): Promise<Resolved> {
    const id = /^\s*(?:<#)?(\d{15,20})>?\s*$/.exec(text)?.[1]
    return id === undefined ? this.#byName(text, signal) : this.#byId(id, signal)
  }

  async #byId(id: string, signal: AbortSignal): Promise<Resolved> {
    const called = await this.#call({ method: 'get', route: Routes.channel(id) }, signal)
    if (called.kind === 'refused') return { kind: 'unknown', code: called.code }
    const channel = called.kind === 'done' ? Channel.safeParse(called.body).data : undefined
    return channel === undefined ? { kind: 'unchecked' } : resolved(channel)
  }

  async #byName(text: string, signal: AbortSignal): Promise<Resolved> {
    const name = cutPlain(text.trim().replace(/^#/, '').toLowerCase(), LONGEST_NAME)
    if (name === '') return { kind: 'unknown', code: 'no-name' }
    const named = (channels: readonly Known[]) => channels.filter((channel) => channel.name?.toLowerCase() === name)
    const age = this.#known === null ? Infinity : this.#now() - this.#known.at
    let found = age < KEPT_FOR ? named(this.#known?.channels ?? []) : []
    if (found.length === 0 && age >= ASK_AGAIN) {
      const channels = await this.#all(signal)
      if (channels === null) return { kind: 'unchecked' }
      this.#known = { channels, at: this.#now() }
      found = named(channels)
    }
    const [first, ...others] = found
    if (first === undefined) return { kind: 'unknown', code: 'no-such-channel' }
    return others.length === 0 ? resolved(first) : { kind: 'unknown', code: 'ambiguous' }
  }

  /** The channels of all servers; null when they could not be read, now. */
  async #all(signal: AbortSignal): Promise<readonly Known[] | null> {
    const called = await this.#call({ method: 'get', route: Routes.userGuilds() }, signal)
    const servers = called.kind === 'done' ? Servers.safeParse(called.body).data : undefined
    if (servers === undefined) return null
    const each = await Promise.all(
      servers
        .slice(0, MOST_SERVERS)
        .map(({ id }) => this.#call({ method: 'get', route: Routes.guildChannels(id) }, signal)),
    )
    if (each.some(({ kind }) => kind === 'later' || kind === 'unclear')) return null
    return each.flatMap((called) => (called.kind === 'done' ? (Channels.safeParse(called.body).data ?? []) : []))
  }
}

const resolved = ({ id, type, name = null }: Known): Resolved =>
  POSTABLE.has(type) ? { kind: 'channel', id, name } : { kind: 'unknown', code: 'not-for-messages' }
