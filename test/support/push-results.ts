import { z } from 'zod'
import type { JsonReply } from './push-world.ts'

/** The causes of `push.why` as the public contract lists them: written out here, so that one that goes missing is missed. */
export const CONTRACT_CAUSES = [
  'service-inactive',
  'wrong-region',
  'admin-sig-rejected',
  'account-not-found',
  'never-logged-in',
  'logged-out',
  'kicked',
  'offline-stale',
  'foreground',
  'no-background-report',
  'no-mobile-client',
  'no-device-bound',
  'certificate-missing',
  'token-missing',
  'token-invalid',
  'certificate-mismatch',
  'certificate-environment',
  'credential-rejected',
  'quota',
  'message-category',
  'content-rejected',
  'notification-off',
  'push-disabled-by-sender',
  'online-only-message',
  'custom-message-without-description',
  'group-type-never-pushes',
  'do-not-disturb',
  'blocked-sender',
  'message-dropped',
  'message-not-found',
  'vendor-outage',
  'vendor-not-delivered',
  'rate-limited',
  'upstream-unreachable',
] as const

export type ContractCause = (typeof CONTRACT_CAUSES)[number]

const cause = z.enum(CONTRACT_CAUSES)
const severity = z.enum(['error', 'warning', 'note'])
const confidence = z.enum(['certain', 'very-likely', 'possible'])
const sentence = z.string().min(10)
const time = z.iso.datetime()

const event = z.object({
  at: time,
  kind: z.string(),
  platform: z.string().nullable(),
  outcome: z.string().nullable(),
  code: z.string().nullable(),
  message: z.string().nullable(),
})

/** A device where all can read: a token is in none. */
const device = z.strictObject({
  platform: z.string().nullable(),
  vendor: z.string().nullable(),
  certificateId: z.string().nullable(),
  model: z.string().nullable(),
  system: z.string().nullable(),
  sdkVersion: z.string().nullable(),
  notifications: z.enum(['on', 'off', 'unknown']),
  seenAt: time,
  source: z.enum(['trace', 'callback', 'registry']),
})

const owner = z.enum(['user', 'developer', 'administrator', 'vendor', 'tencent']).nullable()

const why = z.object({
  app: z.string(),
  userId: z.string(),
  verdict: z.enum(['can-receive', 'cannot-receive', 'unlikely', 'unknown']),
  cause: cause.nullable(),
  confidence,
  findings: z.array(
    z.object({
      code: cause,
      severity,
      message: sentence,
      remedy: sentence,
      owner,
      evidence: z.array(z.string().min(5)),
    }),
  ),
  checks: z.array(
    z.object({
      name: z.string(),
      outcome: z.enum(['pass', 'fail', 'warn', 'unknown', 'skipped']),
      ms: z.number().min(0),
      summary: z.string().min(1),
    }),
  ),
  devices: z.array(device),
  timeline: z.array(event),
  nextSteps: z.array(sentence),
})

const status = z.object({
  app: z.string(),
  users: z.array(
    z.object({
      userId: z.string(),
      exists: z.boolean().nullable(),
      state: z.enum(['Online', 'PushOnline', 'Offline', 'Unknown']),
      clients: z.array(z.object({ platform: z.string(), state: z.string() })),
      canReceiveOfflinePush: z.enum(['yes', 'no', 'unlikely', 'unknown']),
      reason: z.string().min(5),
    }),
  ),
})

const check = z.object({
  taskId: z.string().nullable(),
  stages: z.array(
    z.object({
      name: z.enum(['im', 'vendor', 'device', 'click']),
      outcome: z.enum(['pass', 'fail', 'unknown', 'skipped']),
      code: z.string().nullable(),
      message: z.string().min(1),
      at: time.nullable(),
    }),
  ),
  outcome: z.enum(['delivered', 'accepted', 'failed', 'pending']),
  findings: z.array(z.object({ code: cause, severity, message: sentence, remedy: sentence, owner })),
})

const devices = z.object({ devices: z.array(device.extend({ token: z.string().nullable() })) })

const history = z.object({ events: z.array(event) })

export type WhyResult = z.output<typeof why>

/** Results in the shape that the contract gives them; a test fails on any other. */
export const whyOf = ({ result }: JsonReply): WhyResult => why.parse(result)
export const statusOf = ({ result }: JsonReply) => status.parse(result)
export const checkOf = ({ result }: JsonReply) => check.parse(result)
export const devicesOf = ({ result }: JsonReply) => devices.parse(result).devices
export const eventsOf = ({ result }: JsonReply) => history.parse(result).events

export const outcomesOf = ({ checks }: WhyResult): Readonly<Record<string, string>> =>
  Object.fromEntries(checks.map(({ name, outcome }) => [name, outcome]))
