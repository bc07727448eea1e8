import type { BaseInteraction, Message } from 'discord.js'
import type { Actor, Place } from '../../bot/request.ts'

type Where =
  | Pick<BaseInteraction, 'channelId' | 'channel' | 'guildId'>
  | Pick<Message, 'channelId' | 'channel' | 'guildId'>

/**
 * A thread belongs to its channel: what is configured for a channel holds in its threads. A chain of replies is no thread:
 * a message names only the one it replies to.
 */
export function placeOf({ channelId, channel, guildId }: Where): Place {
  const kind = guildId === null ? 'direct' : 'channel'
  if (!channel?.isThread()) return { kind, id: channelId ?? '', thread: null }
  return { kind, id: channel.parentId ?? channel.id, thread: channel.id }
}

/** The roles of a member in the server where it was asked. Outside of a server there are none. */
export function rolesOf(member: BaseInteraction['member'] | Message['member']): readonly string[] {
  if (!member) return []
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()]
}

export const actorOf = (id: string, groups: readonly string[] = []): Actor => ({
  platform: 'discord',
  id,
  groups,
  owner: false,
})
