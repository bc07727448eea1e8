import type { Device } from '../../devices/device.ts'
import type { Certificate, ImApp } from '../../im/im-app.ts'
import type { PushVendors } from '../../ports/push-vendors.ts'
import { isHeld, probeTokenWith, type HeldCertificate, type TokenProbe } from '../../vendors/probe-token.ts'
import { readToken, vendorOfToken } from '../../vendors/read-token.ts'
import { NEWS_FOR } from '../evidence.ts'

/** A device of the user, and what its vendor said of its token. */
export interface DeviceProbe extends TokenProbe {
  device: Device
  /** UNIX milliseconds. */
  at: number
}

/** A phone, a tablet and their predecessors; vendors limit how often they may be asked. */
const MOST_DEVICES = 4

/**
 * The certificate of a device by its ID, else the only one of its vendor, where a credential of it is held. None where device
 * or token are of another vendor: that is a finding of its own, and no vendor is shown another's token.
 */
export function certificateFor(certificates: readonly Certificate[], device: Device): HeldCertificate | null {
  const fitting = certificates.filter(({ id, vendor }) =>
    device.certificateId === null ? vendor === device.vendor : id === device.certificateId,
  )
  const [own] = fitting
  if (own === undefined || fitting.length > 1 || !isHeld(own)) return null
  const ofToken = device.token === null ? null : vendorOfToken(device.token.reveal())
  return [device.vendor, ofToken].every((vendor) => vendor === null || vendor === own.vendor) ? own : null
}

/** Asks the vendors of the newest known devices, each token once, all at the same time. */
export async function probeDevices(
  app: ImApp,
  devices: readonly Device[],
  vendors: PushVendors,
  { clock, signal }: { clock: () => number; signal: AbortSignal },
): Promise<readonly DeviceProbe[]> {
  const now = clock()
  const asked = new Set<string>()
  const held = devices
    .filter(({ seenAt, source }) => source === 'registry' || seenAt > now - NEWS_FOR)
    .toSorted((one, other) => other.seenAt - one.seenAt)
    .flatMap((device) => {
      const certificate = certificateFor(app.certificates, device)
      const token = device.token?.reveal()
      if (certificate === null || device.token === null || token === undefined || asked.has(token)) return []
      // The vendor would say the same of any text that is not a token.
      if (readToken(token, certificate.vendor).flaws.length > 0) return []
      asked.add(token)
      return [{ device, certificate, token: device.token }]
    })
  return Promise.all(
    held.slice(0, MOST_DEVICES).map(async ({ device, certificate, token }) => ({
      device,
      at: now,
      ...(await probeTokenWith(vendors, certificate, token, signal)),
    })),
  )
}
