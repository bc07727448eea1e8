import { CHAT_PLATFORMS } from '../bot/ports/channels.ts'
import { parseChannelSetting } from '../bot/words/channel.ts'
import { closest } from '../bot/words/closest.ts'
import { UNSET } from './read-source.ts'
import type { ConfigSource } from './load-config.ts'
import type { ConfigProblem } from './problem.ts'

/**
 * What no key alone shows: keys that need or contradict each other. Looks at the file as it was written, so that it is
 * told together with whatever else is wrong.
 */
export function checkTogether(raw: unknown, source: ConfigSource): readonly ConfigProblem[] {
  return [...checkApps(raw, source), ...checkSlack(raw), ...checkStore(raw), ...checkTeam(raw)]
}

/** A member of a mapping; undefined where there is none or no mapping. */
const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined

function* checkApps(raw: unknown, source: ConfigSource): Generator<ConfigProblem> {
  const apps = member(raw, 'apps') ?? {}
  if (typeof apps !== 'object' || Array.isArray(apps)) return
  const names = Object.keys(apps)
  const listed = names.join(', ')
  if (names.length === 0 && source.kind === 'file') yield { key: 'apps', problem: 'apps' }
  if (names.length === 0 && source.kind === 'environment')
    for (const key of ['sdkAppId', 'secretKey']) yield { key: `apps.default.${key}`, problem: 'missing' }
  const chosen = member(raw, 'defaultApp')
  if (typeof chosen === 'string' && names.length > 0 && !names.includes(chosen.trim()))
    yield { key: 'defaultApp', problem: `default-app:${listed}` }
  if (chosen === undefined && names.length > 1) yield { key: 'defaultApp', problem: `choose-default-app:${listed}` }
  for (const [index, name] of names.entries()) yield* checkApp(apps, name, names.slice(0, index))
}

function* checkApp(apps: unknown, name: string, before: readonly string[]): Generator<ConfigProblem> {
  const app = member(apps, name)
  const id = sdkAppIdOf(app)
  yield* checkIdAndKey(app, name)
  const twin = before.find((other) => id !== null && sdkAppIdOf(member(apps, other)) === id)
  if (twin !== undefined) yield { key: `apps.${name}.sdkAppId`, problem: `same-app:${twin}` }
  const pem = member(app, 'publicKey')
  if (typeof pem === 'string' && pem !== '' && !pem.includes('BEGIN PUBLIC KEY'))
    yield { key: `apps.${name}.publicKeyFile`, problem: 'public-key' }
}

/** The one in the place of the other. */
function* checkIdAndKey(app: unknown, name: string): Generator<ConfigProblem> {
  const id = member(app, 'sdkAppId')
  const key = member(app, 'secretKey')
  if (typeof id !== 'string' || !/^\s*[0-9a-f]{48,80}\s*$/i.test(id)) return
  const isSwapped = /^\d{8,10}$/.test(String(key).trim())
  yield { key: `apps.${name}.sdkAppId`, problem: isSwapped ? 'id-and-key' : 'id-is-key' }
  if (isSwapped) yield { key: `apps.${name}.secretKey`, problem: 'key-and-id' }
}

function sdkAppIdOf(app: unknown): number | null {
  const id = member(app, 'sdkAppId')
  if (typeof id === 'number') return id
  return typeof id === 'string' && /^\d+$/.test(id) ? Number(id) : null
}

function* checkSlack(raw: unknown): Generator<ConfigProblem> {
  const slack = member(raw, 'slack')
  if (typeof slack !== 'object' || slack === null) return
  const mode = member(slack, 'mode') ?? 'socket'
  if (mode === 'socket' && member(slack, 'appToken') === undefined)
    yield { key: 'slack.appToken', problem: 'needs-socket' }
  if (mode === 'http' && member(slack, 'signingSecret') === undefined)
    yield { key: 'slack.signingSecret', problem: 'needs-http' }
}

const POSTGRES = /^postgres(?:ql)?:\/\//i

/** Whether a store is the name of a folder, and nothing that would only become one. */
export const isFolder = (store: string): boolean =>
  store.trim() !== '' && !POSTGRES.test(store.trim()) && NO_FOLDER.every((form) => !form.test(store.trim()))

/** What is neither a folder nor an address of Postgres would become a folder of that name. */
function* checkStore(raw: unknown): Generator<ConfigProblem> {
  const store = member(raw, 'store')
  if (typeof store !== 'string' || store.includes(UNSET)) return
  const given = store.trim()
  if (POSTGRES.test(given)) {
    if (!URL.canParse(given)) yield { key: 'store', problem: 'postgres-url' }
    return
  }
  if (NO_FOLDER.some((form) => form.test(given))) yield { key: 'store', problem: storeProblem(given) }
}

const NO_FOLDER = [
  // A scheme of two letters or more; one letter is a drive of Windows.
  /^["'`]?[a-z][a-z0-9+.-]+:(?!\\)/i,
  /:\/\//,
  // The slash or the colon of a scheme is missing: "postgres//host", "postgres:/host".
  /^["'`]?(?:postgre|pgsql|psql|mysql|maria|mongo|redis|sqlite|jdbc)[a-z0-9+]*(?::|\/\/)/i,
  // An address without a scheme: "user:password@host/database", "db:5432/database".
  /^[^/\\\s]+@[^/\\\s]+[/:]/,
  /^[\w.-]+:\d{2,5}(?:\/|$)/,
  // An address without its scheme, and the name of a database in place of one.
  /^\/\/[^/]/,
  /^(?:postgres|postgresql|mysql|mariadb|sqlite)$/i,
  // A connection string of libpq.
  /(?:^|\s)(?:host|dbname|user)\s*=/i,
  // A variable that no one replaced, or a value with its quotation marks.
  /^\$|^~|^%\w+%$|^["'`].*["'`]$/,
]

function storeProblem(given: string): string {
  if (/^["'`]/.test(given)) return 'store-quoted'
  if (given.startsWith('~')) return 'store-home'
  const scheme = /^(?:jdbc:)?([a-z]{2,20})/i.exec(given)?.[1] ?? ''
  const isPostgres = /^pg|^psql$/i.test(scheme) || closest(scheme, ['postgres', 'postgresql']).length > 0
  return isPostgres ? 'store-postgres' : 'store'
}

/** Reports and alerts name apps and channels of platforms that are configured. */
function* checkTeam(raw: unknown): Generator<ConfigProblem> {
  const names = Object.keys(member(raw, 'apps') ?? {})
  const platforms = CHAT_PLATFORMS.filter((platform) => member(raw, platform) !== undefined)
  const checkChannel = function* (key: string, channel: unknown): Generator<ConfigProblem> {
    if (typeof channel !== 'string' || channel.trim() === '') return
    const to = parseChannelSetting(channel, platforms)
    if (to === null) yield { key, problem: isName(channel) && platforms.length > 1 ? 'channel-which' : 'channel' }
    else if (!platforms.includes(to.platform)) yield { key, problem: `channel-platform:${to.platform}` }
  }
  for (const [index, report] of listOf(member(raw, 'reports')).entries()) {
    const app = member(report, 'app')
    if (typeof app === 'string' && app.trim() !== '' && !names.includes(app.trim()))
      yield { key: `reports.${index}.app`, problem: `default-app:${names.join(', ')}` }
    yield* checkChannel(`reports.${index}.channel`, member(report, 'channel'))
  }
  for (const [index, channel] of listOf(member(member(raw, 'alerts'), 'channels')).entries())
    yield* checkChannel(`alerts.channels.${index}`, channel)
}

/** A name alone, which could be one of either platform. */
const isName = (channel: string): boolean => /^\s*#/.test(channel)

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
