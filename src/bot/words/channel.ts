import { CHAT_PLATFORMS, type ChannelRef, type ChatPlatform } from '../ports/channels.ts'
import type { Actor, Place } from '../request.ts'

export type ReadChannel =
  /** `text`: an id of the platform, or a name with a `#`. */
  | { kind: 'named'; platform: ChatPlatform; text: string }
  | { kind: 'here'; to: ChannelRef }
  | { kind: 'not-here' }
  /** A name that may be of either. */
  | { kind: 'which-platform'; text: string }
  | { kind: 'unreadable' }

interface Asked {
  place: Place
  actor: Actor
  /** Those that are configured. */
  platforms: readonly ChatPlatform[]
}

const HERE = /^(?:here|this channel|this|本频道|此频道|当前频道|这个频道|这里|本群|此处)$/i
const PREFIX = /^(slack|discord):\s*(.+)$/is
/** `<#C012AB3CD|push-ops>`, `<#123456789012345678>`. */
const MENTION = /^<#([A-Z0-9]{8,20})(?:\|[^>]*)?>$/i
const SLACK_ID = /^[CGD][A-Z0-9]{7,20}$/
const DISCORD_ID = /^\d{17,20}$/
const NAME = /^#?([\p{L}\p{M}\p{N}\p{Extended_Pictographic}][\p{L}\p{M}\p{N}\p{Extended_Pictographic}_・・-]{0,99})$/u

/** `here`, `#push-ops`, a channel as platforms mention it, an id, each also behind `slack:` or `discord:`. */
export function readChannel(text: string, { place, actor, platforms }: Asked): ReadChannel {
  const given = text.normalize('NFKC').trim()
  if (HERE.test(given)) {
    const here = chatPlatform(actor.platform)
    return here === null || place.kind === 'terminal'
      ? { kind: 'not-here' }
      : { kind: 'here', to: { platform: here, id: place.id, thread: null } }
  }
  const [only = 'slack'] = platforms
  return readNamed(given, chatPlatform(actor.platform) ?? (platforms.length > 1 ? null : only))
}

/** A channel in the configuration, where nobody asks. Null: it cannot be read. @param platforms those configured */
export function parseChannelSetting(text: string, platforms: readonly ChatPlatform[]): ChannelRef | null {
  if (HERE.test(text.trim())) return null
  const [only] = platforms
  const read = readNamed(text.normalize('NFKC').trim(), platforms.length === 1 ? (only ?? null) : null)
  return read.kind === 'named' ? { platform: read.platform, id: read.text, thread: null } : null
}

/** @param own the platform of a name that does not say; null: it must say, or show it by its form */
function readNamed(text: string, own: ChatPlatform | null): Exclude<ReadChannel, { kind: 'here' | 'not-here' }> {
  const [, prefix, rest] = PREFIX.exec(text) ?? []
  const said = chatPlatform(prefix?.toLowerCase())
  const bare = rest?.trim() ?? text
  const id = MENTION.exec(bare)?.[1] ?? bare
  if (DISCORD_ID.test(id)) return of('discord', said, id)
  if (SLACK_ID.test(id)) return of('slack', said, id)
  const name = NAME.exec(bare)?.[1]
  const platform = said ?? own
  if (name === undefined) return { kind: 'unreadable' }
  return platform === null
    ? { kind: 'which-platform', text: `#${name}` }
    : { kind: 'named', platform, text: `#${name}` }
}

/** An id shows its platform; one that is said to be of the other is none. */
const of = (platform: ChatPlatform, said: ChatPlatform | null, text: string) =>
  said === null || said === platform ? ({ kind: 'named', platform, text } as const) : ({ kind: 'unreadable' } as const)

const chatPlatform = (name: string | undefined): ChatPlatform | null =>
  CHAT_PLATFORMS.find((platform) => platform === name) ?? null
