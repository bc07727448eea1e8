import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import type { CallSlack } from './call-slack.ts'
import type { SlackMessage } from './render-card.ts'
import type { Called } from './retry.ts'
import { inThread, QUIET } from './slack-api.ts'

/** A message with the key by which it can be found again. */
export interface KeyedMessage extends SlackMessage {
  key: string
}

export interface Standing {
  ts: string
  /** Null: not one of the bot's own accord. */
  key: string | null
  bot: string | null
}

export interface Page<Item> {
  items: readonly Item[]
  /** Null: this is the last. */
  next: string | null
}

export interface ListedChannel {
  id: string
  name: string
  archived: boolean
}

export type ChannelTypes = 'public_channel,private_channel' | 'public_channel'

/** The calls of the Web API that posts of the bot's own accord need. */
export interface ChannelApi {
  /** One attempt, and no other. */
  post(to: { channel: string; threadTs: string | null }, message: KeyedMessage): Promise<Called<string | null>>
  update(at: { channel: string; ts: string }, message: KeyedMessage): Promise<Called<null>>
  /** Newest first; in a thread oldest first. @param oldest as Slack writes times, in seconds */
  messages(
    of: { channel: string; threadTs: string | null; oldest: string },
    cursor: string | null,
  ): Promise<Called<Page<Standing>>>
  info(channel: string): Promise<Called<ListedChannel>>
  list(types: ChannelTypes, cursor: string | null): Promise<Called<Page<ListedChannel>>>
  /** Id under which this bot posts. */
  self(): Promise<Called<string | null>>
}

/** Names our metadata among that of other apps. */
const EVENT_TYPE = 'im_doctor_post'

/** Less than the thousand that Slack takes at most. */
const A_PAGE = { messages: 500, channels: 999 }

const cursors = z
  .object({ response_metadata: z.object({ next_cursor: z.string() }).partial() })
  .partial()
  .transform(({ response_metadata: metadata }) => metadata?.next_cursor || null)

const metadata = z.object({ event_type: z.literal(EVENT_TYPE), event_payload: z.object({ key: z.string() }) })

const message = z
  .object({ ts: z.string(), bot_id: z.string().optional(), metadata: z.unknown().optional() })
  .transform(({ ts, bot_id: bot = null, metadata: told }): Standing => {
    const read = metadata.safeParse(told)
    return { ts, bot, key: read.success ? read.data.event_payload.key : null }
  })

const channel = z
  .object({ id: z.string(), name: z.string().default(''), is_archived: z.boolean().default(false) })
  .transform(({ id, name, is_archived: archived }): ListedChannel => ({ id, name, archived }))

/** Where the key stands in a message: nobody sees it. */
export const keyMetadata = (key: string) => ({ metadata: { event_type: EVENT_TYPE, event_payload: { key } } })

const withKey = ({ key, ...drawn }: KeyedMessage) => ({ ...drawn, ...keyMetadata(key) })

const onPage = (cursor: string | null) => (cursor === null ? {} : { cursor })

export function createChannelApi({ chat, conversations, auth }: WebClient, call: CallSlack): ChannelApi {
  return {
    post: ({ channel: id, threadTs }, keyed) => {
      const post = async () => {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- not a window's
        const { ts } = await chat.postMessage({ channel: id, ...withKey(keyed), ...inThread(threadTs), ...QUIET })
        return ts ?? null
      }
      return call('chat.postMessage', post, { tries: 'once' })
    },
    update: ({ channel: id, ts }, keyed) =>
      call('chat.update', async () => {
        await chat.update({ channel: id, ts, ...withKey(keyed) })
        return null
      }),
    messages: ({ channel: id, threadTs, oldest }, cursor) => {
      const order = { channel: id, oldest, include_all_metadata: true, limit: A_PAGE.messages, ...onPage(cursor) }
      const name = threadTs === null ? 'conversations.history' : 'conversations.replies'
      return call(name, async () => {
        const answer =
          threadTs === null
            ? await conversations.history(order)
            : await conversations.replies({ ...order, ts: threadTs })
        return { items: z.array(message).parse(answer.messages ?? []), next: cursors.parse(answer) }
      })
    },
    info: (id) =>
      call('conversations.info', async () => channel.parse((await conversations.info({ channel: id })).channel)),
    list: (types, cursor) =>
      call('conversations.list', async () => {
        const answer = await conversations.list({
          types,
          exclude_archived: true,
          limit: A_PAGE.channels,
          ...onPage(cursor),
        })
        return { items: z.array(channel).parse(answer.channels ?? []), next: cursors.parse(answer) }
      }),
    self: () => call('auth.test', async () => (await auth.test()).bot_id ?? null),
  }
}
