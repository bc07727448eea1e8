import type { Resolved } from '../../../bot/ports/channels.ts'
import type { ChannelApi, ChannelTypes } from '../channel-api.ts'
import type { Called } from '../retry.ts'
import { failure } from '../slack-failure.ts'
import { within } from '../../within.ts'
import { TIMES } from '../limits.ts'
import { isForbidden } from './post-outcome.ts'

export interface ChannelNames {
  resolve(text: string, signal: AbortSignal): Promise<Resolved>
  /** The id of a channel as it was written down; a failure where its name cannot be looked up. */
  idOf(written: string, signal: AbortSignal): Promise<Called<string>>
}

const MOST_PAGES = 20
const TEN_MINUTES = 600_000
/** A name that is not in the list may be that of a new channel; the list is not asked for at every such name. */
const MINUTE = 60_000

/** `<#C012AB3CD|push-ops>` as Slack writes it, `C012AB3CD`, or a name with or without its sign. */
const WRITTEN = /^(?:<#(?<linked>[A-Z0-9]+)(?:\|(?<label>[^<>]*))?>|(?<bare>[CDG][A-Z0-9]+)|#?(?<name>[^\s#<>]+))$/

const LATE: Called<never> = { ok: false, failure: failure('timeout', true) }

interface Known {
  at: number
  ids: ReadonlyMap<string, string>
}

/** Names of channels and their ids. Slack finds no channel by its name, so all are listed, and kept for ten minutes. */
export function createChannelNames(api: Pick<ChannelApi, 'info' | 'list'>, now: () => number): ChannelNames {
  let known: Known | null = null
  let listing: Promise<Called<Known>> | null = null

  async function list(types: ChannelTypes, signal: AbortSignal): Promise<Called<Known>> {
    const ids = new Map<string, string>()
    let cursor: string | null = null
    for (let page = 0; page < MOST_PAGES; page++) {
      if (signal.aborted) return { ok: false, failure: failure('aborted', false) }
      const listed: Awaited<ReturnType<ChannelApi['list']>> = await api.list(types, cursor)
      if (!listed.ok) return listed
      for (const { id, name } of listed.value.items) ids.set(name, id)
      cursor = listed.value.next
      if (cursor === null) break
    }
    return { ok: true, value: { at: now(), ids } }
  }

  /** Private channels are a scope of their own, so without it at least the public ones are known. */
  async function listAll(signal: AbortSignal): Promise<Called<Known>> {
    const all = await list('public_channel,private_channel', signal)
    const listed = !all.ok && all.failure.code === 'missing_scope' ? await list('public_channel', signal) : all
    if (listed.ok) known = listed.value
    return listed
  }

  function names(youngerThan: number, signal: AbortSignal): Promise<Called<Known>> {
    if (known !== null && now() - known.at < youngerThan) return Promise.resolve({ ok: true, value: known })
    listing ??= listAll(signal).finally(() => {
      listing = null
    })
    return within(listing, TIMES.channelNames, LATE)
  }

  async function idOfName(name: string, signal: AbortSignal): Promise<Called<string>> {
    for (const youngerThan of [TEN_MINUTES, MINUTE]) {
      const listed = await names(youngerThan, signal)
      if (!listed.ok) return listed
      const id = listed.value.ids.get(name.toLowerCase())
      if (id !== undefined) return { ok: true, value: id }
    }
    return { ok: false, failure: failure('channel_not_found', false) }
  }

  async function look(id: string, label: string | null): Promise<Resolved> {
    const looked = await api.info(id)
    if (looked.ok) {
      const { name, archived } = looked.value
      return archived ? { kind: 'unknown', code: 'is_archived' } : { kind: 'channel', id, name: name || label }
    }
    const { code } = looked.failure
    if (code !== 'missing_scope' && isForbidden(looked.failure)) return { kind: 'unknown', code }
    return label === null ? { kind: 'unchecked' } : { kind: 'channel', id, name: label }
  }

  const read = (text: string) => WRITTEN.exec(text.trim())?.groups ?? null

  return {
    async resolve(text, signal) {
      const { linked, label, bare, name } = read(text) ?? {}
      if (linked !== undefined) return look(linked, label ?? null)
      if (bare !== undefined) return look(bare, null)
      if (name === undefined) return { kind: 'unknown', code: 'channel_not_found' }
      const found = await idOfName(name, signal)
      return found.ok
        ? { kind: 'channel', id: found.value, name: name.toLowerCase() }
        : { kind: 'unknown', code: found.failure.code }
    },
    async idOf(written, signal) {
      const { linked, bare, name } = read(written) ?? {}
      const id = linked ?? bare
      if (id !== undefined) return { ok: true, value: id }
      return name === undefined ? { ok: false, failure: failure('channel_not_found', false) } : idOfName(name, signal)
    },
  }
}
