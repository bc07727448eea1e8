import { z } from 'zod'
import type { Found } from '../../bot/ports/channels.ts'
import { Routes } from './discord-js.ts'
import { nonceOf, referenceOf } from './post-names.ts'
import type { CallDiscord } from './writer-rest.ts'

const Newest = z.array(
  z.object({
    id: z.string(),
    timestamp: z.iso.datetime({ offset: true }).transform((at) => Date.parse(at)),
    content: z.string().default(''),
    author: z.object({ id: z.string() }),
    nonce: z.union([z.string(), z.number()]).nullish(),
    embeds: z.array(z.looseObject({ footer: z.object({ text: z.string() }).nullish() })).default([]),
  }),
)
const Channel = z.object({ last_message_id: z.string().nullish() })

const PAGE = 100
/** The bot's clock and Discord's differ. */
const LEEWAY_MS = 60_000
const DISCORD_EPOCH = 1_420_070_400_000

/** Looks for a post among the newest messages of a channel, by what its small print says and by its nonce. */
export async function findPost(
  call: CallDiscord,
  { channel, key, since, self }: { channel: string; key: string; since: number; self: string },
  signal: AbortSignal,
): Promise<Found> {
  const from = since - LEEWAY_MS
  const called = await call(
    { method: 'get', route: Routes.channelMessages(channel), query: { limit: String(PAGE) } },
    signal,
  )
  if (called.kind !== 'done') return notSeen(called)
  const newest = Newest.safeParse(called.body)
  if (!newest.success) return { kind: 'unknown', code: 'unreadable', allowed: true }
  const reference = ` ${referenceOf(key)}`
  const nonce = nonceOf(key)
  const found = newest.data.find(
    ({ author, timestamp, content, embeds, ...message }) =>
      author.id === self &&
      timestamp >= from &&
      (message.nonce === nonce ||
        content.endsWith(reference) ||
        embeds.some(({ footer }) => footer?.text.endsWith(reference))),
  )
  if (found !== undefined) return { kind: 'found', message: found.id }
  if (newest.data.length === 0) return nothingShown(call, channel, from, signal)
  // What lies behind a hundred others is not seen: it may stand there.
  const behind = newest.data.length >= PAGE && newest.data.every(({ timestamp }) => timestamp >= from)
  return behind ? { kind: 'unknown', code: 'too-many-messages', allowed: false } : { kind: 'absent' }
}

/** Who may not read a channel's history is shown no messages, as if there were none; the channel says whether there are. */
async function nothingShown(call: CallDiscord, channel: string, from: number, signal: AbortSignal): Promise<Found> {
  const called = await call({ method: 'get', route: Routes.channel(channel) }, signal)
  if (called.kind !== 'done') return notSeen(called)
  const last = Channel.safeParse(called.body).data?.last_message_id ?? null
  if (last === null || !/^\d+$/.test(last)) return { kind: 'absent' }
  const lastAt = Number(BigInt(last) >> 22n) + DISCORD_EPOCH
  return lastAt < from ? { kind: 'absent' } : { kind: 'unknown', code: 'no-message-history', allowed: false }
}

function notSeen({ kind, code }: { kind: 'refused' | 'later' | 'unclear'; code: string }): Found {
  // What was in a channel that is no more does not stand there.
  if (kind === 'refused' && code === '10003') return { kind: 'absent' }
  return { kind: 'unknown', code, allowed: kind !== 'refused' }
}
