import type { Device } from '../devices/device.ts'

/** Devices that were seen, the newest word of each source. Rejects when the store cannot be reached. */
export interface DeviceStore {
  /** Keeps the newer of what is known and what is told, by source, user and instance. */
  remember(sdkAppId: number, devices: readonly Device[]): Promise<void>
  /** Newest first, at most 100. */
  ofUser(sdkAppId: number, userId: string): Promise<readonly Device[]>
}
