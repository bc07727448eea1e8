import type { ConfigProblem } from './problem.ts'
import { UNSET } from './read-source.ts'
import { withoutBot } from './settings.ts'
import { isPlaceholder, isQuoted, isReference, secretForm, type SecretForm } from './secret-forms.ts'

/** What a key takes. Each has a sentence in `config/texts.ts` that says where the right value is found. */
export type SecretRole =
  | 'im-key'
  | 'webhook-token'
  | 'registry-token'
  | 'slack-bot'
  | 'slack-app'
  | 'signing-secret'
  | 'discord-token'
  | 'vendor-secret'

interface Place {
  key: string
  role: SecretRole
  value: string
  /** The SDKAppID of the app it belongs to, as text. */
  sdkAppId: string
}

/** What can never work stops the start; what only looks unusual is a warning, since forms may change and exceptions exist. */
export interface CheckedSecrets {
  problems: readonly ConfigProblem[]
  warnings: readonly ConfigProblem[]
}

/** The kind of every secret, by its form. Looks at the file as it was written; no value of it gets into a problem. */
export function checkSecrets(raw: unknown): CheckedSecrets {
  const problems: ConfigProblem[] = []
  const warnings: ConfigProblem[] = []
  const places = placesOf(raw)
  for (const place of places) {
    const judged = judge(place, places)
    if (judged === null) continue
    const { refused, problem } = judged
    ;(refused ? problems : warnings).push({ key: place.key, problem })
  }
  return { problems, warnings }
}

type Judged = { refused: boolean; problem: string } | null

const refuse = (problem: string): Judged => ({ refused: true, problem })
const warn = (problem: string): Judged => ({ refused: false, problem })

function judge(place: Place, places: readonly Place[]): Judged {
  const { role, value } = place
  // What the team made up itself may be anything, so it is warned of; nobody is given such a key by Tencent, Slack or Discord.
  const nonsense = CHOSEN_BY_TEAM.has(role) ? warn : refuse
  if (isQuoted(value)) return nonsense(`quoted:${role}`)
  if (isPlaceholder(value)) return nonsense(`placeholder:${role}`)
  if (isReference(value)) return warn(`reference:${role}`)
  const form = formFor(role, value)
  return swapped(place, form, places) ?? ofOtherKind(place, form) ?? ofOddForm(place) ?? usedTwice(place, places)
}

const CHOSEN_BY_TEAM: ReadonlySet<SecretRole> = new Set(['webhook-token', 'registry-token', 'vendor-secret'])

/** Some texts have the form of several things; which of them is likely, the place tells. */
function formFor(role: SecretRole, value: string): SecretForm | null {
  const form = secretForm(value)
  if (role === 'discord-token') {
    if (form === 'im-key') return 'discord-public-key'
    return form === 'cloud-key' || form === 'slack-signing' ? 'discord-client' : form
  }
  if (form === 'slack-verification' && role !== 'signing-secret') return null
  if (role === 'im-key') return form
  return form === 'cloud-key' || form === 'snowflake' || form === 'discord-client' ? null : form
}

const SWAPS: readonly (readonly [SecretRole, SecretForm, SecretRole, SecretForm])[] = [
  ['slack-bot', 'slack-app', 'slack-app', 'slack-bot'],
  ['slack-app', 'slack-bot', 'slack-bot', 'slack-app'],
]

function swapped({ role }: Place, form: SecretForm | null, places: readonly Place[]): Judged {
  const found = SWAPS.find(([mine, has]) => mine === role && has === form)
  if (found === undefined) return null
  const other = places.find((each) => each.role === found[2] && secretForm(each.value) === found[3])
  return other === undefined ? null : refuse(`swapped:${role},${other.key}`)
}

/** Forms that are right for a role, or that say nothing against it. */
const FITTING: Readonly<Record<SecretRole, readonly SecretForm[]>> = {
  'im-key': ['im-key'],
  'webhook-token': ['im-key', 'slack-signing', 'slack-verification'],
  'registry-token': ['im-key', 'slack-signing', 'slack-verification', 'jwt'],
  'slack-bot': ['slack-bot'],
  'slack-app': ['slack-app'],
  'signing-secret': ['slack-signing'],
  'discord-token': ['discord-bot'],
  'vendor-secret': ['im-key', 'slack-signing', 'slack-verification', 'jwt'],
}

/** Nothing else looks like these, and no server takes one for another. */
const CERTAIN: ReadonlySet<SecretForm> = new Set([
  'scheme',
  'slack-bot',
  'slack-user',
  'slack-refresh',
  'slack-session',
  'slack-legacy',
  'slack-app',
  'slack-webhook',
  'discord-webhook',
  'private-key',
  'public-key',
  'url',
  'usersig',
])

function ofOtherKind({ role, value, sdkAppId }: Place, form: SecretForm | null): Judged {
  if (role === 'im-key' && value === sdkAppId && /^\d{1,20}$/.test(value))
    return warn(`other-secret:sdk-app-id,${role}`)
  if (form === null || FITTING[role].includes(form)) return null
  const refused = CERTAIN.has(form) && !CHOSEN_BY_TEAM.has(role)
  return { refused, problem: `other-secret:${form},${role}` }
}

const SHORTEST_TOKEN = 8

function ofOddForm({ role, value }: Place): Judged {
  switch (role) {
    case 'im-key':
      return oddImKey(value)
    case 'signing-secret':
      return /^[0-9a-f]{32}$/.test(value) ? null : warn(`odd-secret:${role}`)
    case 'slack-bot':
    case 'slack-app':
      return secretForm(value) === role ? null : warn(`odd-secret:${role}`)
    case 'discord-token':
      return secretForm(value) === 'discord-bot' ? null : warn(`odd-secret:${role}`)
    case 'webhook-token':
      return value.length < SHORTEST_TOKEN ? warn(`odd-secret:${role}`) : null
    case 'registry-token':
    case 'vendor-secret':
      return null
  }
}

function oddImKey(value: string): Judged {
  if (/^(.)\1{15,}$/.test(value)) return refuse('placeholder:im-key')
  if (/^[0-9a-f]{64}$/.test(value)) return null
  if (/^[0-9a-fA-F]{64}$/.test(value)) return warn('key-capitals')
  // As YAML makes of 64 hexadecimal digits behind 0x.
  if (/^\d{70,80}$/.test(value)) return refuse('key-as-number')
  // One that was copied with a part missing, or together with what stands beside it.
  if (/^[0-9a-f]{48,80}$/.test(value)) return warn(`key-length:${value.length}`)
  return warn('odd-secret:im-key')
}

/** A key of its own belongs to each app, and a token is not a key. */
function usedTwice({ key, role, value, sdkAppId }: Place, places: readonly Place[]): Judged {
  const before = places.slice(
    0,
    places.findIndex((each) => each.key === key),
  )
  const same = before.find((each) => each.value === value)
  if (same === undefined || role === 'vendor-secret' || same.role === 'vendor-secret') return null
  if (role === 'im-key' && same.role === 'im-key')
    return warn(same.sdkAppId === sdkAppId ? `key-twice:${same.key}` : `key-of-other-app:${same.key}`)
  return warn(`same-secret:${same.key}`)
}

function placesOf(raw: unknown): readonly Place[] {
  const slack = member(raw, 'slack')
  const found: (Omit<Place, 'value'> & { value: unknown })[] = []
  for (const [name, app] of Object.entries(mappingOf(member(raw, 'apps')))) {
    const at = `apps.${name}`
    const sdkAppId = String(member(app, 'sdkAppId'))
    const place = (key: string, role: SecretRole, value: unknown) =>
      found.push({ key: `${at}.${key}`, role, value, sdkAppId })
    place('secretKey', 'im-key', member(app, 'secretKey'))
    for (const [index, old] of listOf(member(app, 'previousSecretKeys')).entries())
      place(`previousSecretKeys.${index}`, 'im-key', old)
    place('webhook.token', 'webhook-token', member(member(app, 'webhook'), 'token'))
    place('registry.token', 'registry-token', member(member(app, 'registry'), 'token'))
    for (const [index, certificate] of listOf(member(app, 'certificates')).entries())
      for (const name of ['clientSecret', 'appSecret', 'masterSecret'])
        place(
          `certificates.${index}.credential.${name}`,
          'vendor-secret',
          member(member(certificate, 'credential'), name),
        )
  }
  const chat = (key: string, role: SecretRole, value: unknown) => found.push({ key, role, value, sdkAppId: '' })
  chat('slack.botToken', 'slack-bot', member(slack, 'botToken'))
  chat('slack.appToken', 'slack-app', member(slack, 'appToken'))
  chat('slack.signingSecret', 'signing-secret', member(slack, 'signingSecret'))
  chat('discord.token', 'discord-token', bare(member(member(raw, 'discord'), 'token')))
  return found.flatMap(({ value, ...place }) => {
    // A key of digits alone, which YAML reads as a number, is refused as no text.
    if (typeof value !== 'string' || value.includes(UNSET) || value.trim() === '') return []
    return [{ ...place, value: value.trim() }]
  })
}

const bare = (token: unknown): unknown => (typeof token === 'string' ? withoutBot(token) : token)

const mappingOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}

const member = (value: unknown, name: string): unknown =>
  Object.hasOwn(mappingOf(value), name) ? mappingOf(value)[name] : undefined

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
