import { ChannelType, Events } from './discord-js.ts'
import type { Client } from 'discord.js'
import { ExpiringMap } from '../expiring-map.ts'
import type { InFlight } from '../in-flight.ts'
import type { InteractionWork } from './answer-interaction.ts'
import type { DiscordContext } from './discord-context.ts'
import { onInteraction } from './on-interaction.ts'
import { isForUs, onMessage } from './on-message.ts'

/** Events a resumed connection may bring again. */
const REMEMBERED = 2000

/** `stopping`: whoever comes is told so. `left`: another replica answers now. */
export type Listening = 'open' | 'stopping' | 'left'

/** Puts the listeners on. `state` is asked for each event. */
export function listen(client: Client, context: DiscordContext, inFlight: InFlight, state: () => Listening): void {
  const seen = new ExpiringMap<true>({ most: REMEMBERED, keptFor: Infinity, now: context.now })
  const begin = (id: string, kind: string): InteractionWork | null => {
    if (state() === 'left' || seen.get(id) === true) return null
    seen.set(id, true)
    return { context, log: context.log.child({ request: id, kind }), arrived: context.now() }
  }

  client.on(Events.InteractionCreate, (interaction) => {
    const work = begin(interaction.id, `interaction-${interaction.type}`)
    if (work !== null) void inFlight.track(onInteraction(interaction, work, state() === 'stopping'))
  })
  client.on(Events.MessageCreate, (message) => {
    if (!isForUs(message)) return
    const work = begin(message.id, 'message')
    if (work !== null) void inFlight.track(onMessage(message, work, state() === 'stopping'))
  })
  client.on(Events.Raw, nameDirectChannel)
}

/**
 * `channel_type` is an optional field, and without it discord.js drops the first direct message of everyone it has not yet
 * heard of. A message outside of a guild that does not say so is one: group messages do not reach bots.
 */
function nameDirectChannel(packet: unknown): void {
  if (!isMessage(packet) || 'guild_id' in packet.d || 'channel_type' in packet.d) return
  Object.assign(packet.d, { channel_type: ChannelType.DM })
}

const isMessage = (packet: unknown): packet is { d: object } =>
  typeof packet === 'object' &&
  packet !== null &&
  't' in packet &&
  packet.t === 'MESSAGE_CREATE' &&
  'd' in packet &&
  typeof packet.d === 'object' &&
  packet.d !== null
