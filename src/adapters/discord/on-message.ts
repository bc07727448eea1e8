import type { Message } from 'discord.js'
import { localeOf, type Locale } from '../../bot/texts/locale.ts'
import type { InteractionWork } from './answer-interaction.ts'
import { answerMessage } from './answer-message.ts'
import { spokenTo } from './ask-bot.ts'
import { reply, sendDirectly } from './deliver-message.ts'
import { reportFailure, type DiscordContext } from './discord-context.ts'
import { textPayload } from './render-reply.ts'
import { DISCORD_TEXTS } from './texts.ts'

/**
 * Whether a message is meant for us: a direct message, or a mention of us or of our own role. A reply to us is a mention
 * unless its author has switched the ping off, and then Discord shows us nothing of its words.
 */
export function isForUs(message: Message): boolean {
  if (message.author.bot || message.webhookId !== null || message.system) return false
  if (message.guildId === null) return true
  const me = message.client.user.id
  return message.mentions.users.has(me) || message.mentions.roles.some((role) => role.tags?.botId === me)
}

/** What was asked, without the mentions of us. Only our own go: another's name may be what the question is about. */
export function wordsOf(message: Message): string {
  const me = message.client.user.id
  const roles = message.mentions.roles.filter((role) => role.tags?.botId === me).map((role) => `<@&${role.id}>`)
  return [`<@${me}>`, `<@!${me}>`, ...roles]
    .reduce((text, mention) => text.replaceAll(mention, ' '), message.content)
    .trim()
}

/** Takes any message. Never rejects: a failure is logged, and told to the asker. */
export async function onMessage(message: Message, work: InteractionWork, stopping: boolean): Promise<void> {
  const { context, log } = work
  try {
    if (!isForUs(message)) return
    const locale = localeFor(message, context)
    if (stopping) await reply(message, textPayload(DISCORD_TEXTS[spokenTo(context, locale)].stopping), 'reply')
    else await answerMessage(message, wordsOf(message), locale, work)
  } catch (error) {
    reportFailure(context, log, 'message', error)
    await tell(message, work)
  }
}

/**
 * A message does not say its author's language. It is known from their last interaction, else it is that of the server;
 * English there says nothing, since every server is English until somebody changes it.
 */
function localeFor(message: Message, { locales }: DiscordContext): Locale | null {
  const known = locales.get(message.author.id)
  if (known !== undefined) return known
  const server = localeOf(message.guild?.preferredLocale)
  return server === 'en' ? null : server
}

/** Where they asked if that works, else to the asker alone: the sentence holds nothing but the request's id. */
async function tell(message: Message, { context, log }: InteractionWork): Promise<void> {
  const payload = textPayload(DISCORD_TEXTS[spokenTo(context, localeFor(message, context))].failed(message.id))
  try {
    await reply(message, payload, 'reply').catch(() => sendDirectly(message, payload))
  } catch {
    log.warn({}, 'the asker could not be told of a failure')
  }
}
