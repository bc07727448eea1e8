import { createRequire } from 'node:module'
import type * as discordJs from 'discord.js'

// Imported as a module, each of its four hundred files would be parsed once more, to find the names that it exports.
const library: typeof discordJs = createRequire(import.meta.url)('discord.js')

export const {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ButtonStyle,
  ChannelType,
  Client,
  ComponentType,
  DefaultRestOptions,
  DiscordAPIError,
  Events,
  GatewayIntentBits,
  HTTPError,
  InteractionContextType,
  Locale,
  MessageFlags,
  Options,
  Partials,
  PermissionFlagsBits,
  RateLimitError,
  REST,
  RESTJSONErrorCodes,
  Routes,
  Status,
  TextInputStyle,
} = library
