import type { ChatInputCommandInteraction, CommandInteractionOption } from 'discord.js'
import { Secret } from '../../diagnostics/secret.ts'
import { answerInteraction, type InteractionWork } from './answer-interaction.ts'
import { calledCommand } from './called-command.ts'
import { ApplicationCommandOptionType } from './discord-js.ts'

/** `/usersig verify user:… sig:…`. The payload has the default names, whatever the person's language. */
export async function onCommand(interaction: ChatInputCommandInteraction, work: InteractionWork): Promise<void> {
  const args = new Secret(Object.fromEntries(given(interaction.options.data).map(({ name, value }) => [name, value])))
  await answerInteraction(
    interaction,
    { kind: 'call', intent: { command: calledCommand(interaction), args, typed: true } },
    work,
  )
}

/** What was filled in, from within its subcommand and group. */
const given = (options: readonly CommandInteractionOption[]): readonly CommandInteractionOption[] =>
  options.flatMap((option) =>
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup
      ? given(option.options ?? [])
      : [option],
  )
