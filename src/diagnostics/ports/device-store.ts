import type { Device } from '../devices/device.ts'

/** Devices that were seen, the newest word of each source. Rejects when the store cannot be reached. */
export interface DeviceStore {
  /** Keeps the newer of what is known and what is told, by source, user and instance. */
  remember(sdkAppId: number, devices: readonly Device[]): Promise<void>
  /**
   * Puts what is told in the place of all that this source told of the user before, however new that was; durable when it
   * resolves. Whoever reads meanwhile sees the one or the other, and of two at the same time one wins whole.
   * @param devices all of this user and source; none: the source knows of none any more
   */
  replace(sdkAppId: number, userId: string, source: 'registry', devices: readonly Device[]): Promise<void>
  /**
   * Forgets what this source told of the user; durable when it resolves.
   * @param instanceId null: all of them
   * @returns how many devices were forgotten
   */
  forget(sdkAppId: number, userId: string, source: 'registry', instanceId: string | null): Promise<number>
  /** Newest first, at most 100. */
  ofUser(sdkAppId: number, userId: string): Promise<readonly Device[]>
  /** The same of many users, those seen longest ago left out where they are too many; users without one are left out. */
  ofUsers(sdkAppId: number, userIds: readonly string[]): Promise<ReadonlyMap<string, readonly Device[]>>
}
