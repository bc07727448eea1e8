import { createHash } from 'node:crypto'
import { z } from 'zod'
import { VENDORS } from '../../diagnostics/codes/entry.ts'
import type { Device } from '../../diagnostics/devices/device.ts'
import { Secret } from '../../diagnostics/secret.ts'
import { idField, type Reading, readWith, textField } from './fields.ts'

const MOST_DEVICES = 20
/** Far above what any vendor gives, and a vendor may change its tokens any day. */
const TOKEN_CHARACTERS = 2_048
/** Apps may set their own, of a length that no page tells. */
const REGISTRATION_CHARACTERS = 256
const TEXT_CHARACTERS = 128

/** As reports of Tencent IM name them. */
const PLATFORMS = { ios: 'iOS', android: 'Android', harmony: 'HarmonyOS' } as const

const certificateError = 'must be the whole number that the console shows as the certificate ID'
const tokenError = `must be the token as the vendor gave it: 1 to ${TOKEN_CHARACTERS} visible ASCII characters, no spaces`
const registrationError = `must be the RegistrationID that getRegistrationID gave: 1 to ${REGISTRATION_CHARACTERS} visible ASCII characters, no spaces`
const timeError = 'must be a time of ISO 8601 with a time zone, such as 2026-11-25T09:30:00Z'

/** Serialisers write null for what is not there. */
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((value) => value ?? null)

const shape = {
  id: optional(idField),
  platform: z.enum(['ios', 'android', 'harmony'], { error: 'must be one of: ios, android, harmony' }),
  vendor: z.enum(VENDORS, { error: `must be one of: ${VENDORS.join(', ')}` }),
  certificateId: z
    .union([z.number().transform(String), z.string()], { error: certificateError })
    .pipe(z.string().regex(/^[1-9]\d{0,9}$/, { error: certificateError })),
  token: z
    .string({ error: tokenError })
    .regex(/^[!-~]+$/, { error: tokenError })
    .max(TOKEN_CHARACTERS, { error: tokenError }),
  registrationId: optional(
    z
      .string({ error: registrationError })
      .regex(/^[!-~]+$/, { error: registrationError })
      .max(REGISTRATION_CHARACTERS, { error: registrationError }),
  ),
  model: optional(textField(TEXT_CHARACTERS)),
  system: optional(textField(TEXT_CHARACTERS)),
  sdkVersion: optional(textField(TEXT_CHARACTERS)),
  notifications: optional(z.boolean({ error: 'must be true or false' })),
  seenAt: optional(z.iso.datetime({ offset: true, error: timeError }).transform((time) => Date.parse(time))),
}

// A name that is not known is not told back: it may be a value that slipped.
const objectError = (known: readonly string[]) => ({
  error: ({ code }: { code?: string }) =>
    code === 'unrecognized_keys' ? `has keys that are not known; known are: ${known.join(', ')}` : 'must be an object',
})

const device = z.strictObject(shape, objectError(Object.keys(shape)))
type ToldDevice = z.infer<typeof device>

const listError = `must be a list of 0 to ${MOST_DEVICES} devices`

/** The length comes first: thousands of bad devices would make thousands of problems. */
const devices = z.array(z.unknown(), { error: listError }).max(MOST_DEVICES, { error: listError })

const list = z.strictObject({ devices: devices.pipe(z.array(device)) }, objectError(['devices']))

/**
 * The devices of a body: `{ "devices": […] }`, or one device alone.
 * @param now UNIX milliseconds: when a device was seen of which that is not told, or told to be later
 */
export function readDevices(body: unknown, userId: string, now: number): Reading<readonly Device[]> {
  const read = isList(body) ? readWith(list, body) : readWith(device, body)
  if (!read.ok) return read
  const told = 'devices' in read.value ? read.value.devices : [read.value]
  const problems = told.flatMap(({ id }, index) => {
    const first = id === null ? index : told.findIndex((other) => other.id === id)
    return first === index ? [] : [{ path: `devices[${index}].id`, problem: `is the one of devices[${first}] too` }]
  })
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, value: told.map((each) => toDevice(each, userId, now)) }
}

const isList = (body: unknown): boolean => typeof body === 'object' && body !== null && Object.hasOwn(body, 'devices')

const toDevice = (told: ToldDevice, userId: string, now: number): Device => ({
  userId,
  instanceId: told.id ?? nameOf(told),
  platform: PLATFORMS[told.platform],
  vendor: told.vendor,
  certificateId: told.certificateId,
  token: new Secret(told.token),
  registrationId: told.registrationId === null ? null : new Secret(told.registrationId),
  model: told.model,
  system: told.system,
  sdkVersion: told.sdkVersion,
  notifications: told.notifications === null ? 'unknown' : told.notifications ? 'on' : 'off',
  seenAt: Math.min(told.seenAt ?? now, now),
  source: 'registry',
})

/** A device without an id is the one that holds this token; the name does not give the token away. */
const nameOf = ({ vendor, token }: ToldDevice): string =>
  `token ${createHash('sha256').update(`${vendor} ${token}`).digest('base64url').slice(0, 22)}`
