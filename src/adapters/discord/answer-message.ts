import type { Message } from 'discord.js'
import type { Plan } from '../../bot/bot.ts'
import type { Card } from '../../bot/card.ts'
import { pastedSecret } from '../../bot/policy/pasted-secret.ts'
import type { Actor, Input } from '../../bot/request.ts'
import type { Locale } from '../../bot/texts/locale.ts'
import { Secret } from '../../diagnostics/secret.ts'
import type { InteractionWork } from './answer-interaction.ts'
import { askBot, spokenTo, type Asked } from './ask-bot.ts'
import { openId } from './custom-id.ts'
import { rightsIn, sendDirectly } from './deliver-message.ts'
import { reportFailure, type DiscordContext } from './discord-context.ts'
import { keepTyping } from './keep-typing.ts'
import { MessageProgress } from './message-progress.ts'
import { actorOf, placeOf, rolesOf } from './place-of.ts'
import { plainPayload } from './plain-payload.ts'
import { withoutPictures } from './pictures.ts'
import type { Button } from './render-buttons.ts'
import { cardPayload, textPayload, type Payload } from './render-reply.ts'
import { DISCORD_TEXTS } from './texts.ts'

/**
 * Answers a mention or a direct message. What is private and was asked in public goes to the asker's direct messages; how
 * far a long answer has come is shown where the answer will stand.
 */
export async function answerMessage(
  message: Message,
  words: string,
  locale: Locale | null,
  work: InteractionWork,
): Promise<void> {
  const { context, log, arrived } = work
  const input: Input = { kind: 'words', text: new Secret(words) }
  const acknowledged = once(() => context.observe.acknowledged('discord', context.now() - arrived))
  const { id, author, member, guildId } = message
  const language = spokenTo(context, locale)
  const rights = rightsIn(message)
  const typing = keepTyping(message.channel, acknowledged)
  try {
    const plan = context.bot.plan(input, locale)
    const actor = actorOf(author.id, guildId === null ? await context.roles.of(author.id) : rolesOf(member))
    const draw: Draw = (card, owner, language, more = []) => {
      if (!rights.embed && owner === null)
        return plainPayload(card, { locale: language, timeZone: null, now: context.now() })
      const payload = cardPayload(context.bot, card, language, owner, { more })
      return rights.attach || owner !== null ? payload : withoutPictures(payload)
    }
    const progress = new MessageProgress(message, work, {
      draw: (told) => withoutPictures(draw(told.card, guildId === null ? actor : null, told.locale)),
      allowed: ({ visibility }) => guildId === null || (visibility === 'public' && rights.send),
      onShown: () => {
        acknowledged()
        typing.stop()
      },
    })
    const place = placeOf(message)
    const asked = await askBot(context, { id, actor, place, input, locale, onProgress: progress.tell })
    await progress.end()
    if (asked.kind === 'duplicate') return
    try {
      await deliver(message, asked, { words, plan, language, actor, draw, progress, maySend: rights.send }, work)
    } catch (error) {
      if (!progress.begun) throw error
      reportFailure(context, log, 'message', error)
      await progress.say(textPayload(DISCORD_TEXTS[language].failed(id)))
    }
    acknowledged()
  } finally {
    typing.stop()
  }
}

type Draw = (card: Card, owner: Actor | null, language: Locale, more?: readonly Button[]) => Payload

interface Delivery {
  words: string
  plan: Plan
  /** For what is not in the reply's own. */
  language: Locale
  actor: Actor
  draw: Draw
  progress: MessageProgress
  maySend: boolean
}

async function deliver(
  message: Message,
  asked: Exclude<Asked, { kind: 'duplicate' }>,
  { words, plan, language, actor, draw, progress, maySend }: Delivery,
  { context, log }: InteractionWork,
): Promise<void> {
  const answer = asked.kind === 'reply' ? asked.reply : null
  const texts = DISCORD_TEXTS[answer?.locale ?? language]
  const form = answer === null ? [] : formButton(plan, answer.locale, actor, context)

  if (message.guildId !== null && answer?.visibility === 'public' && maySend) {
    await progress.say(draw(answer.card, null, answer.locale))
    return
  }
  const privately = answer === null ? textPayload(failureOf(asked)) : draw(answer.card, actor, answer.locale, form)
  if (message.guildId === null) {
    await progress.say(privately)
    return
  }
  if (maySend && answer?.confidential === false) {
    await progress.say(draw(answer.card, null, answer.locale, form))
    return
  }
  const secret = pastedSecret(words)
  // Our own sentences hold nothing of anyone's: they may stand where the progress stood.
  if (maySend && answer === null && (progress.begun || !secret)) {
    await progress.say(privately)
    return
  }
  const refused = await sendDirectly(message, privately)
  if (refused !== null) {
    log.info({ code: refused }, 'direct message was refused')
    context.observe.platformError('discord', 'direct-message', refused)
  }
  if (!maySend) return
  if (refused === null) await progress.say(textPayload(texts.answeredDirectly(secret)))
  else if (answer === null) await progress.say(privately)
  else if (answer.publicCard !== null) await progress.say(draw(answer.publicCard, null, answer.locale))
  else await progress.say(textPayload(texts.directMessagesClosed))
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
