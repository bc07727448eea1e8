import type { Interaction } from 'discord.js'
import { localeOf } from '../../bot/texts/locale.ts'
import { answerInteraction, tellFailure, type InteractionWork } from './answer-interaction.ts'
import { VERIFY_MESSAGE } from './command-names.ts'
import { readCustomId } from './custom-id.ts'
import { reportFailure } from './discord-context.ts'
import type { Answerable } from './first-response.ts'
import { WAITS } from './limits.ts'
import { onAutocomplete } from './on-autocomplete.ts'
import { onCommand } from './on-command.ts'
import { onForm } from './on-form.ts'
import { onMessageMenu } from './on-message-menu.ts'
import { onOpenForm } from './on-open-form.ts'
import { say } from './say.ts'

/** Takes any interaction. Never rejects: a failure is logged, and told to the asker. */
export async function onInteraction(interaction: Interaction, work: InteractionWork, stopping: boolean): Promise<void> {
  const { context, log } = work
  try {
    const age = context.now() - interaction.createdTimestamp
    if (age > WAITS.interactionLifetime) {
      log.warn({ age }, 'interaction was replayed after its token had died')
      return
    }
    if (interaction.isAutocomplete()) return await onAutocomplete(interaction, context.bot)
    const locale = localeOf(interaction.locale)
    if (locale !== null) context.locales.set(interaction.user.id, locale)
    if (stopping) await say(interaction, 'stopping', work)
    else await route(interaction, work)
  } catch (error) {
    reportFailure(context, log, `interaction-${interaction.type}`, error)
    if (!interaction.isAutocomplete()) await tellFailure(interaction, work)
  }
}

async function route(interaction: Answerable, work: InteractionWork): Promise<void> {
  if (interaction.isChatInputCommand()) return onCommand(interaction, work)
  if (interaction.isMessageContextMenuCommand() && interaction.commandName === VERIFY_MESSAGE.name) {
    return onMessageMenu(interaction, work)
  }
  if (interaction.isModalSubmit()) {
    const id = readCustomId(interaction.customId)
    if (id?.kind === 'form') return onForm(interaction, id, work)
  }
  if (interaction.isMessageComponent()) {
    const id = readCustomId(interaction.customId)
    if (id?.kind === 'press') return answerInteraction(interaction, id, work)
    if (id?.kind === 'open') return onOpenForm(interaction, id.key, work)
  }
  // Of an older version of this bot, or registered by somebody else: never silence.
  return say(interaction, 'gone', work)
}
