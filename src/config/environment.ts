import type { Environment } from './read-source.ts'

/** Where in the configuration a variable of the environment stands. One app is named `default`. */
const PLACES = [
  ['IM_SDK_APP_ID', 'apps.default.sdkAppId'],
  ['IM_SECRET_KEY', 'apps.default.secretKey'],
  ['IM_REGION', 'apps.default.region'],
  ['IM_BASE_URL', 'apps.default.baseUrl'],
  ['IM_ADMINISTRATOR', 'apps.default.administrator'],
  ['IM_WEBHOOK_TOKEN', 'apps.default.webhook.token'],
  ['SLACK_BOT_TOKEN', 'slack.botToken'],
  ['SLACK_APP_TOKEN', 'slack.appToken'],
  ['SLACK_SIGNING_SECRET', 'slack.signingSecret'],
  ['SLACK_API_URL', 'slack.apiUrl'],
  ['DISCORD_TOKEN', 'discord.token'],
  ['DISCORD_APPLICATION_ID', 'discord.applicationId'],
  ['DISCORD_API_URL', 'discord.apiUrl'],
  ['DATABASE_URL', 'store'],
  ['PORT', 'http.port'],
  ['LOG_LEVEL', 'log.level'],
] as const

/** The names of all of them. */
export const VARIABLES: readonly string[] = PLACES.map(([name]) => name)

/** The variable that sets a key where there is no file; the key itself where none does. */
export const variableOf = (key: string): string => PLACES.find(([, place]) => place === key)?.[0] ?? key

type Raw = Record<string, unknown>

/**
 * The environment in the shape of the file. Slack runs over HTTP where only a signing secret is given.
 * `configured` is false where nothing but the port, the store and the log level is set: that is no configuration yet.
 */
export function readEnvironment(environment: Environment): { raw: Raw; configured: boolean } {
  const raw: Raw = {}
  let configured = false
  for (const [name, place] of PLACES) {
    const value = environment[name]
    if (value === undefined || value === '') continue
    put(raw, place.split('.'), value)
    if (place.includes('.') && !place.startsWith('http.') && !place.startsWith('log.')) configured = true
  }
  const slack = raw['slack'] as Raw | undefined
  if (slack !== undefined && slack['appToken'] === undefined && slack['signingSecret'] !== undefined)
    slack['mode'] = 'http'
  return { raw, configured }
}

function put(target: Raw, [first = '', ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) {
    target[first] = value
    return
  }
  const inner = (target[first] ?? {}) as Raw
  target[first] = inner
  put(inner, rest, value)
}
