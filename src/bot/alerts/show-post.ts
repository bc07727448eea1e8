import { createHash } from 'node:crypto'
import { bounded } from '../duties/bounded.ts'
import { postOnce, type Posting } from '../posting/post-once.ts'
import type { Card } from '../card.ts'
import type { AlertChannel, ChannelPost, ChannelRef } from '../ports/channels.ts'
import type { AlertMemory } from './alert-memory.ts'

/** One message that is posted once and edited when it changes. */
export interface Shown {
  key: string
  /** Of its content. */
  version: string
  /** False: what does not stand there yet is not posted any more, or not yet. */
  mayPost: boolean
  card: () => Card
}

const STORE_MS = 5_000
const EDIT_MS = 15_000

/** Names a post in one channel: ASCII, and short whatever the channel is called. */
export function postKey(of: string, { platform, id, thread }: ChannelRef): string {
  const place = thread === null ? id : `${id}/${thread}`
  const name = /^[\w#./-]{1,50}$/.test(place) ? place : createHash('sha256').update(place).digest('hex').slice(0, 16)
  return `${of}:${platform}:${name}`
}

/** Posts it, or edits what stands there already. What cannot be done now is done at the next look. Never rejects. */
export async function showPost(
  shown: Shown,
  { to, locale, timeZone }: AlertChannel,
  posting: Posting,
  memory: AlertMemory,
  signal: AbortSignal,
): Promise<void> {
  const { key, version, mayPost } = shown
  const known = memory.shown.get(key)
  if (known === version || known === null) return
  const post: ChannelPost = { key, card: shown.card(), locale, timeZone }
  const standing = await find(key, posting, signal)
  if (standing === 'unknown') return
  if (standing === 'none') {
    if (!mayPost) return
    const result = await postOnce(posting, to, key, async () => post, signal)
    if (result.kind === 'posted') memory.shown.set(key, result.first ? version : '')
    if (result.kind === 'ended') memory.shown.set(key, null)
    return
  }
  if (standing.message === null) {
    memory.shown.set(key, null)
    return
  }
  const { message } = standing
  const writer = posting.channels[to.platform]
  if (writer === undefined) return
  const edited = await bounded(posting.wait, EDIT_MS, signal, (ending) => writer.edit(to, message, post, ending))
  if (edited.kind === 'failed') return
  if (edited.value.kind === 'edited') memory.shown.set(key, version)
  if (edited.value.kind === 'gone') memory.shown.set(key, null)
  if (edited.value.kind === 'failed') posting.onTrouble('alert.edit', { post: key, code: edited.value.code })
}

/** `none`: it was never posted, or is not yet. */
async function find(
  key: string,
  { posts, wait }: Posting,
  signal: AbortSignal,
): Promise<{ message: string | null } | 'none' | 'unknown'> {
  const found = await bounded(wait, STORE_MS, signal, () => posts.find(key))
  if (found.kind === 'failed') return 'unknown'
  const record = found.value
  if (record === null || record.end === null) return 'none'
  return { message: record.end === 'posted' ? record.message : null }
}
