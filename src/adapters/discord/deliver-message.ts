import { PermissionFlagsBits } from './discord-js.ts'
import type { Message } from 'discord.js'
import { describeFailure, isPlatformFailure } from './platform-failure.ts'
import { repeatOnce } from './repeat-once.ts'
import type { Payload } from './render-reply.ts'

/** What we may do in a channel, from what the gateway told us; the first refusal would come too late to be told. */
interface Rights {
  send: boolean
  embed: boolean
}

export function rightsIn({ channel, client }: Message<true> | Message): Rights {
  if (channel.isDMBased()) return { send: true, embed: true }
  const rights = channel.permissionsFor(client.user)
  // Null: the channel is not cached. Try; a refusal is handled like any other.
  if (rights === null) return { send: true, embed: true }
  const send = channel.isThread() ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages
  return { send: rights.has(send), embed: rights.has(PermissionFlagsBits.EmbedLinks) }
}

/**
 * Nonces that follow from the question keep a repeated request from posting twice, and two processes from both posting.
 * Discord compares them over all channels, so a reply and a direct message need their own.
 */
const nonceOf = (message: Message, kind: 'reply' | 'direct') => ({
  nonce: `${message.id}-${kind.slice(0, 1)}`,
  enforceNonce: true,
})

/** Replies where it was asked. */
export async function reply(message: Message, payload: Payload): Promise<void> {
  const options = { ...payload, ...nonceOf(message, 'reply'), allowedMentions: { parse: [], repliedUser: false } }
  await repeatOnce(() => message.reply(options))
}

/** Null when it arrived, else Discord's code: direct messages closed (50007), no common server, too many at once. */
export async function sendDirectly(message: Message, payload: Payload): Promise<string | null> {
  try {
    const options = { ...payload, ...nonceOf(message, 'direct') }
    await repeatOnce(() => message.author.send(options))
    return null
  } catch (error) {
    if (!isPlatformFailure(error)) throw error
    return describeFailure(error).code
  }
}
