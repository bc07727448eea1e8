import { isBrokenConnection } from './broken-connection.ts'
import { DefaultRestOptions, GatewayIntentBits, Options, Partials } from './discord-js.ts'
import type { ClientOptions, RESTOptions } from 'discord.js'
import type { DiscordSettings } from '../../config/settings.ts'
import { WAITS } from './limits.ts'

/** The settings, and the way out of here; null: directly. */
export interface Reach extends DiscordSettings {
  agent: RESTOptions['agent']
}

/** How long a call may wait for its rate limit, in milliseconds. Nobody waits for a registration. */
function patience(method: string, route: string): number {
  if (route.startsWith('/applications')) return Infinity
  return method === 'PATCH' && route.includes('/messages/') ? WAITS.editLimited : WAITS.limited
}

/**
 * discord.js repeats by itself what was reset, and nothing whose connection was closed. Reading, and replacing all commands, is safe
 * to repeat after either. A message by a webhook takes no nonce, so there a reset is made to look like any other broken
 * connection, which is looked into before anything is repeated.
 */
const makeRequest: RESTOptions['makeRequest'] = async (url, init) => {
  try {
    return await DefaultRestOptions.makeRequest(url, init)
  } catch (error) {
    if (!isBrokenConnection(error)) throw error
    if (init.method === 'GET' || init.method === 'PUT') return DefaultRestOptions.makeRequest(url, init)
    if (init.method !== 'POST' || !new URL(url).pathname.includes('/webhooks/')) throw error
    throw Object.assign(new Error('connection lost'), { code: 'UND_ERR_SOCKET' })
  }
}

/** For the gateway client and for `im-doctor discord register`. */
export function restOptions({ apiUrl, agent }: Reach): Partial<RESTOptions> {
  return {
    api: apiUrl,
    agent,
    // A hung call is repeated while the asker still waits. Repeating is safe: messages carry a nonce that Discord
    // enforces, edits and registrations are idempotent, and a second acknowledgement is recognised.
    timeout: 10_000,
    makeRequest,
    // Interaction routes are outside of Discord's limit of 50 a second, but discord.js counts them in: 2,000 commands took
    // 21 s instead of 2.3 s. Ordinary routes are still held back by the headers of each answer.
    globalRequestsPerSecond: 5000,
    // A refusal without the headers of its bucket says only after how long to come again.
    rejectOnRateLimit: ({ method, route, timeToReset, retryAfter }) =>
      Math.max(timeToReset, retryAfter) > patience(method, route),
    // Discord blocks an address after 10,000 refused calls in ten minutes.
    invalidRequestWarningInterval: 500,
  }
}

export function clientOptions(settings: Reach): ClientOptions {
  return {
    // None of these is privileged: mentions and direct messages carry their content without MessageContent.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // Without it discord.js drops the first direct message of everyone.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    enforceNonce: true,
    failIfNotExists: false,
    shards: 'auto',
    waitGuildTimeout: 2_000,
    rest: restOptions(settings),
    // Nothing here is read again after its event; by default users and members stay for ever.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 10,
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildMemberManager: { maxSize: 200, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 500, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
  }
}
