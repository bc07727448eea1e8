import type { Found } from '../../../bot/ports/channels.ts'
import type { ChannelApi } from '../channel-api.ts'
import type { SlackFailure } from '../slack-failure.ts'
import { isForbidden } from './post-outcome.ts'

export interface Sought {
  channel: string
  thread: string | null
  key: string
  /** UNIX milliseconds, before the first attempt. */
  since: number
}

/** Our clock and Slack's may differ. */
const MARGIN = 60_000
const MOST_PAGES = 2

/** Looks for our own message with that key among those since the first attempt. */
export async function findPost(
  { messages, self }: Pick<ChannelApi, 'messages' | 'self'>,
  { channel, thread: threadTs, key, since }: Sought,
  signal: AbortSignal,
): Promise<Found> {
  const us = await self()
  if (!us.ok) return unknown(us.failure)
  const oldest = (Math.max(0, since - MARGIN) / 1000).toFixed(6)
  let cursor: string | null = null
  for (let page = 0; page < MOST_PAGES; page++) {
    if (signal.aborted) return { kind: 'unknown', code: 'aborted', allowed: true }
    const read: Awaited<ReturnType<ChannelApi['messages']>> = await messages({ channel, threadTs, oldest }, cursor)
    if (!read.ok) return unknown(read.failure)
    const ours = read.value.items.find((each) => each.key === key && each.bot === us.value)
    if (ours !== undefined) return { kind: 'found', message: ours.ts }
    cursor = read.value.next
    if (cursor === null) return { kind: 'absent' }
  }
  // More was said since than is looked through: that it is not there cannot be told.
  return { kind: 'unknown', code: 'too_many_messages', allowed: true }
}

const unknown = (failed: SlackFailure): Found => ({
  kind: 'unknown',
  code: failed.code,
  allowed: !isForbidden(failed),
})
