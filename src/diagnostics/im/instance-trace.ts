import type { Vendor } from '../codes/entry.ts'
import type { Secret } from '../secret.ts'

export type TraceStage = 'im' | 'vendor' | 'device' | 'click'

/** How far a push came, as Tencent tells it. */
export interface StageResult {
  /** Raw `PushStatus`: 1 is success in the samples; null: the stage is not in the answer. */
  status: number | null
  /** True for status 1 with no error; false for an ErrorCode other than 0; null: nothing is known (yet). */
  ok: boolean | null
  /** The vendor's or Tencent's code as text; null for none or 0. */
  code: string | null
  info: string
  /** `EventTime` as it came, "YYYY-MM-DD hh:mm:ss" in a zone that no page states; null for none. */
  time: string | null
}

/** One device in the trace of one push (`InstanceTrace[]`). */
export interface InstanceTrace {
  instanceId: string | null
  /** UNIX milliseconds of `PushTime`; null where it could not be read. */
  pushedAt: number | null
  /** `EventType` of a single push; null where it is not said, as for chat messages, which only go offline. */
  delivery: 'offline' | 'online' | null
  /** Raw `PushPlatform`. */
  platform: number
  vendor: Vendor | null
  /** Null: none was reported. */
  token: Secret | null
  /** Null: not told. No page lists it among the members of a trace. */
  registrationId: Secret | null
  /** Null: none was reported (`"0"` or empty). */
  certificateId: string | null
  /** Members that the answer does not have at all, which says nothing of what was reported; left out: it has both. */
  untold?: readonly ('token' | 'certificateId')[]
  model: string | null
  system: string | null
  systemVersion: string | null
  sdkVersion: string | null
  pushVersion: string | null
  notifications: 'on' | 'off' | 'unknown'
  stages: Readonly<Record<TraceStage, StageResult>>
}
