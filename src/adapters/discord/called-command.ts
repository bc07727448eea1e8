import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js'

/** The words that name the command, with dots between them: `im.report.now`. Discord sends them in English always. */
export const calledCommand = ({
  commandName,
  options,
}: ChatInputCommandInteraction | AutocompleteInteraction): string =>
  [commandName, options.getSubcommandGroup(false), options.getSubcommand(false)]
    .filter((word) => word !== null)
    .join('.')
