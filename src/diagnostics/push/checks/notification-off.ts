import { deviceName, pushSteps, traceItem, tracedDevices } from '../case-facts.ts'
import type { Vendor } from '../../codes/entry.ts'
import type { Case } from '../evidence.ts'
import { isOfOtherPhone } from '../other-phone.ts'
import type { Judge } from '../judge.ts'
import { pushFinding, type AnyPushFinding } from '../push-finding.ts'
import type { DeviceProbe } from '../probes/device-tokens.ts'
import { isTaken, probeItem, tokenProbes } from '../token-probes.ts'
import { vendorFindings } from '../vendor-findings.ts'

/** The person, or the system for them, switched the app's notifications off. */
export const notificationOff: Judge = (each) => {
  const devices = tracedDevices(each)
  const off = devices.find(
    ({ notifications, pushedAt, vendor }) =>
      notifications === 'off' &&
      !isOfOtherPhone(each, vendor, pushedAt) &&
      !openedSince(each, pushedAt) &&
      !isOnNow(each, vendor),
  )
  if (off === undefined) return [...toldByVendor(each), ...vendorFindings(each, 'notification-off')]
  const others = devices.some(({ notifications }) => notifications === 'on')
  return [
    pushFinding(
      'notification-off',
      { effect: others ? 'none' : 'blocks', confidence: 'very-likely', severity: others ? 'warning' : 'error' },
      { device: deviceName(off) },
      [traceItem(off)],
    ),
  ]
}

/** Some vendors tell the switch of the phone when they are asked for its token. */
const toldByVendor = (each: Case): readonly AnyPushFinding[] =>
  tokenProbes(each).flatMap((probe) => {
    if (probe.reply?.kind !== 'accepted' || probe.reply.notifications !== 'off') return []
    const device = { vendor: probe.certificate.vendor, model: probe.device.model, certificateId: probe.certificate.id }
    const weight = isShownBeside(each, probe)
      ? ({ effect: 'none', confidence: 'very-likely', severity: 'warning' } as const)
      : ({ effect: 'blocks', confidence: 'very-likely' } as const)
    return [pushFinding('notification-off', weight, { device }, [probeItem(probe)])]
  })

const isOff = ({ reply }: DeviceProbe): boolean => reply?.kind === 'accepted' && reply.notifications === 'off'

/** Another device takes pushes, and nothing says that it would not show them. */
const isShownBeside = (each: Case, probe: DeviceProbe): boolean =>
  tokenProbes(each).some((other) => other !== probe && isTaken(other) && !isOff(other))

/** By the word of its vendor now, and of no phone of that vendor the contrary. */
function isOnNow(each: Case, vendor: Vendor | null): boolean {
  const own = tokenProbes(each).filter(({ certificate }) => certificate.vendor === vendor)
  return own.some(({ reply }) => reply?.kind === 'accepted' && reply.notifications === 'on') && !own.some(isOff)
}

/** Only a notification that is shown can be opened. */
const openedSince = (each: Case, at: number | null): boolean =>
  at !== null && pushSteps(each).some((step) => step.stage === 3 && step.code === 0 && step.at > at)
