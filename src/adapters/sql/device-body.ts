import { z } from 'zod'
import { VENDORS } from '../../diagnostics/codes/entry.ts'
import type { Device } from '../../diagnostics/devices/device.ts'
import { Secret } from '../../diagnostics/secret.ts'
import { readBody } from './read-body.ts'

const text = z.string().nullable()

const secret = text.transform((value) => (value === null ? null : new Secret(value)))

const device = z.object({
  userId: z.string(),
  instanceId: z.string(),
  platform: text,
  vendor: z.enum(VENDORS).nullable(),
  certificateId: text,
  token: secret,
  // Earlier versions of the program did not know it.
  registrationId: secret.default(null),
  model: text,
  system: text,
  sdkVersion: text,
  notifications: z.enum(['on', 'off', 'unknown']),
  seenAt: z.number(),
  source: z.enum(['trace', 'callback', 'registry']),
}) satisfies z.ZodType<Device>

/** Holds token and RegistrationID in plain, for the database only. */
export function deviceBody(told: Device): string {
  const { token, registrationId } = told
  return JSON.stringify({ ...told, token: token?.reveal() ?? null, registrationId: registrationId?.reveal() ?? null })
}

/** Null: another version of the program wrote it in a way that this one cannot read. */
export function readDevice(body: string): Device | null {
  return readBody(device, body)
}
