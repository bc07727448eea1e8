import type { Message } from 'discord.js'
import type { Plan } from '../../bot/bot.ts'
import type { Card } from '../../bot/card.ts'
import type { Actor, Input } from '../../bot/request.ts'
import type { Locale } from '../../bot/texts/locale.ts'
import { Secret } from '../../diagnostics/secret.ts'
import type { InteractionWork } from './answer-interaction.ts'
import { askBot, spokenTo, type Asked } from './ask-bot.ts'
import { openId } from './custom-id.ts'
import { reply, rightsIn, sendDirectly } from './deliver-message.ts'
import type { DiscordContext } from './discord-context.ts'
import { keepTyping } from './keep-typing.ts'
import { actorOf, placeOf, rolesOf } from './place-of.ts'
import { plainPayload } from './plain-payload.ts'
import type { Button } from './render-buttons.ts'
import { cardPayload, textPayload, type Payload } from './render-reply.ts'
import { DISCORD_TEXTS } from './texts.ts'

/** Answers a mention or a direct message. What is private and was asked in public goes to the asker's direct messages. */
export async function answerMessage(
  message: Message,
  words: string,
  locale: Locale | null,
  work: InteractionWork,
): Promise<void> {
  const { context, arrived } = work
  const input: Input = { kind: 'words', text: new Secret(words) }
  const acknowledged = once(() => context.observe.acknowledged('discord', context.now() - arrived))
  const { author, member, guildId } = message
  const typing = keepTyping(message.channel, acknowledged)
  try {
    const plan = context.bot.plan(input, locale)
    const actor = actorOf(author.id, guildId === null ? await context.roles.of(author.id) : rolesOf(member))
    const asked = await askBot(context, { id: message.id, actor, place: placeOf(message), input, locale })
    if (asked.kind === 'duplicate') return
    await deliver(message, asked, plan, spokenTo(context, locale), actor, work)
    acknowledged()
  } finally {
    typing.stop()
  }
}

async function deliver(
  message: Message,
  asked: Exclude<Asked, { kind: 'duplicate' }>,
  plan: Plan,
  locale: Locale,
  actor: Actor,
  { context, log }: InteractionWork,
): Promise<void> {
  const rights = rightsIn(message)
  const draw = (card: Card, owner: Actor | null, language: Locale, more: readonly Button[] = []): Payload =>
    rights.embed || owner !== null
      ? cardPayload(context.bot, card, language, owner, more)
      : plainPayload(card, language, context.now())
  const answer = asked.kind === 'reply' ? asked.reply : null
  const texts = DISCORD_TEXTS[answer?.locale ?? locale]
  const form = answer === null ? [] : formButton(plan, answer.locale, actor, context)

  if (message.guildId !== null && answer?.visibility === 'public' && rights.send) {
    await reply(message, draw(answer.card, null, answer.locale))
    return
  }
  const privately = answer === null ? textPayload(failureOf(asked)) : draw(answer.card, actor, answer.locale, form)
  if (message.guildId === null) {
    await reply(message, privately)
    return
  }
  const refused = await sendDirectly(message, privately)
  if (refused !== null) {
    log.info({ code: refused }, 'direct message was refused')
    context.observe.platformError('discord', 'direct-message', refused)
  }
  if (!rights.send) return
  if (refused === null) await reply(message, textPayload(texts.answeredDirectly))
  else if (answer === null) await reply(message, privately)
  else if (answer.publicCard !== null) await reply(message, draw(answer.publicCard, null, answer.locale))
  else await reply(message, textPayload(texts.directMessagesClosed))
}

/** The first sign of life counts: the typing indicator, or else the answer. */
function once(work: () => void): () => void {
  let done = false
  return () => {
    if (!done) work()
    done = true
  }
}

const failureOf = (asked: Asked): string => (asked.kind === 'failed' ? asked.message : '')

/** Words cannot open a form; a button can. */
function formButton(plan: Plan, locale: Locale, owner: Actor, { held }: DiscordContext): readonly Button[] {
  if (plan.kind !== 'form') return []
  const key = held.hold({ command: plan.form.command, args: new Secret({}) }, owner.id)
  return [{ label: DISCORD_TEXTS[locale].openForm, style: 'primary', customId: openId(key) }]
}
