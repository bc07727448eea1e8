/** The people and places of the tests' Discord. Ids have 19 digits, as discord.js's route parser wants. */
export const IDS = {
  application: '1100000000000000001',
  guild: '1200000000000000001',
  channel: '1250000000000000001',
  thread: '1250000000000000002',
  /** Where the bot may not send. */
  locked: '1250000000000000003',
  /** Where it may send, but no embeds. */
  plain: '1250000000000000004',
  /** Where it may send, but no files. */
  wordsOnly: '1250000000000000005',
  /** Where it may send, but see nothing of what was sent. */
  unread: '1250000000000000006',
  category: '1250000000000000007',
  /** Two of one name. */
  twins: ['1250000000000000008', '1250000000000000009'],
  botRole: '1260000000000000001',
  adminRole: '1260000000000000002',
} as const

let last = (BigInt(Date.now()) - 1_420_070_400_000n) << 22n

/** A new id, made now: its age is read from it. */
export function snowflake(): string {
  const now = (BigInt(Date.now()) - 1_420_070_400_000n) << 22n
  last = now > last ? now : last + 1n
  return String(last)
}

export interface Person {
  id: string
  name: string
  locale: string
  roles: readonly string[]
  directMessages: 'open' | 'closed'
  bot: boolean
}

let people = 0n

export const person = (name: string, more: Partial<Person> = {}): Person => ({
  id: String(1_300_000_000_000_000_001n + people++),
  name,
  locale: 'en-US',
  roles: [],
  directMessages: 'open',
  bot: false,
  ...more,
})

export const userOf = ({ id, name, bot }: Person) => ({
  id,
  username: name,
  global_name: name,
  discriminator: '0',
  avatar: null,
  bot,
})

export const botUser = {
  id: IDS.application,
  username: 'im-doctor',
  global_name: null,
  discriminator: '0',
  avatar: null,
  bot: true,
}

const SEND = (1n << 10n) | (1n << 11n) | (1n << 38n)
const EMBED = 1n << 14n
const FILES = 1n << 15n
const permissions = String(SEND | EMBED | FILES | (1n << 16n))

export const memberOf = (who: Person) => ({
  user: userOf(who),
  roles: who.roles,
  nick: null,
  avatar: null,
  joined_at: '2026-01-01T00:00:00.000Z',
  deaf: false,
  mute: false,
  flags: 0,
  permissions,
})

const role = (id: string, name: string, more: object = {}) => ({
  id,
  name,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  position: 0,
  permissions,
  managed: false,
  mentionable: false,
  flags: 0,
  ...more,
})

const textChannel = (id: string, name: string, deny = 0n) => ({
  id,
  type: 0,
  guild_id: IDS.guild,
  name,
  position: 0,
  parent_id: null,
  nsfw: false,
  permission_overwrites: deny === 0n ? [] : [{ id: IDS.application, type: 1, allow: '0', deny: String(deny) }],
})

export const CHANNELS = [
  textChannel(IDS.channel, 'general'),
  textChannel(IDS.locked, 'locked', SEND),
  textChannel(IDS.plain, 'plain', EMBED),
  textChannel(IDS.wordsOnly, 'words-only', FILES),
  textChannel(IDS.unread, 'unread'),
  { ...textChannel(IDS.category, 'Team'), type: 4 },
  ...IDS.twins.map((id) => textChannel(id, 'twins')),
]

/** GUILD_CREATE of the one server there is. */
export const guild = (preferredLocale: string) => ({
  id: IDS.guild,
  name: 'Ops',
  icon: null,
  owner_id: '1300000000000000000',
  features: [],
  preferred_locale: preferredLocale,
  roles: [
    role(IDS.guild, '@everyone'),
    role(IDS.botRole, 'im-doctor', { managed: true, tags: { bot_id: IDS.application } }),
    role(IDS.adminRole, 'sre'),
  ],
  emojis: [],
  stickers: [],
  members: [
    { user: botUser, roles: [IDS.botRole], joined_at: '2026-01-01T00:00:00.000Z', deaf: false, mute: false, flags: 0 },
  ],
  member_count: 2,
  large: false,
  unavailable: false,
  channels: CHANNELS,
  threads: [
    {
      id: IDS.thread,
      type: 11,
      guild_id: IDS.guild,
      parent_id: IDS.channel,
      name: 'incident',
      owner_id: IDS.application,
      message_count: 1,
      member_count: 1,
      thread_metadata: {
        archived: false,
        locked: false,
        auto_archive_duration: 1440,
        archive_timestamp: '2026-01-01T00:00:00.000Z',
      },
    },
  ],
  presences: [],
  voice_states: [],
  stage_instances: [],
  guild_scheduled_events: [],
})

export const applicationOf = () => ({ id: IDS.application, flags: 0 })
