import type { DiscordServer } from './discord-server.ts'
import { InteractionRecord } from './interaction.ts'
import { IDS, memberOf, snowflake, userOf, type Person } from './world.ts'

export interface Where {
  channel?: string
  /** In the person's direct messages with the bot. */
  direct?: boolean
}

type Options = Readonly<Record<string, string>>

/** Does what people do in Discord's client, in the payloads that Discord makes of it. */
export class Act {
  readonly #server: DiscordServer

  constructor(server: DiscordServer) {
    this.#server = server
  }

  slash(who: Person, command: string, options: Options = {}, where: Where = {}): InteractionRecord {
    const given = Object.entries(options).map(([option, value]) => ({ type: 3, name: option, value }))
    return this.#interact(who, 2, called(command, given), where)
  }

  autocomplete(who: Person, command: string, option: string, typed: string): InteractionRecord {
    return this.#interact(who, 4, called(command, [{ type: 3, name: option, value: typed, focused: true }]), {})
  }

  messageMenu(who: Person, name: string, content: string): InteractionRecord {
    const target = this.#message(who, content, IDS.channel, [])
    const data = {
      id: snowflake(),
      name,
      type: 3,
      target_id: target.id,
      resolved: { messages: { [target.id]: target } },
    }
    return this.#interact(who, 2, data, {})
  }

  press(who: Person, customId: string, where: Where = {}): InteractionRecord {
    const message = {
      ...this.#message(who, '', where.channel ?? IDS.channel, []),
      author: { ...userOf(who), id: IDS.application, bot: true },
    }
    return this.#interact(who, 3, { custom_id: customId, component_type: 2 }, where, { message })
  }

  submit(who: Person, customId: string, values: Options, where: Where = {}): InteractionRecord {
    const components = Object.entries(values).map(([field, value], index) => ({
      type: 18,
      id: index * 2 + 1,
      component: { type: 4, id: index * 2 + 2, custom_id: field, value },
    }))
    return this.#interact(who, 5, { custom_id: customId, components }, where)
  }

  /** A message; its id. `mentions` as Discord works them out. */
  say(
    who: Person,
    content: string,
    where: Where & {
      mentionsBot?: boolean
      /** The id of the message it replies to. */
      repliesTo?: string
      withoutChannelType?: boolean
      roles?: readonly string[]
    } = {},
  ): string {
    this.#server.people.set(who.id, who)
    const direct = where.direct === true
    const channel = direct ? this.#server.directChannelOf(who) : (where.channel ?? IDS.channel)
    const mentionsBot = where.mentionsBot ?? content.includes(`<@${IDS.application}>`)
    const mentions = mentionsBot ? [{ ...userOf(who), id: IDS.application, username: 'im-doctor', bot: true }] : []
    const message = this.#message(who, content, channel, mentions)
    const { user: _, ...member } = memberOf(who)
    const roles = where.roles ?? []
    const { repliesTo } = where
    const referring =
      repliesTo === undefined ? {} : { type: 19, message_reference: { message_id: repliesTo, channel_id: channel } }
    const placed = {
      ...message,
      ...referring,
      ...(direct ? {} : { mention_roles: roles, guild_id: IDS.guild, member }),
    }
    const type = direct ? 1 : channel === IDS.thread ? 11 : 0
    this.#server.gateway.dispatch(
      'MESSAGE_CREATE',
      where.withoutChannelType ? placed : { ...placed, channel_type: type },
    )
    return message.id
  }

  #message(who: Person, content: string, channel: string, mentions: readonly object[]) {
    return {
      id: snowflake(),
      type: 0,
      channel_id: channel,
      author: userOf(who),
      content,
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mentions,
      mention_roles: [],
      attachments: [],
      embeds: [],
      pinned: false,
      flags: 0,
    }
  }

  #interact(who: Person, type: number, data: object, where: Where, more: object = {}): InteractionRecord {
    this.#server.people.set(who.id, who)
    const channel = where.direct
      ? { id: this.#server.directChannelOf(who), type: 1 }
      : where.channel === IDS.thread
        ? { id: IDS.thread, type: 11, parent_id: IDS.channel }
        : { id: where.channel ?? IDS.channel, type: 0 }
    const record = new InteractionRecord(snowflake(), `token-${snowflake()}`, channel.id)
    this.#server.interactions.set(record.id, record)
    const from = where.direct
      ? { user: userOf(who), context: 1 }
      : { member: memberOf(who), guild_id: IDS.guild, context: 0 }
    this.#server.gateway.dispatch('INTERACTION_CREATE', {
      id: record.id,
      application_id: IDS.application,
      type,
      data,
      channel,
      channel_id: channel.id,
      token: record.token,
      version: 1,
      locale: who.locale,
      guild_locale: 'en-US',
      app_permissions: '2147483647',
      entitlements: [],
      authorizing_integration_owners: {},
      attachment_size_limit: 10_485_760,
      ...from,
      ...more,
    })
    return record
  }
}

/** A command of two words, or of three, whose second is a group. */
function called(command: string, given: readonly object[]): object {
  const [name, ...words] = command.split(' ')
  const [last, group] = words.reverse()
  const subcommand = { type: 1, name: last, options: given }
  const options = group === undefined ? [subcommand] : [{ type: 2, name: group, options: [subcommand] }]
  return { id: snowflake(), name, type: 1, options }
}
