import { within } from '../within.ts'
import type { ChannelApi } from './channel-api.ts'
import { findPost } from './channels/find-post.ts'
import { TIMES } from './limits.ts'
import type { Looked } from './retry.ts'

/** Where a message is posted. */
export interface Spot {
  channel: string
  /** Null: not in a thread. */
  threadTs: string | null
}

/**
 * Looks whether a message of ours with this key stands where it was posted. Bounded, never rejects.
 *
 * @param spot null: not known
 * @param value what the post would have given, made of the `ts` of the message
 */
export type FindAnswer = <T>(spot: Spot | null, key: string, value: (ts: string) => T) => Promise<Looked<T>>

/** Our clock may be ahead of Slack's by this much, ms. Keys are random, so looking further back costs only reading. */
const LOOK_BACK_MS = 300_000

export function createFindAnswer(api: Pick<ChannelApi, 'messages' | 'self'>, now: () => number): FindAnswer {
  return async (spot, key, value) => {
    // The history of a direct message is read by its own id, which nobody knows who posts to a person's.
    if (spot === null || spot.channel.startsWith('U') || spot.channel.startsWith('W')) return { kind: 'unknown' }
    const { channel, threadTs: thread } = spot
    const signal = AbortSignal.timeout(TIMES.look)
    const looking = findPost(api, { channel, thread, key, since: now() - LOOK_BACK_MS }, signal)
    const found = await within(looking, TIMES.look, null)
    if (found?.kind === 'found') return { kind: 'done', value: value(found.message) }
    return { kind: found?.kind === 'absent' ? 'not-done' : 'unknown' }
  }
}
