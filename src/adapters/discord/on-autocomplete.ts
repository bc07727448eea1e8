import type { AutocompleteInteraction } from 'discord.js'
import type { Bot } from '../../bot/bot.ts'
import { findCommand } from '../../bot/command.ts'
import { calledCommand } from './called-command.ts'
import { cutPlain } from './escape-text.ts'
import { LIMITS } from './limits.ts'

/** Offers values from memory: there are 3 s and no deferring. */
export async function onAutocomplete(interaction: AutocompleteInteraction, bot: Bot): Promise<void> {
  const { name, value } = interaction.options.getFocused(true)
  const list = findCommand(bot.commands, calledCommand(interaction))?.args[name]?.suggestions ?? null
  const values = list === null ? [] : bot.suggest(list, value)
  const choices = values
    .filter((offered) => offered.length <= LIMITS.choiceValue)
    .slice(0, LIMITS.choices)
    .map((offered) => ({ name: cutPlain(offered, LIMITS.choiceName), value: offered }))
  await interaction.respond(choices)
}
