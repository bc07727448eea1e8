import type { Device } from '../../../diagnostics/devices/device.ts'
import { mainFlaw, readToken, type TokenFlaw } from '../../../diagnostics/vendors/read-token.ts'
import { code, rich, type Rich } from '../../rich.ts'
import type { Texts } from '../../texts/texts.ts'
import { isoTime } from '../usersig-result.ts'

/** So much of a token tells two apart, and is of use to nobody. */
const SHOWN_OF_TOKEN = 4

const masked = (device: Device): string | null =>
  device.token === null ? null : `…${device.token.reveal().slice(-SHOWN_OF_TOKEN)}`

/** What the app registered around the token, or in its place; empty: the bare token, or none. */
const flawsOf = ({ token, vendor }: Device): readonly TokenFlaw[] =>
  token === null ? [] : readToken(token.reveal(), vendor).flaws

/** The same for scripts: by the number of the device, from 1. */
export const tokenWarningEntries = (devices: readonly Device[]) =>
  devices.flatMap((device, index) => {
    const flaws = flawsOf(device)
    return flaws.length === 0 ? [] : [{ device: index + 1, token: flaws }]
  })

/** A line for each device whose token cannot work as it was registered. */
export const tokenWarnings = (devices: readonly Device[], texts: Texts): readonly Rich[] =>
  devices.flatMap((device, index) => {
    const flaws = flawsOf(device)
    const flaw = mainFlaw(flaws)
    if (flaw === undefined) return []
    const { tokens } = texts.push
    const told = tokens.ofDevice(
      texts.push.devices.numbered(index + 1, deviceName(device, texts)),
      masked(device) ?? '',
      flaws,
    )
    return [[...told, ' ', ...tokens.remedy(flaw, device.vendor)]]
  })

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

export function deviceName({ model, system, platform }: Device, texts: Texts): string {
  const name = [model, system ?? platform].filter((part) => part !== null).join(', ')
  return name === '' ? texts.push.devices.unknown : name
}

export function deviceRow(device: Device, number: number, texts: Texts): readonly Rich[] {
  const { devices } = texts.push
  const isTraced = device.source !== 'callback'
  const missing = isTraced ? devices.notReported : devices.unknown
  const token = masked(device)
  return [
    [devices.numbered(number, deviceName(device, texts))],
    [device.vendor === null ? devices.unknown : texts.errors.vendors[device.vendor]],
    device.certificateId === null ? [missing] : rich`${code(device.certificateId)}`,
    token === null ? [missing] : rich`${code(token)}`,
    [devices.notifications[device.notifications]],
    devices.seen(device.seenAt, devices.sources[device.source]),
  ]
}
