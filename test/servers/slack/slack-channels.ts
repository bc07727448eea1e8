type Args = Readonly<Record<string, unknown>>

export interface Channel {
  id: string
  name: string
  isPrivate?: boolean
  archived?: boolean
}

const PAGE_AT_MOST = 1000

const refused = (error: string): object => ({ ok: false, error })

/** The channels of a workspace, and what `conversations.*` tells of them and of what stands in them. */
export class SlackChannels {
  readonly channels: Channel[] = []
  /** Items on one page, where that is less than what is asked for. */
  pageSize = PAGE_AT_MOST
  /** What was granted of the optional scopes; null: all. */
  scopes: ReadonlySet<string> | null = null
  readonly #messages: ReadonlyMap<string, Args>

  constructor(messages: ReadonlyMap<string, Args>) {
    this.#messages = messages
  }

  lacks(...scopes: readonly string[]): boolean {
    return this.scopes !== null && !scopes.every((scope) => this.scopes?.has(scope))
  }

  info(args: Args): object {
    if (this.lacks('channels:read') && this.lacks('groups:read')) return refused('missing_scope')
    const channel = this.channels.find(({ id }) => id === args['channel'])
    if (channel === undefined) return refused('channel_not_found')
    return { ok: true, channel: shown(channel) }
  }

  list(args: Args): object {
    const types = (typeof args['types'] === 'string' ? args['types'] : 'public_channel').split(',')
    if (types.includes('public_channel') && this.lacks('channels:read')) return refused('missing_scope')
    if (types.includes('private_channel') && this.lacks('groups:read')) return refused('missing_scope')
    const listed = this.channels
      .filter(({ isPrivate }) => types.includes(isPrivate === true ? 'private_channel' : 'public_channel'))
      .filter(({ archived }) => !(args['exclude_archived'] === 'true' && archived === true))
    return this.#page('channels', listed.map(shown), args)
  }

  /** Newest first, or a thread with its first message, oldest first. */
  messages(method: string, args: Args): object {
    if (this.lacks('channels:history')) return refused('missing_scope')
    const channel = String(args['channel'])
    const oldest = Number(args['oldest'] ?? 0)
    const all = [...this.#messages]
      .flatMap(([name, message]) => {
        const [at, ts = ''] = name.split('/')
        return at === channel && Number(ts) >= oldest ? [{ ...message, ts }] : []
      })
      .toSorted((one, other) => Number(one.ts) - Number(other.ts))
      .map((message: Args) => (args['include_all_metadata'] === 'true' ? message : { ...message, metadata: undefined }))
    const thread = args['ts']
    if (method === 'conversations.history')
      return this.#page('messages', all.filter((message) => message['thread_ts'] === undefined).toReversed(), args)
    const said = all.filter((message) => message['ts'] === thread || message['thread_ts'] === thread)
    return said.length === 0 ? refused('thread_not_found') : this.#page('messages', said, args)
  }

  #page(name: string, items: readonly unknown[], args: Args): object {
    const from = Number(args['cursor'] ?? 0)
    const to = from + Math.min(Number(args['limit'] ?? 100), this.pageSize)
    const next = to < items.length ? String(to) : ''
    return { ok: true, [name]: items.slice(from, to), has_more: next !== '', response_metadata: { next_cursor: next } }
  }
}

const shown = ({ id, name, archived = false, isPrivate = false }: Channel): object => ({
  id,
  name,
  is_archived: archived,
  is_private: isPrivate,
})
