import { z } from 'zod'
import { VENDORS } from '../../diagnostics/codes/entry.ts'
import type { Device } from '../../diagnostics/devices/device.ts'
import { Secret } from '../../diagnostics/secret.ts'
import { readBody } from './read-body.ts'

const text = z.string().nullable()

const device = z.object({
  userId: z.string(),
  instanceId: z.string(),
  platform: text,
  vendor: z.enum(VENDORS).nullable(),
  certificateId: text,
  token: text.transform((token) => (token === null ? null : new Secret(token))),
  model: text,
  system: text,
  sdkVersion: text,
  notifications: z.enum(['on', 'off', 'unknown']),
  seenAt: z.number(),
  source: z.enum(['trace', 'callback', 'registry']),
}) satisfies z.ZodType<Device>

/** Holds the token in plain, for the database only. */
export function deviceBody(told: Device): string {
  return JSON.stringify({ ...told, token: told.token?.reveal() ?? null })
}

/** Null: another version of the program wrote it in a way that this one cannot read. */
export function readDevice(body: string): Device | null {
  return readBody(device, body)
}
