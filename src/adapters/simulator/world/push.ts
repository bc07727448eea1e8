import { createHash } from 'node:crypto'
import type { Vendor } from '../../../diagnostics/codes/entry.ts'
import { messageKey, type SimulatedMessage, seconds } from './message.ts'
import type { Fate, SimulatedDevice } from './simulated-user.ts'

/** `PushPlatform`. @see https://cloud.tencent.com/document/product/269/102567 */
export const PLATFORM_OF: Readonly<Record<Vendor, number>> = {
  apns: 1,
  xiaomi: 2,
  huawei: 3,
  fcm: 4,
  meizu: 5,
  oppo: 6,
  vivo: 7,
  honor: 8,
}

/** One thing that becomes known of a push to a device. */
export interface PushStep {
  /** `PushStage`: 1 handed to the vendor, 2 delivered, 3 clicked. */
  stage: 1 | 2 | 3
  /** UNIX milliseconds. */
  at: number
  /** 0: success. */
  code: number
  info: string
  /** True: Tencent itself could not hand it to the vendor. */
  neverSent: boolean
}

/** A push on its way to one device. */
export interface PushToDevice {
  device: SimulatedDevice
  /** `online`: shown by the running app, without the vendor. */
  delivery: 'offline' | 'online'
  steps: PushStep[]
}

export type PushCause =
  | { kind: 'message'; message: SimulatedMessage }
  | { kind: 'task'; taskId: string; dataId: string }

/** One push to one user: of a message, or of a task. */
export interface Push {
  /** The PushID of a message; the TaskId of a task. */
  id: string
  cause: PushCause
  userId: string
  /** UNIX milliseconds. */
  at: number
  devices: readonly PushToDevice[]
}

/** The PushID of a message's push to one user: the same whenever it is asked for. */
export function pushIdOf(message: SimulatedMessage, userId: string): string {
  const name = `${message.groupId ?? ''} ${messageKey(message)} ${message.from} ${userId}`
  const hash = createHash('sha256').update(name).digest('hex')
  return `${seconds(message.at).toString(16)}_${hash.slice(0, 16)}`
}

type PlannedStep = Omit<PushStep, 'at'> & { after: number }

/** What a push to the device will go through, `after` in milliseconds from its start. */
export function planSteps(device: SimulatedDevice, delivery: PushToDevice['delivery'], fate: Fate): PlannedStep[] {
  const success = { code: 0, info: '', neverSent: false } as const
  if (delivery === 'online') return [{ stage: 2, after: 300, ...success }]
  const missing = whatIsMissing(device)
  if (missing !== null) return [{ stage: 1, after: 100, neverSent: true, ...missing }]
  if (fate.kind === 'refused') {
    return [{ stage: 1, after: 300, code: fate.code, info: fate.info, neverSent: false }]
  }
  const steps: PlannedStep[] = [{ stage: 1, after: 300, ...success }]
  if (fate.kind === 'delivered') {
    steps.push({ stage: 2, after: 900, ...success })
    if (fate.clicked) steps.push({ stage: 3, after: 2_500, ...success })
  }
  return steps
}

/** The two codes of the loss statistics for what never leaves Tencent. @see https://trtc.io/document/71898 */
function whatIsMissing({ certificateId, token }: SimulatedDevice): { code: number; info: string } | null {
  if (certificateId === '0') return { code: -1, info: 'certificate id not set' }
  return token === '' ? { code: -2, info: 'token not uploaded' } : null
}
