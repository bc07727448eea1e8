import { createHash } from 'node:crypto'
import type { Fate, PastEvent, SimulatedClient, SimulatedDevice } from '../world/simulated-user.ts'
import { CERTIFICATE_IDS } from './demo-console.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const DELIVERED: Fate = { kind: 'delivered', clicked: false }
export const CLICKED: Fate = { kind: 'delivered', clicked: true }
export const ACCEPTED: Fate = { kind: 'accepted' }
export const refused = (code: number, info: string): Fate => ({ kind: 'refused', code, info })

/** A made-up token, the same on every machine. */
const tokenOf = (owner: string): string => createHash('sha256').update(`device of ${owner}`).digest('hex')

/** As the push SDK makes one up. */
const registrationOf = (owner: string): string => `reg-${tokenOf(owner).slice(0, 24)}`

export const iPhoneOf = (owner: string, changes: Partial<SimulatedDevice> = {}): SimulatedDevice => ({
  platform: 'iPhone',
  vendor: 'apns',
  certificateId: CERTIFICATE_IDS.apns,
  token: tokenOf(owner),
  registrationId: registrationOf(owner),
  model: 'iPhone 15',
  systemVersion: '18.1',
  notifications: 'on',
  fate: DELIVERED,
  ...changes,
})

const MODELS = {
  huawei: 'HUAWEI Mate 60',
  honor: 'HONOR Magic 6',
  xiaomi: 'Xiaomi 14',
  oppo: 'OPPO Find X7',
  vivo: 'vivo X100',
  fcm: 'Pixel 8',
} as const

export const androidOf = (
  owner: string,
  vendor: keyof typeof MODELS,
  changes: Partial<SimulatedDevice> = {},
): SimulatedDevice => ({
  platform: 'Android',
  vendor,
  certificateId: CERTIFICATE_IDS[vendor],
  token: `${vendor}-${tokenOf(owner)}`,
  registrationId: registrationOf(`${vendor} of ${owner}`),
  model: MODELS[vendor],
  systemVersion: '14',
  notifications: 'on',
  fate: DELIVERED,
  ...changes,
})

export const onPhone = (platform: 'iPhone' | 'Android'): SimulatedClient => ({ platform, state: 'PushOnline' })

/** The app was opened and, some time later, ended without a logout: from then on the user is PushOnline. */
export const usedApp = (platform: string, opened: number, ended: number): readonly PastEvent[] => [
  { kind: 'login', ago: opened, platform },
  { kind: 'disconnect', ago: ended, platform, reason: 'LinkClose' },
]

type MessageEvent = PastEvent & { kind: 'message' }

/** A text from sam; `seq` names it among the user's messages. */
export const fromSam = (
  ago: number,
  seq: number,
  text: string,
  more: Partial<Omit<MessageEvent, 'kind' | 'ago' | 'from' | 'seq'>> = {},
): MessageEvent => ({
  kind: 'message',
  ago,
  from: 'sam',
  seq,
  random: 70_000 + seq,
  content: { kind: 'text', text },
  ...more,
})
