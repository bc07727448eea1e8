import type { AnySelectMenuInteraction, ButtonInteraction } from 'discord.js'
import { localeOf } from '../../bot/texts/locale.ts'
import { Secret } from '../../diagnostics/secret.ts'
import { acknowledged, answerInteraction, type InteractionWork } from './answer-interaction.ts'
import { first } from './first-response.ts'
import { renderForm } from './render-form.ts'
import { say } from './say.ts'

/** A button that opens the form of a command of which a part is known: it asks for the rest. */
export async function onOpenForm(
  interaction: ButtonInteraction | AnySelectMenuInteraction,
  key: string,
  work: InteractionWork,
): Promise<void> {
  const held = work.context.held.find(key, interaction.user.id)
  if (held.kind !== 'held') return say(interaction, held.kind, work)
  const { command, args } = held.intent
  const plan = work.context.bot.plan(
    { kind: 'call', intent: { command, args: new Secret({}) } },
    localeOf(interaction.locale),
  )
  if (plan.kind !== 'form') return answerInteraction(interaction, { kind: 'call', intent: held.intent }, work)
  const known = args.reveal()
  const form = { ...plan.form, fields: plan.form.fields.filter(({ name }) => !Object.hasOwn(known, name)) }
  acknowledged(interaction, await first(() => interaction.showModal(renderForm({ form, key }))), work)
}
