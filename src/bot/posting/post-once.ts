import type { Wait } from '../duties/bounded.ts'
import type { OnTrouble } from '../duties/on-trouble.ts'
import type { ChannelPost, ChannelRef, Channels } from '../ports/channels.ts'
import type { PostEnd, Posts } from '../ports/posts.ts'
import { tryToPost } from './attempt.ts'
import { claimPost } from './claim-post.ts'
import { settle } from './settle.ts'

export interface Posting {
  posts: Posts
  channels: Channels
  /** UNIX milliseconds. */
  clock: () => number
  /** A name that no other attempt has, in this process or another. */
  newOwner: () => string
  onTrouble: OnTrouble
  wait: Wait
}

export type PostResult =
  /** `message`: what the platform calls it, null where it did not say. `first`: it was not known before that it stands. */
  | { kind: 'posted'; message: string | null; first: boolean }
  | { kind: 'ended'; end: Exclude<PostEnd, 'posted'> }
  /** To be tried again from then on, UNIX milliseconds. */
  | { kind: 'later'; at: number }

/**
 * Makes one message stand in its channel once, whatever ended an earlier attempt: who finds that one did not end looks for the
 * message before posting it. Better missing than double: where it cannot be looked up, it is left alone. Never rejects.
 *
 * @param key names the post for all processes and for all times
 * @param make its content; asked for only when it is about to be posted
 */
export async function postOnce(
  posting: Posting,
  to: ChannelRef,
  key: string,
  make: (signal: AbortSignal) => Promise<Omit<ChannelPost, 'key'>>,
  signal: AbortSignal,
): Promise<PostResult> {
  const claimed = await claimPost(posting, to, key, signal)
  if (claimed.kind === 'not-ours') return claimed.result
  const { held, record, mayStand } = claimed
  const writer = posting.channels[to.platform]
  if (writer !== undefined) return tryToPost({ ...held, writer, to, record, mayStand, make, signal })
  posting.onTrouble('post.refused', { post: key, platform: to.platform, code: 'not-configured' })
  return settle(held, 'refused', null)
}
