import type { Card } from '../card.ts'
import type { Locale } from '../texts/locale.ts'

export const CHAT_PLATFORMS = ['slack', 'discord'] as const

export type ChatPlatform = (typeof CHAT_PLATFORMS)[number]

export const PLATFORM_NAMES: Readonly<Record<ChatPlatform, string>> = { slack: 'Slack', discord: 'Discord' }

/** A channel of a chat platform, or a thread in it. */
export interface ChannelRef {
  platform: ChatPlatform
  /** The platform's id; or, where nobody could look it up yet, its name with a `#`. */
  id: string
  /** The thread, by the platform's own name for it; null: the channel itself. */
  thread: string | null
}

/** A channel that is told of alerts, and in which language. */
export interface AlertChannel {
  to: ChannelRef
  locale: Locale
  /** IANA name; null: UTC. */
  timeZone: string | null
}

/** A message that the bot posts of its own accord. */
export interface ChannelPost {
  /** Names this post, so that it can be found where it is not known whether it was stored; at most 100 ASCII characters. */
  key: string
  card: Card
  locale: Locale
  /** IANA name of the channel's zone; null: UTC. */
  timeZone: string | null
}

export type Posted =
  /** `message`: what `edit` takes. `picture`: whether the card's picture is shown; `none`: it has none. */
  | { kind: 'posted'; message: string; picture: 'shown' | 'failed' | 'none' }
  /** It does not stand there, and will not by trying again: no such channel, not a member. */
  | { kind: 'refused'; code: string }
  /** It does not stand there, and may later: a rate limit, no connection. `afterMs`: when to try, null: as one likes. */
  | { kind: 'later'; code: string; afterMs: number | null }
  /** It may stand there. */
  | { kind: 'unclear'; code: string }

export type Found =
  | { kind: 'found'; message: string }
  | { kind: 'absent' }
  /** It could not be looked up; `allowed` is false where the platform does not let us, now and later. */
  | { kind: 'unknown'; code: string; allowed: boolean }

export type Edited = { kind: 'edited' } | { kind: 'gone' } | { kind: 'failed'; code: string }

export type Resolved =
  | { kind: 'channel'; id: string; name: string | null }
  | { kind: 'unknown'; code: string }
  /** Whether it exists can be told only when something is posted. */
  | { kind: 'unchecked' }

/** One chat platform, as reports, alerts and watches use it. Every call is bounded in time and answers with a value. */
export interface ChannelWriter {
  /** One attempt that is safe to call again only when it is known that the first left nothing. */
  post(to: ChannelRef, post: ChannelPost, signal: AbortSignal): Promise<Posted>
  /** Looks for the post among the channel's newest messages. @param since UNIX milliseconds, before the first attempt */
  find(to: ChannelRef, key: string, since: number, signal: AbortSignal): Promise<Found>
  edit(to: ChannelRef, message: string, post: ChannelPost, signal: AbortSignal): Promise<Edited>
  /** `C012AB3CD`, `#push-ops`, `<#C012AB3CD|push-ops>`: the channel that is meant. */
  resolve(text: string, signal: AbortSignal): Promise<Resolved>
}

/** The platforms of this process, by name; one that is not configured has none. */
export type Channels = Readonly<Partial<Record<ChatPlatform, ChannelWriter>>>
