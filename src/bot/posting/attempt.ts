import { bounded } from '../duties/bounded.ts'
import type { ChannelPost, ChannelRef, ChannelWriter, Found, Posted } from '../ports/channels.ts'
import type { PostRecord } from '../ports/posts.ts'
import type { PostResult } from './post-once.ts'
import { letGo, settle, type Held } from './settle.ts'

interface Attempt extends Held {
  writer: ChannelWriter
  to: ChannelRef
  record: PostRecord
  /** An earlier attempt did not end. */
  mayStand: boolean
  make: (signal: AbortSignal) => Promise<Omit<ChannelPost, 'key'>>
  signal: AbortSignal
}

const CALL_MS = 15_000
const MAKE_MS = 25_000

/** When it is looked whether a post of which that is not known stands, milliseconds after: a slow one may still be stored. */
const LOOKS_MS = [2_000, 5_000] as const

/** Most attempts where an earlier one may stand, and where none does: a platform may be down for hours. */
const MOST_DOUBTFUL = 5
const MOST = 12

/** Milliseconds until the next attempt after so many, where the platform does not say. */
const backOff = (attempts: number): number => Math.min(30_000 * 2 ** (attempts - 1), 30 * 60_000)

/** The bot's clock and a platform's differ. */
const CLOCK_LEEWAY_MS = 60_000

/** One way through a claimed post: look for it where an earlier attempt may have left it, make it, post it. */
export async function tryToPost(attempt: Attempt): Promise<PostResult> {
  const { key, record, posting } = attempt
  if (!attempt.mayStand) return makeAndPost(attempt)
  const found = await look(attempt)
  if (found.kind === 'found') return settle(attempt, 'posted', found.message)
  if (found.kind === 'unknown' && !found.allowed) return leaveAlone(attempt, found.code)
  if (found.kind === 'unknown' && attempt.signal.aborted) return asItIs(attempt)
  // What ends a process each time, or can never be looked up, is not tried for ever.
  if (record.attempts > MOST_DOUBTFUL) return leaveAlone(attempt, found.kind === 'unknown' ? found.code : 'attempts')
  if (found.kind === 'absent') return makeAndPost(attempt)
  posting.onTrouble('post.not-found-out', { post: key, code: found.code })
  return asItIs(attempt)
}

async function makeAndPost(attempt: Attempt): Promise<PostResult> {
  const { posting, key, make, record, until, signal, writer, to } = attempt
  const { clock, wait, onTrouble } = posting
  const made = await bounded(wait, MAKE_MS, signal, make)
  if (made.kind === 'failed') {
    if (signal.aborted) return letGo(attempt, clock())
    onTrouble('post.not-made', { post: key, reason: made.reason })
    return again(attempt, 'not-made', null)
  }
  // A process that slept must not post when the claim may be another's before the call has ended.
  if (signal.aborted || clock() + CALL_MS > until) return letGo(attempt, clock())
  const post: ChannelPost = { ...made.value, key }
  const called = await bounded(wait, CALL_MS, signal, (end) => writer.post(to, post, end))
  const posted: Posted = called.kind === 'value' ? called.value : { kind: 'unclear', code: called.reason }
  switch (posted.kind) {
    case 'posted':
      if (posted.picture === 'failed') onTrouble('post.picture', { post: key })
      return settle(attempt, 'posted', posted.message)
    case 'refused':
      onTrouble('post.refused', { post: key, platform: to.platform, code: posted.code })
      return settle(attempt, 'refused', null)
    case 'later':
      onTrouble('post.later', { post: key, platform: to.platform, code: posted.code, attempts: record.attempts })
      return again(attempt, posted.code, posted.afterMs)
    case 'unclear':
      onTrouble('post.doubtful', { post: key, platform: to.platform, code: posted.code, attempts: record.attempts })
      return findOut(attempt)
  }
}

/** It may stand: looks for it a few times. Where it is not seen, the claim is left to end by itself, so that the next looks too. */
async function findOut(attempt: Attempt): Promise<PostResult> {
  const { posting, until, signal } = attempt
  for (const pause of LOOKS_MS) {
    if (signal.aborted || posting.clock() + pause > until) break
    await posting.wait(pause, signal)
    const found = await look(attempt)
    if (found.kind === 'found') return settle(attempt, 'posted', found.message)
    if (found.kind === 'unknown' && !found.allowed) return leaveAlone(attempt, found.code)
  }
  return asItIs(attempt)
}

async function look({ posting, writer, to, key, record, signal }: Attempt): Promise<Found> {
  const since = record.since - CLOCK_LEEWAY_MS
  const asked = await bounded(posting.wait, CALL_MS, signal, (end) => writer.find(to, key, since, end))
  return asked.kind === 'value' ? asked.value : { kind: 'unknown', code: asked.reason, allowed: true }
}

/** Nothing stands, and it may be tried again. */
function again(attempt: Attempt, code: string, afterMs: number | null): Promise<PostResult> {
  const { posting, key, to, record } = attempt
  if (record.attempts < MOST) return letGo(attempt, posting.clock() + (afterMs ?? backOff(record.attempts)))
  posting.onTrouble('post.given-up', { post: key, platform: to.platform, code, attempts: record.attempts })
  return settle(attempt, 'refused', null)
}

/** It may stand, and nobody can tell. */
function leaveAlone(attempt: Attempt, code: string): Promise<PostResult> {
  const { posting, key, to, record } = attempt
  posting.onTrouble('post.unclear', { post: key, platform: to.platform, code, attempts: record.attempts })
  return settle(attempt, 'unclear', null)
}

const asItIs = ({ until }: Held): PostResult => ({ kind: 'later', at: until })
