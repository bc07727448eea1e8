import type { ChatInputCommandInteraction } from 'discord.js'
import { Secret } from '../../diagnostics/secret.ts'
import { answerInteraction, type InteractionWork } from './answer-interaction.ts'

/** `/usersig verify user:… sig:…`. The payload has the default names, whatever the person's language. */
export async function onCommand(interaction: ChatInputCommandInteraction, work: InteractionWork): Promise<void> {
  const subcommand = interaction.options.getSubcommand(false)
  const command = subcommand === null ? interaction.commandName : `${interaction.commandName}.${subcommand}`
  const options = interaction.options.data.flatMap((option) => option.options ?? [option])
  const args = new Secret(Object.fromEntries(options.map(({ name, value }) => [name, value])))
  await answerInteraction(interaction, { kind: 'call', intent: { command, args } }, work)
}
