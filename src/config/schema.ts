import { z } from 'zod'
import { LOCALES } from '../bot/texts/locale.ts'
import { parseDuration } from '../bot/words/time.ts'
import { DEFAULT_RULES, type AlertRules } from '../diagnostics/alerts/rules.ts'
import { cronSetting, zoneSetting } from './report-settings.ts'
import type { ReadCredential } from './credentials/credential-read.ts'

/** The regions with a REST host of their own. Source: Tencent's REST API pages, "request domain". */
export const REGIONS = [
  'china',
  'singapore',
  'seoul',
  'tokyo',
  'frankfurt',
  'siliconvalley',
  'jakarta',
  'riyadh',
] as const

export const VENDORS = ['apns', 'fcm', 'huawei', 'honor', 'xiaomi', 'oppo', 'vivo', 'meizu'] as const

const text = z.string({ error: 'text' }).trim().min(1, { error: 'empty' })

/** An id that YAML may have read as a number. */
const id = z.union([text, z.number().int().transform(String)], { error: 'text' })

const url = text.refine((value) => /^https?:\/\//.test(value) && URL.canParse(value), {
  error: 'url',
})

const duration = z.union([z.string(), z.number()], { error: 'duration' }).transform((value, context) => {
  const seconds = parseDuration(value)
  if (seconds === null || seconds < 1) context.addIssue({ code: 'custom', message: 'duration' })
  return seconds ?? 0
})

/** A number, also as text: variables of the environment are. */
const number = (least: number, most: number) =>
  z
    .union(
      [
        z.number(),
        z
          .string()
          .trim()
          .regex(/^-?\d{1,15}$/)
          .transform(Number),
      ],
      { error: 'number' },
    )
    .refine(Number.isSafeInteger, { error: 'number', abort: true })
    .pipe(
      z
        .number()
        .min(least, { error: `at-least:${least}` })
        .max(most, { error: `at-most:${most}` }),
    )

const yesOrNo = z.union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')], {
  error: 'one-of:true, false',
})

export const certificateSchema = z.strictObject({
  id: number(1, 4_294_967_295),
  vendor: z.enum(VENDORS, { error: `one-of:${VENDORS.join(', ')}` }),
  environment: z.enum(['production', 'development'], { error: 'one-of:production, development' }).optional(),
  expiresAt: z.union([z.iso.date(), z.iso.datetime({ offset: true })], { error: 'date' }).optional(),
  baseUrl: url.optional(),
  /** Read before, by `credentials/read-credentials.ts`: what is right depends on the whole entry. */
  credential: z.custom<ReadCredential>().optional(),
})

const app = z.strictObject({
  sdkAppId: number(1, 4_294_967_295),
  secretKey: text,
  previousSecretKeys: z.array(text, { error: 'list' }).default([]),
  publicKey: text.optional(),
  administrator: text.default('administrator'),
  region: z.enum(REGIONS, { error: `one-of:${REGIONS.join(', ')}` }).default('china'),
  baseUrl: url.optional(),
  push: z.enum(['timpush', 'self-integrated'], { error: 'one-of:timpush, self-integrated' }).default('timpush'),
  webhook: z.strictObject({ token: text }).optional(),
  registry: z
    .strictObject({
      token: text.regex(/^[\x21-\x7e]*$/, { error: 'secret-blanks' }).min(16, { error: 'short-token:16' }),
    })
    .optional(),
  certificates: z.array(certificateSchema, { error: 'list' }).default([]),
  channels: z.array(id, { error: 'list' }).default([]),
  maxTtl: duration.default(315_360_000),
  allowAdministratorUsersig: yesOrNo.default(false),
})

const slack = z.strictObject({
  mode: z.enum(['socket', 'http'], { error: 'one-of:socket, http' }).default('socket'),
  botToken: text,
  appToken: text.optional(),
  signingSecret: text.optional(),
  apiUrl: url.default('https://slack.com/api/'),
})

const discord = z.strictObject({
  token: text,
  applicationId: id.optional(),
  guildIds: z.array(id, { error: 'list' }).default([]),
  apiUrl: url.default('https://discord.com/api'),
})

const members = z.union(
  [
    z.literal('everyone'),
    z.strictObject({
      slack: z.strictObject({ users: z.array(id).default([]), usergroups: z.array(id).default([]) }).optional(),
      discord: z.strictObject({ users: z.array(id).default([]), roles: z.array(id).default([]) }).optional(),
    }),
  ],
  { error: 'members' },
)

const language = z.enum(LOCALES, { error: `one-of:${LOCALES.join(', ')}` })

/** Whether app and channel are such is seen together with the rest, in `check-together.ts`. */
const report = z.strictObject({
  app: text.optional(),
  when: text.transform(cronSetting),
  channel: text,
  tz: text.transform(zoneSetting).optional(),
  lang: language.optional(),
})

const rule = (usual: number) => number(1, 1_000_000).default(usual)

/** One key for each rule. */
const rules = Object.fromEntries(Object.entries(DEFAULT_RULES).map(([name, usual]) => [name, rule(usual)])) as {
  [Name in keyof AlertRules]: ReturnType<typeof rule>
}

const alerts = z.strictObject({
  channels: z.array(text, { error: 'list' }).optional(),
  tz: text.transform(zoneSetting).optional(),
  lang: language.optional(),
  ...rules,
})

/**
 * The shape of `im-doctor.yaml`, after `*File` keys were read and `${NAME}` replaced. An issue's message is a problem's code, which
 * `config/texts.ts` makes a sentence of; it never holds the value, which may be a secret in the wrong place.
 */
export const configSchema = z.strictObject({
  apps: z.record(z.string().regex(/^[A-Za-z0-9][\w.-]{0,63}$/), app, { error: 'apps' }).default({}),
  defaultApp: text.optional(),
  slack: slack.optional(),
  discord: discord.optional(),
  access: z
    .strictObject({
      roles: z.strictObject({
        admin: members.optional(),
        operator: members.optional(),
        viewer: members.default('everyone'),
      }),
    })
    .optional(),
  reports: z.array(report, { error: 'list' }).default([]),
  alerts: alerts.default(alerts.parse({})),
  store: text.default('./data'),
  retention: z.strictObject({ days: number(1, 3650).default(30) }).default({ days: 30 }),
  http: z
    .strictObject({ host: text.default('0.0.0.0'), port: number(0, 65_535).default(3000) })
    .default({ host: '0.0.0.0', port: 3000 }),
  log: z
    .strictObject({
      level: z
        .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
          error: 'one-of:debug, info, warn, error',
        })
        .default('info'),
    })
    .default({ level: 'info' }),
  language: language.default('en'),
  limits: z.strictObject({ commandsPerMinute: number(1, 100_000).default(30) }).default({ commandsPerMinute: 30 }),
  playground: yesOrNo.optional(),
})

export type ConfigFile = z.output<typeof configSchema>
