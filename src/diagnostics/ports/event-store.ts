import type { Vendor } from '../codes/entry.ts'
import type { ImEvent, MessageEvent, PushEvent, StateEvent } from '../events/event.ts'
import type { Span } from './im-service.ts'

export type MessageName = { kind: 'direct'; key: string } | { kind: 'group'; groupId: string; seq: number }

/** Offline pushes of one vendor. */
export interface PushReceipts {
  vendor: Vendor
  /** The vendor took them. */
  accepted: number
  /** Words of the vendor's on their delivery, whatever they were. */
  receipts: number
}

/**
 * What webhooks brought, by SDKAppID. Reads give the newest first. A store that cannot be reached rejects with an Error;
 * whoever asks makes a failed probe of it.
 */
export interface EventStore {
  /**
   * Durable when it resolves. An event whose id is there already is left as it is.
   * @param receivedAt UNIX milliseconds
   * @returns how many were new
   */
  append(sdkAppId: number, events: readonly ImEvent[], receivedAt: number): Promise<number>
  /** Events about a user: states, pushes to them, messages to them one-to-one, changes of their block list. */
  ofUser(sdkAppId: number, userId: string, span: Span, most: number): Promise<readonly ImEvent[]>
  /** Messages to a group. */
  ofGroup(sdkAppId: number, groupId: string, span: Span, most: number): Promise<readonly MessageEvent[]>
  /** What is known of one message: its sending, and every step of every push of it. */
  ofMessage(sdkAppId: number, name: MessageName, most: number): Promise<readonly (MessageEvent | PushEvent)[]>
  /** Every step of one task's push to a user, by the task or by the sender's mark. */
  ofTask(
    sdkAppId: number,
    of: { userId: string; taskId: string | null; dataId: string },
    most: number,
  ): Promise<readonly PushEvent[]>
  /**
   * For each user the newest changes of their connection, newest first, however old, at most `most` of each; users without one
   * are left out.
   * @param until UNIX milliseconds; what is dated later is left out
   */
  lastStates(
    sdkAppId: number,
    userIds: readonly string[],
    of: { until: number; most: number },
  ): Promise<ReadonlyMap<string, readonly StateEvent[]>>
  /** For each user the newest steps of pushes to them, newest first, at most `most` of each; users without one are left out. */
  lastPushes(
    sdkAppId: number,
    userIds: readonly string[],
    span: Span,
    most: number,
  ): Promise<ReadonlyMap<string, readonly PushEvent[]>>
  /** Of every vendor that pushes went to, how many it took, and how many receipts came. Counted as events are stored. */
  pushReceipts(sdkAppId: number, span: Span): Promise<readonly PushReceipts[]>
  /** When the last event of any kind came in, UNIX milliseconds; null: none ever did. */
  lastReceived(sdkAppId: number): Promise<number | null>
}
