import { PermissionFlagsBits, RateLimitError, RESTJSONErrorCodes, Routes } from './discord-js.ts'
import type { Message } from 'discord.js'
import { describeFailure, isCode, isPlatformFailure } from './platform-failure.ts'
import { repeatOnce } from './repeat-once.ts'
import type { Payload } from './render-reply.ts'
import type { SpareCall } from './spare-calls.ts'
import { uploadOrTell } from './upload-or-tell.ts'

/** What we may do in a channel, from what the gateway told us; the first refusal would come too late to be told. */
interface Rights {
  send: boolean
  embed: boolean
  attach: boolean
}

export function rightsIn({ channel, client }: Message<true> | Message): Rights {
  if (channel.isDMBased()) return { send: true, embed: true, attach: true }
  const rights = channel.permissionsFor(client.user)
  // Null: the channel is not cached. Try; a refusal is handled like any other.
  if (rights === null) return { send: true, embed: true, attach: true }
  const send = channel.isThread() ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages
  return {
    send: rights.has(send),
    embed: rights.has(PermissionFlagsBits.EmbedLinks),
    attach: rights.has(PermissionFlagsBits.AttachFiles),
  }
}

/**
 * Nonces that follow from the question keep a repeated request from posting twice, and two processes from both posting.
 * Discord compares them over all channels, so each kind needs its own: `answer` is a reply after one that is given up.
 */
const NONCES = { reply: 'r', answer: 'a', direct: 'd' } as const

const nonceOf = ({ id }: Message, kind: keyof typeof NONCES) => ({ nonce: `${id}-${NONCES[kind]}`, enforceNonce: true })

const NO_PING = { parse: [], repliedUser: false } as const

/** Replies where it was asked; the id of the reply. */
export async function reply(message: Message, payload: Payload, kind: 'reply' | 'answer'): Promise<string> {
  const options = { ...nonceOf(message, kind), allowedMentions: NO_PING }
  const { id } = await uploadOrTell(payload, (fit) => repeatOnce(() => message.reply({ ...fit, ...options })))
  return id
}

/** The same first reply as a call that may be lost. */
export function replyCall(message: Message, payload: Omit<Payload, 'files'>): SpareCall {
  const { nonce, enforceNonce } = nonceOf(message, 'reply')
  const body = {
    ...payload,
    nonce,
    enforce_nonce: enforceNonce,
    message_reference: { message_id: message.id, fail_if_not_exists: false },
    allowed_mentions: { parse: NO_PING.parse, replied_user: NO_PING.repliedUser },
  }
  return { method: 'post', route: Routes.channelMessages(message.channelId), body, auth: true }
}

/** Puts this in place of all that a reply of ours holds; false when it is deleted, or takes no edits for longer than a moment. */
export async function editReply(message: Message, id: string, payload: Payload): Promise<boolean> {
  const options = { allowedMentions: NO_PING }
  try {
    await uploadOrTell(payload, (fit) =>
      repeatOnce(() => message.channel.messages.edit(id, { content: '', ...fit, ...options })),
    )
    return true
  } catch (error) {
    if (isCode(error, RESTJSONErrorCodes.UnknownMessage) || error instanceof RateLimitError) return false
    throw error
  }
}

/** Takes a reply of ours away. */
export async function removeReply(message: Message, id: string): Promise<void> {
  try {
    await repeatOnce(() => message.channel.messages.delete(id))
  } catch (error) {
    if (!isCode(error, RESTJSONErrorCodes.UnknownMessage)) throw error
  }
}

/** Null when it arrived, else Discord's code: direct messages closed (50007), no common server, too many at once. */
export async function sendDirectly(message: Message, payload: Payload): Promise<string | null> {
  try {
    const options = nonceOf(message, 'direct')
    await uploadOrTell(payload, (fit) => repeatOnce(() => message.author.send({ ...fit, ...options })))
    return null
  } catch (error) {
    if (!isPlatformFailure(error)) throw error
    return describeFailure(error).code
  }
}
