import type { DeviceStore } from '../../diagnostics/ports/device-store.ts'
import type { EventStore } from '../../diagnostics/ports/event-store.ts'
import type { ImService } from '../../diagnostics/ports/im-service.ts'
import type { PushVendors } from '../../diagnostics/ports/push-vendors.ts'
import type { TestPushStore } from '../../diagnostics/ports/test-push-store.ts'
import type { Conversations } from './conversations.ts'
import type { Team } from './team.ts'

/** All that commands may ask of the outside. */
export interface World {
  im: ImService
  events: EventStore
  devices: DeviceStore
  testPushes: TestPushStore
  vendors: PushVendors
  conversations: Conversations
  team: Team
  /** Resolves after so many milliseconds, or when the signal ends; never rejects. */
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

/** `problem`: in one line, what could not be opened and what to do; no secret. */
export type OpenedWorld = { ok: true; world: World } | { ok: false; problem: string }
