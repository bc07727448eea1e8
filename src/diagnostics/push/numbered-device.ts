import { createHash } from 'node:crypto'
import type { Device } from '../devices/device.ts'
import type { Secret } from '../secret.ts'

/** Its own, or the one that another source tells of a device with the same token. */
export function registrationOf(device: Device, all: readonly Device[]): Secret | null {
  if (device.registrationId !== null || device.token === null) return device.registrationId
  const token = device.token.reveal()
  return all.find((other) => other.registrationId !== null && other.token?.reveal() === token)?.registrationId ?? null
}

/** A device as it is asked for: its number in the list, from 1, and its mark where it was shown with one. */
export interface DeviceNumber {
  number: number
  mark: string | null
}

/** `2`, or `2#…` of a button, which holds on to the device though the order may change. */
export function parseDeviceNumber(text: string): DeviceNumber | null {
  const found = /^#?([1-9]\d{0,2})(?:#([0-9a-f]{12}))?$/.exec(text)
  return found === null ? null : { number: Number(found[1]), mark: found[2] ?? null }
}

export const markOf = ({ registrationId, token, instanceId }: Device): string =>
  createHash('sha256')
    .update(registrationId?.reveal() ?? token?.reveal() ?? instanceId)
    .digest('hex')
    .slice(0, 12)

/** Null: there is none of that number, or the one that was shown is gone. */
export const numberedDevice = ({ number, mark }: DeviceNumber, all: readonly Device[]): Device | null =>
  (mark === null ? all[number - 1] : all.find((device) => markOf(device) === mark)) ?? null
