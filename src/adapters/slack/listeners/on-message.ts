import type { App } from '@slack/bolt'
import type { z } from 'zod'
import type { Input } from '../../../bot/request.ts'
import { Secret } from '../../../diagnostics/secret.ts'
import { measureAcknowledgement } from '../acknowledge.ts'
import { answer } from '../answer.ts'
import { channelOutbox } from '../channel-outbox.ts'
import { decodeText } from '../decode-text.ts'
import { directOutbox } from '../direct-outbox.ts'
import { eventEnvelope, messageEvent } from '../payloads.ts'
import type { Button } from '../render-buttons.ts'
import type { SlackContext } from '../slack-context.ts'
import { tellDefect } from '../tell-defect.ts'

type Message = z.infer<typeof messageEvent>

/** Kinds of message that a person wrote now. All others are edits, joins, bots, and Slack's own notices. */
const WRITTEN = new Set(['file_share', 'thread_broadcast'])

/** Mentions in channels. Bolt has acknowledged them already, as it does with all events. */
export function onMention(app: App, context: SlackContext): void {
  app.event('app_mention', async ({ event, body, context: boltContext }) => {
    measureAcknowledgement(context, boltContext)
    await take(context, event, body, boltContext.botUserId)
  })
}

/** Direct messages to the bot. In a direct message a mention is an ordinary message. */
export function onDirectMessage(app: App, context: SlackContext): void {
  app.event('message', async ({ event, body, context: boltContext }) => {
    measureAcknowledgement(context, boltContext)
    if (event.channel_type === 'im') await take(context, event, body, boltContext.botUserId)
  })
}

async function take(
  context: SlackContext,
  event: unknown,
  body: unknown,
  botUserId: string | undefined,
): Promise<void> {
  const message = messageEvent.safeParse(event)
  const envelope = eventEnvelope.safeParse(body)
  if (!message.success || !envelope.success) {
    context.log.warn('unreadable message event')
    return
  }
  const { user } = message.data
  if (user === undefined || user === botUserId || !isWritten(message.data)) return
  await reply(context, message.data, user, { id: envelope.data.event_id, botUserId: botUserId ?? null })
}

const isWritten = ({ subtype, bot_id: bot, edited }: Message): boolean =>
  bot === undefined && edited === undefined && (subtype === undefined || WRITTEN.has(subtype))

async function reply(
  context: SlackContext,
  { channel, channel_type: type, ts, thread_ts: thread, text }: Message,
  user: string,
  { id, botUserId }: { id: string; botUserId: string | null },
): Promise<void> {
  const threadTs = thread ?? ts
  const direct = type === 'im' || channel.startsWith('D')
  const outbox = direct
    ? directOutbox(context, { channel, threadTs })
    : channelOutbox(context, { channel, user, threadTs })
  try {
    const words = new Secret(decodeText(text.reveal(), botUserId))
    // A direct message is a conversation as a whole, a channel is one only by its threads.
    const place = {
      kind: direct ? 'direct' : 'channel',
      id: channel,
      thread: direct ? (thread ?? null) : threadTs,
    } as const
    const input: Input = { kind: 'words', text: words }
    // A message cannot open a form, but a button in its answer can.
    const plan = context.bot.plan(input, context.people.known(user)?.locale ?? null)
    const extraButtons: Button[] =
      plan.kind === 'form' ? [{ label: plan.form.title, style: 'primary', key: 'form', opens: plan.form.command }] : []
    await answer(context, { id, user, place, input, outbox, extraButtons })
  } catch (error) {
    await tellDefect(context, { id, user, outbox }, error)
  }
}
