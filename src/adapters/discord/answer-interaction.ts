import type { Logger } from 'pino'
import type { Reply, Visibility } from '../../bot/reply.ts'
import type { Input, Progress } from '../../bot/request.ts'
import { localeOf, type Locale } from '../../bot/texts/locale.ts'
import { within } from '../within.ts'
import { askBot, spokenTo, type Asked } from './ask-bot.ts'
import { PermissionFlagsBits } from './discord-js.ts'
import type { DiscordContext } from './discord-context.ts'
import { complete, defer, first, replace, respond, type Acknowledged, type Answerable } from './first-response.ts'
import { InteractionProgress } from './interaction-progress.ts'
import { WAITS } from './limits.ts'
import { actorOf, placeOf, rolesOf } from './place-of.ts'
import { withoutPictures } from './pictures.ts'
import { renderForm } from './render-form.ts'
import type { Button } from './render-buttons.ts'
import { cardPayload, textPayload, type Payload } from './render-reply.ts'
import { DISCORD_TEXTS } from './texts.ts'

export interface InteractionWork {
  context: DiscordContext
  log: Logger
  /** UNIX milliseconds of its arrival here. */
  arrived: number
  /** Further buttons under the answer. */
  more?: (reply: Reply) => readonly Button[]
}

/** Acknowledges, asks the bot, answers: the road of every command, button, form and menu entry. */
export async function answerInteraction(interaction: Answerable, input: Input, work: InteractionWork): Promise<void> {
  const { context } = work
  const locale = localeOf(interaction.locale)
  const plan = context.bot.plan(input, locale)
  if (plan.kind === 'form' && !interaction.isModalSubmit()) {
    acknowledged(
      interaction,
      await first(() => interaction.showModal(renderForm({ form: plan.form, key: null }))),
      work,
    )
    return
  }
  // A form cannot open another: its own mistakes are answered to the one who filled it in.
  const planned = plan.kind === 'form' ? 'private' : plan.visibility
  const progress = new InteractionProgress(interaction, (told) => drawProgress(interaction, told, work), work)
  const ask = async (): Promise<Asked> => {
    const { id, user, member, guildId } = interaction
    const actor = actorOf(user.id, guildId === null ? await context.roles.of(user.id) : rolesOf(member))
    return askBot(context, { id, actor, place: placeOf(interaction), input, locale, onProgress: progress.tell })
  }

  let asking: Promise<Asked> | null = null
  let visibility = planned
  if (interaction.isMessageComponent()) {
    // Who may see what a button does is only known with its answer, which is nearly always there at once, or its progress.
    asking = ask()
    const quick = await within(Promise.race([asking, progress.first]), WAITS.quickAnswer, null)
    if (quick?.kind === 'progress') {
      visibility = quick.visibility
    } else if (quick !== null) {
      const answer = show(interaction, quick, planned, work)
      if (answer === null) return
      acknowledged(interaction, await respond(interaction, answer.payload, answer.visibility), work)
      return
    }
  }
  const deferred = defer(interaction, visibility)
  void context.acknowledging.track(deferred)
  if (acknowledged(interaction, await deferred, work) === 'gone') return
  // Work begins when nobody else waits for an acknowledgement, since it could use up the three seconds they have.
  if (asking === null) await context.acknowledging.idle(WAITS.othersFirst)
  progress.open(visibility)
  const asked = await (asking ?? ask())
  const where = await progress.close()
  const answer = show(interaction, asked, planned, work)
  if (answer === null) return
  if (answer.visibility === visibility && where === 'in-place') await complete(interaction, answer.payload, visibility)
  else await replace(interaction, answer.payload, answer.visibility)
}

/**
 * What to show and to whom; null for a duplicate. Private when either the plan or the reply says so, but for a button: what
 * it does is only looked up with the answer, and sharing is one of the things it can do.
 */
function show(
  interaction: Answerable,
  asked: Asked,
  planned: Visibility,
  { context, more }: InteractionWork,
): { payload: Payload; visibility: Visibility } | null {
  if (asked.kind === 'duplicate') return null
  if (asked.kind === 'failed') return { payload: textPayload(asked.message), visibility: 'private' }
  const { reply } = asked
  const openly = planned === 'public' ? visibilityOf(reply) : 'private'
  const visibility = interaction.isMessageComponent() ? reply.visibility : openly
  const owner = visibility === 'private' ? actorOf(interaction.user.id) : null
  const drawn = cardPayload(context.bot, reply.card, reply.locale, owner, { more: more?.(reply) ?? [] })
  const payload = interaction.appPermissions.has(PermissionFlagsBits.AttachFiles) ? drawn : withoutPictures(drawn)
  if (visibility === 'public') sign(payload, interaction, reply.locale, reply.command === null ? 'sharedBy' : 'askedBy')
  return { payload, visibility }
}

/** Everybody saw that an answer was on its way: that Tencent cannot be asked is said in its place. */
const visibilityOf = ({ visibility, status, confidential }: Reply): Visibility =>
  status === 'upstream' && !confidential ? 'public' : visibility

function drawProgress(interaction: Answerable, told: Progress, { context }: InteractionWork): Payload {
  const { card, visibility, locale } = told
  const owner = visibility === 'private' ? actorOf(interaction.user.id) : null
  const payload = withoutPictures(cardPayload(context.bot, card, locale, owner))
  if (visibility === 'public') sign(payload, interaction, locale, 'askedBy')
  return payload
}

/** A message that a button made does not say who pressed it, unlike the answer to a command. */
function sign(payload: Payload, interaction: Answerable, locale: Locale, how: 'sharedBy' | 'askedBy'): void {
  if (!interaction.isMessageComponent()) return
  payload.content = `-# ${DISCORD_TEXTS[locale][how](`<@${interaction.user.id}>`)}`
}

/** Notes how the first response went. */
export function acknowledged(
  interaction: Answerable,
  how: Acknowledged,
  { context, log, arrived }: InteractionWork,
): Acknowledged {
  const took = context.now() - arrived
  if (how === 'done') context.observe.acknowledged('discord', took)
  // `sent` needs a synchronised clock; large values here and small ones in `took` speak of a slow network or a replay.
  else
    log.warn(
      { took, sent: context.now() - interaction.createdTimestamp },
      'interaction was gone before the first response',
    )
  return how
}

/** Tells the asker that we failed, in whichever way is still open. Never rejects. */
export async function tellFailure(interaction: Answerable, { context, log }: InteractionWork): Promise<void> {
  const texts = DISCORD_TEXTS[spokenTo(context, localeOf(interaction.locale))]
  const payload = textPayload(texts.failed(interaction.id))
  try {
    if (!interaction.deferred && !interaction.replied) await respond(interaction, payload, 'private')
    else if (interaction.ephemeral === true) await complete(interaction, payload, 'private')
    else await replace(interaction, payload, 'private')
  } catch {
    log.warn({}, 'the asker could not be told of a failure')
  }
}
