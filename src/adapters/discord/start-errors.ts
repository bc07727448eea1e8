import { networkRemedies } from '../../bot/texts/en/network.ts'
import { networkFault } from '../../diagnostics/network-fault.ts'
import { SurfaceStartError } from '../surface.ts'

export const tokenRefused = (): SurfaceStartError =>
  new SurfaceStartError(
    'Discord refused the bot token',
    'Set discord.token (DISCORD_TOKEN) to the current token: Developer Portal → your application → Bot → Reset Token.',
  )

export function unreachable(apiUrl: string, code: string): SurfaceStartError {
  const fault = networkFault(code)
  const host = hostOf(apiUrl)
  return new SurfaceStartError(
    `Discord could not be reached (${code})`,
    fault === null
      ? `Check that ${host} can be reached from here, directly or by HTTPS_PROXY, and discord.apiUrl (DISCORD_API_URL) if it is set.`
      : `${networkRemedies[fault](host)} Check discord.apiUrl (DISCORD_API_URL) as well, if it is set.`,
    true,
  )
}

export const callRefused = (code: string): SurfaceStartError =>
  new SurfaceStartError(
    `Discord refused a call (code ${code})`,
    'Check that discord.applicationId (DISCORD_APPLICATION_ID) is of the same application as the token, and that the bot was invited to every server of discord.guildIds with the scopes bot and applications.commands.',
  )

const intentsRefused = (code: number): SurfaceStartError =>
  new SurfaceStartError(
    `Discord refused the gateway intents (close code ${code})`,
    'im-doctor asks for Guilds, Guild Messages and Direct Messages, none of them privileged: check that the application of discord.token (DISCORD_TOKEN) is a bot in good standing.',
  )

const gatewayRefused = (code: number): SurfaceStartError =>
  new SurfaceStartError(
    `Discord closed the gateway for good (close code ${code})`,
    'Unset SHARDS and SHARD_COUNT, and update im-doctor if that does not help.',
  )

/** Close codes after which Discord does not take us back. @see https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
export function closedForGood(code: number): SurfaceStartError {
  if (code === 4004) return tokenRefused()
  return code === 4013 || code === 4014 ? intentsRefused(code) : gatewayRefused(code)
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'Discord')
