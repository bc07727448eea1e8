import type { Vendor } from '../codes/entry.ts'
import type { Secret } from '../secret.ts'

/** A device of a user, from the one source that told of it. */
export interface Device {
  userId: string
  /** Tells devices of one user apart within a source. */
  instanceId: string
  /** `iOS`, `Android`, `HarmonyOS`, … as reported; null where unknown. */
  platform: string | null
  vendor: Vendor | null
  /** Null: none was reported. */
  certificateId: string | null
  /** Null: none was reported. */
  token: Secret | null
  /** What Tencent's push SDK names the device by (`getRegistrationID`); null: not known. */
  registrationId: Secret | null
  model: string | null
  system: string | null
  sdkVersion: string | null
  notifications: 'on' | 'off' | 'unknown'
  /** UNIX milliseconds. */
  seenAt: number
  source: 'trace' | 'callback' | 'registry'
}
