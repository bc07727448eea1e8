import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
} from './discord-js.ts'
import type {
  APIApplicationCommandStringOption,
  APIApplicationCommandSubcommandGroupOption,
  APIApplicationCommandSubcommandOption,
  RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { Argument } from '../../bot/argument.ts'
import { commandTexts } from '../../bot/cards/command-form.ts'
import { FAMILIES, type Command, type Family } from '../../bot/command.ts'
import { textsFor } from '../../bot/texts/texts.ts'
import { VERIFY_MESSAGE } from './command-names.ts'
import { cutPlain } from './escape-text.ts'
import { LIMITS } from './limits.ts'

/** Where all our commands can be used: in servers and in our own direct messages, installed to a server. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  // Said although these are Discord's defaults: it sends them back, and a difference would write again at every start.
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
}

/** The application's commands, from the bot's own declarations: a family is a command, each of its names a subcommand, of a group where it has three words. */
export function discordCommands(commands: readonly Command[]): RESTPostAPIApplicationCommandsJSONBody[] {
  const families = FAMILIES.map((family) => ({
    family,
    members: commands.filter((command) => command.family === family),
  }))
  return [
    ...families
      .filter(({ members }) => members.length > 0)
      .map(
        ({ family, members }): RESTPostAPIApplicationCommandsJSONBody => ({
          type: ApplicationCommandType.ChatInput,
          name: family,
          name_localizations: { [Locale.EnglishUS]: family, [Locale.ChineseCN]: family, [Locale.ChineseTW]: family },
          ...described((locale) => summaryOf(family, locale)),
          options: [...members.filter(({ group }) => group === null).map(subcommand), ...groupsOf(members)],
          ...EVERYWHERE,
        }),
      ),
    ...(commands.some(({ id }) => id === 'usersig.inspect') ? [messageCommand()] : []),
  ]
}

const summaryOf = (family: Family, locale: 'en' | 'zh'): string => textsFor(locale).families[family].summary

/** Commands of three words: their second word is a group of subcommands, which cannot be called by itself. */
function groupsOf(members: readonly Command[]): APIApplicationCommandSubcommandGroupOption[] {
  const groups = new Set(members.map(({ group }) => group))
  return [...groups].flatMap((group) => {
    if (group === null) return []
    const texts = (locale: 'en' | 'zh') => textsFor(locale).groups[group]
    return {
      type: ApplicationCommandOptionType.SubcommandGroup,
      name: group,
      ...named((locale) => (locale === 'en' ? group : texts(locale).name)),
      ...described((locale) => texts(locale).summary),
      options: members.filter((member) => member.group === group).map(subcommand),
    }
  })
}

function subcommand(command: Command): APIApplicationCommandSubcommandOption {
  // A command with a form can be called bare, which opens it; so Discord must not insist on anything.
  // A flag is for terminals: here a button asks.
  const options = Object.entries(command.args)
    .filter(([, { place }]) => place !== 'flag')
    .map(([name, argument]) => option(command, name, argument))
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: command.name,
    ...named((locale) => (locale === 'en' ? command.name : commandTexts(command.id, locale).name)),
    ...described((locale) => commandTexts(command.id, locale).summary),
    options: options.sort((left, right) => Number(right.required) - Number(left.required)),
  }
}

function option(command: Command, name: string, argument: Argument): APIApplicationCommandStringOption {
  const texts = (locale: 'en' | 'zh') => commandTexts(command.id, locale).args[name] ?? { label: name, hint: name }
  return {
    type: ApplicationCommandOptionType.String,
    name,
    ...named((locale) => texts(locale).label),
    ...described((locale) => texts(locale).hint),
    required: argument.required && !command.form,
    max_length: Math.min(argument.maxLength, LIMITS.stringOption),
    autocomplete: argument.suggestions !== null,
  }
}

/** Given for English too: where a language is missing, Discord takes another English before it takes the default. */
const named = (text: (locale: 'en' | 'zh') => string) => ({
  name_localizations: {
    [Locale.EnglishUS]: text('en'),
    [Locale.ChineseCN]: text('zh'),
    [Locale.ChineseTW]: text('zh'),
  },
})

const described = (text: (locale: 'en' | 'zh') => string) => {
  const en = cutPlain(text('en'), LIMITS.commandDescription)
  const zh = cutPlain(text('zh'), LIMITS.commandDescription)
  return {
    description: en,
    description_localizations: { [Locale.EnglishUS]: en, [Locale.ChineseCN]: zh, [Locale.ChineseTW]: zh },
  }
}

const messageCommand = (): RESTPostAPIApplicationCommandsJSONBody => ({
  type: ApplicationCommandType.Message,
  name: VERIFY_MESSAGE.name,
  ...named((locale) => (locale === 'en' ? VERIFY_MESSAGE.name : VERIFY_MESSAGE.zh)),
  ...EVERYWHERE,
})
