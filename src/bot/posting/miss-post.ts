import type { ChannelRef } from '../ports/channels.ts'
import { claimPost } from './claim-post.ts'
import type { Posting, PostResult } from './post-once.ts'
import { settle } from './settle.ts'

/** Writes down that a post is not to be made any more, unless it has ended already. */
export async function missPost(
  posting: Posting,
  to: ChannelRef,
  key: string,
  signal: AbortSignal,
): Promise<PostResult> {
  const claimed = await claimPost(posting, to, key, signal)
  if (claimed.kind === 'not-ours') return claimed.result
  posting.onTrouble(claimed.mayStand ? 'post.unclear' : 'post.missed', { post: key, platform: to.platform })
  return settle(claimed.held, claimed.mayStand ? 'unclear' : 'missed', null)
}
