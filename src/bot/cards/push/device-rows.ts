import type { Device } from '../../../diagnostics/devices/device.ts'
import { code, rich, type Rich } from '../../rich.ts'
import type { Texts } from '../../texts/texts.ts'
import { isoTime } from '../usersig-result.ts'

/** So much of a token tells two apart, and is of use to nobody. */
const SHOWN_OF_TOKEN = 4

const masked = (device: Device): string | null =>
  device.token === null ? null : `…${device.token.reveal().slice(-SHOWN_OF_TOKEN)}`

/** A device for scripts: the contract's shape, its token by the last characters only. */
export const deviceEntry = (device: Device) => ({ ...publicDeviceEntry(device), token: masked(device) })

/** The same where all can read: without the token. */
export const publicDeviceEntry = (device: Device) => ({
  platform: device.platform,
  vendor: device.vendor,
  certificateId: device.certificateId,
  model: device.model,
  system: device.system,
  sdkVersion: device.sdkVersion,
  notifications: device.notifications,
  seenAt: isoTime(device.seenAt),
  source: device.source,
})

export function deviceRow(device: Device, texts: Texts): readonly Rich[] {
  const { devices } = texts.push
  const name = [device.model, device.system ?? device.platform].filter((part) => part !== null).join(', ')
  const isTraced = device.source !== 'callback'
  const missing = isTraced ? devices.notReported : devices.unknown
  const token = masked(device)
  return [
    [name === '' ? devices.unknown : name],
    [device.vendor === null ? devices.unknown : texts.errors.vendors[device.vendor]],
    device.certificateId === null ? [missing] : rich`${code(device.certificateId)}`,
    token === null ? [missing] : rich`${code(token)}`,
    [devices.notifications[device.notifications]],
    devices.seen(device.seenAt, devices.sources[device.source]),
  ]
}
