import type { Vendor } from '../../../diagnostics/codes/entry.ts'
import type { MessageContent } from './message.ts'

/** How a vendor treats pushes to a device. `code` and `info` as the vendor, or Tencent with a negative code, gives them. */
export type Fate =
  | { kind: 'delivered'; clicked: boolean }
  /** Accepted, and never heard of again. */
  | { kind: 'accepted' }
  | { kind: 'refused'; code: number; info: string }

/** What a phone reported to Tencent when it registered for pushes. */
export interface SimulatedDevice {
  /** The client it belongs to, as in `SimulatedClient`. */
  platform: 'iPhone' | 'iPad' | 'Android'
  vendor: Vendor
  /** `"0"`: the app reported none. */
  certificateId: string
  /** Empty: the app reported none. */
  token: string
  /** What the push SDK names it by; left out: the app's SDK is too old to be pushed to by it. */
  registrationId?: string
  model: string
  systemVersion: string
  notifications: 'on' | 'off'
  fate: Fate
}

/** A logged-in client. One that is not listed has logged out, was kicked, or never logged in. */
export interface SimulatedClient {
  /** Tencent's word: `iPhone`, `Android`, `Web`, `PC`, … */
  platform: string
  state: 'Online' | 'PushOnline'
}

/** What happened before the simulator started, `ago` in milliseconds. */
export type PastEvent =
  | { kind: 'login'; ago: number; platform: string; kicked?: readonly string[] }
  | { kind: 'logout'; ago: number; platform: string }
  | { kind: 'disconnect'; ago: number; platform: string; reason: 'LinkClose' | 'TimeOut' }
  /** The user put `other` on the block list. */
  | { kind: 'block'; ago: number; other: string }
  | ({ kind: 'message'; ago: number; from: string } & PastMessage)

export interface PastMessage {
  seq: number
  random: number
  content: MessageContent
  onlineOnly?: boolean
  /** The sender asked for no vendor push (`PushFlag` 1). */
  pushDisabled?: boolean
  /** False: accepted from the sender and thrown away, as for a sender on the receiver's block list. */
  stored?: boolean
  read?: boolean
  /** The app's server sent it to many at once (`openim/batchsendmsg`), of which no webhook tells. */
  batch?: boolean
  /** What became of its push to each device of the receiver; without it there was none. */
  pushed?: Fate
}

/** One of the cast. Everything is plain data, so that a test can put anybody on the stage. */
export interface SimulatedUser {
  /** Who this is and what is wrong, in one sentence. */
  story: string
  clients: readonly SimulatedClient[]
  devices?: readonly SimulatedDevice[]
  /** UserIDs on the block list. */
  blocks?: readonly string[]
  past?: readonly PastEvent[]
}

export type Cast = Readonly<Record<string, SimulatedUser>>
