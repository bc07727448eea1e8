import { bounded } from '../duties/bounded.ts'
import type { ChannelRef } from '../ports/channels.ts'
import type { Claim, PostEnd, PostRecord } from '../ports/posts.ts'
import type { Posting, PostResult } from './post-once.ts'
import type { Held } from './settle.ts'

/** How long an attempt has, milliseconds: the longest way through it, looking, making and posting, takes 55 seconds. */
const CLAIM_MS = 60_000
const STORE_MS = 5_000
const STORE_AGAIN_MS = 10_000

export type Claimed =
  | { kind: 'ours'; held: Held; mayStand: boolean; record: PostRecord }
  | { kind: 'not-ours'; result: PostResult }

/** Takes a post for one attempt. Never rejects: where the store cannot be asked it is told, and to be tried later. */
export async function claimPost(posting: Posting, to: ChannelRef, key: string, signal: AbortSignal): Promise<Claimed> {
  const { posts, clock, wait, onTrouble } = posting
  const owner = posting.newOwner()
  const now = clock()
  const until = now + CLAIM_MS
  const asked = await bounded<Claim>(wait, STORE_MS, signal, () => posts.claim(key, to, { owner, now, until }))
  if (asked.kind === 'failed') {
    if (!signal.aborted) onTrouble('post.store', { post: key, reason: asked.reason })
    return { kind: 'not-ours', result: { kind: 'later', at: clock() + STORE_AGAIN_MS } }
  }
  const claim = asked.value
  switch (claim.kind) {
    case 'held':
      return { kind: 'not-ours', result: { kind: 'later', at: claim.until } }
    case 'ended':
      return { kind: 'not-ours', result: known(claim.record.end, claim.record.message) }
    case 'ours':
      return { kind: 'ours', held: { posting, key, owner, until }, mayStand: claim.mayStand, record: claim.record }
  }
}

const known = (end: PostEnd | null, message: string | null): PostResult =>
  end === 'posted' || end === null ? { kind: 'posted', message, first: false } : { kind: 'ended', end }
