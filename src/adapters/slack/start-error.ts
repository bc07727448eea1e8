import { networkRemedies } from '../../bot/texts/en/network.ts'
import { networkFault } from '../../diagnostics/network-fault.ts'
import { SurfaceStartError } from '../surface.ts'
import { UNAUTHORIZED } from './call-slack.ts'
import type { SlackFailure } from './slack-failure.ts'

const BOT_TOKEN =
  'Set SLACK_BOT_TOKEN (slack.botToken) to the "Bot User OAuth Token" (xoxb-…) on the page "OAuth & Permissions" of the app, and install the app again if it was removed.'
const APP_TOKEN =
  'Set SLACK_APP_TOKEN (slack.appToken) to an app-level token (xapp-…) with the scope connections:write, from "Basic Information", and switch Socket Mode on.'
const NETWORK = 'Check the network, HTTPS_PROXY, and SLACK_API_URL (slack.apiUrl).'
const API_URL = 'Check SLACK_API_URL (slack.apiUrl) as well, if it is set.'

/** Refusals of a token that no waiting mends. */
const REFUSED = new Set([
  ...UNAUTHORIZED,
  'not_allowed_token_type',
  'missing_scope',
  'no_permission',
  'user_removed_from_team',
  'team_disabled',
  'access_denied',
  'invalid_app_id',
])

export type Token = 'bot' | 'app'

export const isRefusal = ({ code }: SlackFailure): boolean => REFUSED.has(code)

/** What is wrong with which setting, in one line. */
export function startError(failure: SlackFailure, token: Token): SurfaceStartError {
  if (!isRefusal(failure)) return unreachable(failure.code)
  return token === 'bot'
    ? new SurfaceStartError(`Slack does not accept the bot token (${failure.code})`, BOT_TOKEN)
    : new SurfaceStartError(`Slack does not accept the app-level token (${failure.code})`, APP_TOKEN)
}

function unreachable(code: string): SurfaceStartError {
  const fault = networkFault(code)
  const remedy = fault === null ? NETWORK : `${networkRemedies[fault]('Slack')} ${API_URL}`
  return new SurfaceStartError(`Slack cannot be reached (${code})`, remedy, true)
}

export const missingSetting = (token: Token | 'signing'): SurfaceStartError => {
  if (token === 'app') return new SurfaceStartError('Slack in socket mode takes an app-level token', APP_TOKEN)
  if (token === 'bot') return new SurfaceStartError('Slack takes a bot token', BOT_TOKEN)
  return new SurfaceStartError(
    'Slack in http mode takes a signing secret',
    'Set SLACK_SIGNING_SECRET (slack.signingSecret) to the "Signing Secret" on the page "Basic Information" of the app.',
  )
}
