import { CHAT_PLATFORMS, type ChannelRef, type ChatPlatform } from '../bot/ports/channels.ts'
import type { Schedule } from '../bot/ports/schedules.ts'
import type { Access, App, Apps, Members } from '../bot/services.ts'
import { memberKey } from '../bot/services.ts'
import type { Locale } from '../bot/texts/locale.ts'
import type { AlertRules } from '../diagnostics/alerts/rules.ts'
import type { Certificate } from '../diagnostics/im/im-app.ts'
import { Secret } from '../diagnostics/secret.ts'
import type { ConfigSource } from './load-config.ts'
import { toChannel, toSchedule } from './report-settings.ts'
import type { ConfigFile } from './schema.ts'
import { withoutBot, type DiscordSettings, type SlackSettings } from './settings.ts'

/** The configuration as the program uses it: secrets wrapped, defaults in place. */
export interface Config {
  source: ConfigSource
  /** Null where none is configured: the simulated app stands in. */
  apps: Apps | null
  access: Access
  slack: SlackSettings | null
  discord: DiscordSettings | null
  /** Slack user groups that the access section names. */
  slackUsergroups: readonly string[]
  language: Locale
  commandsPerMinute: number
  http: { host: string; port: number }
  logLevel: ConfigFile['log']['level']
  /** A folder, or `postgres://…`, which may hold a password. */
  store: Secret
  /** For how many days events are kept. */
  retentionDays: number
  playground: boolean
  /** Reports that the file schedules. */
  reports: readonly Omit<Schedule, 'createdAt'>[]
  alerts: AlertSettings
}

export interface AlertSettings {
  rules: AlertRules
  /** Null: wherever reports of the app go. */
  channels: readonly ChannelRef[] | null
  timeZone: string | null
  locale: Locale
}

const NOBODY: Members = { everyone: false, users: new Set(), groups: new Set() }
const EVERYONE: Members = { everyone: true, users: new Set(), groups: new Set() }

export function toConfig(file: ConfigFile, source: ConfigSource): Config {
  const all = Object.entries(file.apps).map(([name, app]) => toApp(name, app))
  const chosen = all.find(({ name }) => name === file.defaultApp) ?? all[0]
  const chat = file.slack !== undefined || file.discord !== undefined
  const platforms = CHAT_PLATFORMS.filter((platform) => file[platform] !== undefined)
  const admin = file.access?.roles.admin
  const operator = file.access?.roles.operator
  return {
    source,
    apps: chosen === undefined ? null : { all, default: chosen },
    access: toAccess(file),
    slack: file.slack === undefined ? null : toSlack(file.slack),
    discord: file.discord === undefined ? null : toDiscord(file.discord),
    slackUsergroups: [admin, operator, file.access?.roles.viewer].flatMap((members) =>
      typeof members === 'object' ? (members.slack?.usergroups ?? []) : [],
    ),
    language: file.language,
    commandsPerMinute: file.limits.commandsPerMinute,
    http: file.http,
    logLevel: file.log.level,
    store: new Secret(file.store),
    retentionDays: file.retention.days,
    playground: file.playground ?? !chat,
    reports: file.reports.map((report) =>
      toSchedule(report, { defaultApp: chosen?.name ?? '', language: file.language, platforms }),
    ),
    alerts: toAlerts(file, platforms),
  }
}

function toAlerts({ alerts, language }: ConfigFile, platforms: readonly ChatPlatform[]): AlertSettings {
  const { channels, tz, lang, ...rules } = alerts
  return {
    rules,
    channels: channels?.map((channel) => toChannel(channel, platforms)) ?? null,
    timeZone: tz ?? null,
    locale: lang ?? language,
  }
}

function toApp(name: string, app: ConfigFile['apps'][string]): App {
  return {
    name,
    sdkAppId: app.sdkAppId,
    secretKey: new Secret(app.secretKey),
    previousSecretKeys: app.previousSecretKeys.map((key) => new Secret(key)),
    ...(app.publicKey === undefined ? {} : { publicKey: app.publicKey }),
    administrators: [app.administrator],
    region: app.region,
    baseUrl: app.baseUrl?.replace(/\/+$/, '') ?? null,
    push: app.push,
    certificates: app.certificates.map(toCertificate),
    webhookToken: app.webhook === undefined ? null : new Secret(app.webhook.token),
    registryToken: app.registry === undefined ? null : new Secret(app.registry.token),
    channels: app.channels,
    maxTtlSeconds: app.maxTtl,
    allowAdministratorUsersig: app.allowAdministratorUsersig,
    simulated: false,
  }
}

/** What the entry says goes first; where it says nothing, what its credential's certificate tells. */
function toCertificate({
  id,
  vendor,
  environment,
  expiresAt,
  credential: read,
}: ConfigFile['apps'][string]['certificates'][number]): Certificate {
  const credential = read?.credential ?? null
  return {
    id: String(id),
    vendor,
    environment: environment ?? (credential?.vendor === 'apns' ? credential.environment : null),
    expiresAt: expiresAt === undefined ? (read?.expiresAt ?? null) : Date.parse(expiresAt),
    credential,
  }
}

function toSlack({ mode, botToken, appToken, signingSecret, apiUrl }: NonNullable<ConfigFile['slack']>): SlackSettings {
  return {
    mode,
    botToken: new Secret(botToken),
    appToken: appToken === undefined ? null : new Secret(appToken),
    signingSecret: signingSecret === undefined ? null : new Secret(signingSecret),
    apiUrl: apiUrl.endsWith('/') ? apiUrl : `${apiUrl}/`,
  }
}

function toDiscord({ token, applicationId, guildIds, apiUrl }: NonNullable<ConfigFile['discord']>): DiscordSettings {
  return {
    token: new Secret(withoutBot(token)),
    applicationId: applicationId ?? null,
    guildIds,
    apiUrl: apiUrl.replace(/\/+$/, ''),
  }
}

type MembersFile = NonNullable<NonNullable<ConfigFile['access']>['roles']['admin']>

function toMembers(members: MembersFile | undefined): Members {
  if (members === undefined) return NOBODY
  if (members === 'everyone') return EVERYONE
  const { slack, discord } = members
  return {
    everyone: false,
    users: new Set([
      ...(slack?.users ?? []).map((id) => memberKey('slack', id)),
      ...(discord?.users ?? []).map((id) => memberKey('discord', id)),
    ]),
    groups: new Set([
      ...(slack?.usergroups ?? []).map((id) => memberKey('slack', id)),
      ...(discord?.roles ?? []).map((id) => memberKey('discord', id)),
    ]),
  }
}

/** Without an access section everyone may ask, and nobody may do what takes an admin. */
function toAccess({ access }: ConfigFile): Access {
  if (access === undefined)
    return { configured: false, members: { viewer: EVERYONE, operator: EVERYONE, admin: NOBODY } }
  const { admin, operator, viewer } = access.roles
  return {
    configured: true,
    members: { viewer: toMembers(viewer), operator: toMembers(operator), admin: toMembers(admin) },
  }
}
