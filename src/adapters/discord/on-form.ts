import type { ModalSubmitInteraction } from 'discord.js'
import { Secret } from '../../diagnostics/secret.ts'
import { answerInteraction, type InteractionWork } from './answer-interaction.ts'
import type { CustomId } from './custom-id.ts'
import { say } from './say.ts'

type FormId = Extract<CustomId, { kind: 'form' }>

/** A form that was filled in, together with what was held for it. What was left empty was not given. */
export async function onForm(
  interaction: ModalSubmitInteraction,
  { command, key }: FormId,
  work: InteractionWork,
): Promise<void> {
  const held = key === null ? null : work.context.held.find(key, interaction.user.id)
  if (held !== null && held.kind !== 'held') return say(interaction, held.kind, work)
  const given = [...interaction.fields.fields.values()].flatMap((field) =>
    'value' in field && typeof field.value === 'string' && field.value.trim() !== ''
      ? [[field.customId, field.value]]
      : [],
  )
  const args = new Secret<Readonly<Record<string, unknown>>>({
    ...held?.intent.args.reveal(),
    ...Object.fromEntries(given),
  })
  await answerInteraction(interaction, { kind: 'call', intent: { command, args, typed: true } }, work)
}
