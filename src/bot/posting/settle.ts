import { bounded } from '../duties/bounded.ts'
import type { PostEnd } from '../ports/posts.ts'
import type { Posting, PostResult } from './post-once.ts'

/** A post that is ours until the claim on it ends. */
export interface Held {
  posting: Posting
  key: string
  owner: string
  /** UNIX milliseconds. */
  until: number
}

const STORE_MS = 5_000

/** How long it is waited before each try to write down what became of a post, milliseconds. */
const WAITS_MS = [0, 1_000, 3_000] as const

/** Also after the work was told to end: what is known must be written down. */
const NEVER = new AbortController().signal

/** Writes down how a post ended. Where that fails, the claim ends by itself, and the next looks what stands in the channel. */
export async function settle(held: Held, end: PostEnd, message: string | null): Promise<PostResult> {
  const { posting, key, owner, until } = held
  const { posts, wait, onTrouble } = posting
  for (const pause of WAITS_MS) {
    await wait(pause, NEVER)
    const settled = await bounded(wait, STORE_MS, NEVER, () => posts.settle(key, owner, end, message))
    if (settled.kind === 'value') {
      if (!settled.value) onTrouble('post.claim-lost', { post: key, end })
      return end === 'posted' ? { kind: 'posted', message, first: settled.value } : { kind: 'ended', end }
    }
    onTrouble('post.store', { post: key, reason: settled.reason })
  }
  return end === 'posted' ? { kind: 'posted', message, first: true } : { kind: 'later', at: until }
}

/** Lets go of a post of which nothing stands, to be tried again from `notBefore` on (UNIX milliseconds). */
export async function letGo({ posting, key, owner, until }: Held, notBefore: number): Promise<PostResult> {
  const { posts, wait, onTrouble } = posting
  const released = await bounded(wait, STORE_MS, NEVER, () => posts.release(key, owner, notBefore))
  if (released.kind === 'value') return { kind: 'later', at: notBefore }
  onTrouble('post.store', { post: key, reason: released.reason })
  return { kind: 'later', at: Math.max(until, notBefore) }
}
