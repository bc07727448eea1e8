import { deviceName, pushSteps, traceItem, tracedDevices } from '../case-facts.ts'
import type { Case } from '../evidence.ts'
import type { Judge } from '../judge.ts'
import { pushFinding } from '../push-finding.ts'
import { vendorFindings } from '../vendor-findings.ts'

/** The person, or the system for them, switched the app's notifications off. */
export const notificationOff: Judge = (each) => {
  const devices = tracedDevices(each)
  const off = devices.find(({ notifications, pushedAt }) => notifications === 'off' && !openedSince(each, pushedAt))
  if (off === undefined) return vendorFindings(each, 'notification-off')
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

/** Only a notification that is shown can be opened. */
const openedSince = (each: Case, at: number | null): boolean =>
  at !== null && pushSteps(each).some((step) => step.stage === 3 && step.code === 0 && step.at > at)
