import type { Secret } from '../diagnostics/secret.ts'

/** How to reach Slack. */
export interface SlackSettings {
  mode: 'socket' | 'http'
  botToken: Secret
  /** Socket mode only. */
  appToken: Secret | null
  /** HTTP mode only. */
  signingSecret: Secret | null
  /** Ends with a slash, as in `https://slack.com/api/`. */
  apiUrl: string
}

/** How to reach Discord. */
export interface DiscordSettings {
  token: Secret
  applicationId: string | null
  /** Empty: the commands are registered globally. */
  guildIds: readonly string[]
  /** Without the version, as in `https://discord.com/api`. */
  apiUrl: string
}

/** A token as documents show it in a header, "Bot MTA…", without that word. */
export const withoutBot = (token: string): string => token.trim().replace(/^Bot\s+/i, '')
