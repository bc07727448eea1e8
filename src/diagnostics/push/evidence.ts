import type { ImEvent, MessageEvent, PushEvent, StateEvent } from '../events/event.ts'
import type { Device } from '../devices/device.ts'
import type { ImApp } from '../im/im-app.ts'
import type { ImFailure } from '../im/im-failure.ts'
import type { ImMessage } from '../im/im-message.ts'
import type { InstanceTrace } from '../im/instance-trace.ts'
import type { PushLoss } from '../im/push-loss.ts'
import type { UserState } from '../im/user-state.ts'
import type { StrayMessage } from './probes/stray-message.ts'
import type { DeviceProbe } from './probes/device-tokens.ts'
import type { PushReceipts } from '../ports/event-store.ts'
import type { GroupFacts, MemberFacts, Span } from '../ports/im-service.ts'

export interface PushQuestion {
  app: ImApp
  userId: string
  /** The question is about this message: a `MsgKey`, or with a group its `MsgSeq`. */
  message: string | null
  /** The question is about messages of this sender. */
  from: string | null
  /** The question is about messages to this group. */
  groupId: string | null
  /** From when on, UNIX milliseconds. */
  since: number
}

export const isAboutMessages = ({ message, from, groupId }: PushQuestion): boolean =>
  message !== null || from !== null || groupId !== null

/** Why a probe saw nothing: Tencent's answer, the store, or its own time-out. */
export type ProbeFailure =
  | { source: 'im'; failure: ImFailure }
  | { source: 'store' }
  | { source: 'timeout'; afterMs: number }

/**
 * `absent`: Tencent answered that there is no such thing, or that it keeps none. `skipped`: the question does not need it.
 * `ms`: how long it took. `skewMs`: how far this machine's clock is from Tencent's, milliseconds, positive: ahead; left out
 * where it is near enough.
 */
export type Probed<Value> =
  | { kind: 'seen'; value: Value; ms: number; skewMs?: number }
  | { kind: 'absent'; refusal: ImFailure; ms: number }
  | { kind: 'failed'; failure: ProbeFailure; ms: number }
  | { kind: 'skipped' }

/** What the store knows of the user. */
export interface History {
  /** Of the last seven days and of the time asked for; newest first. */
  events: readonly ImEvent[]
  /** The one that explains the state best, however old; null: none is known. */
  lastState: StateEvent | null
  /** When any webhook of the app last came; null: never. */
  lastReceived: number | null
  /** Of all users; empty where no push of this one waits for a receipt, and nobody asked. */
  receipts: readonly PushReceipts[]
}

/** The messages the question is about, newest first, as far as they are known. */
export interface MessageFacts {
  sent: readonly MessageEvent[]
  roaming: readonly ImMessage[]
  /** Why Tencent's history could not be read, where webhooks tell of the messages all the same; else null. */
  failure: ImFailure | null
  /** Tencent's answer that it has no such history; null: it gave none. */
  absent: ImFailure | null
  /** Of the message that is asked about only its place is left in the history. */
  withdrawn: boolean
  /** There is nothing but this: no reason for a push to the user. Null: no such message. */
  stray: StrayMessage | null
  /** The roaming history was read as far as the question goes. */
  complete: boolean
  /** Who sent it, where known: asked for, or by the stored event. */
  from: string | null
  groupId: string | null
  pushes: readonly PushEvent[]
}

export interface Evidence {
  state: Probed<UserState>
  account: Probed<boolean>
  history: Probed<History>
  message: Probed<MessageFacts>
  blocks: Probed<{ receiverBlocksSender: boolean; senderBlocksReceiver: boolean }>
  mute: Probed<{ direct: number; group: number }>
  group: Probed<GroupFacts>
  member: Probed<MemberFacts | null>
  /** The devices of the last chat push, and of the last test push. */
  trace: Probed<readonly InstanceTrace[]>
  taskTrace: Probed<readonly InstanceTrace[]>
  loss: Probed<readonly PushLoss[]>
  /** From the store: seen before, or told by the app. */
  devices: Probed<readonly Device[]>
  /** What the vendors themselves say of the tokens, asked quietly with the team's own credentials. */
  tokens: Probed<readonly DeviceProbe[]>
}

export type ProbeName = keyof Evidence

export const PROBES = [
  'state',
  'account',
  'history',
  'message',
  'blocks',
  'mute',
  'group',
  'member',
  'trace',
  'taskTrace',
  'loss',
  'devices',
  'tokens',
] as const satisfies readonly ProbeName[]

/** Everything a judgement is made from: nothing else may decide. */
export interface Case {
  question: PushQuestion
  evidence: Evidence
  /** UNIX milliseconds. */
  now: number
}

export const seen = <Value>(probed: Probed<Value>): Value | null => (probed.kind === 'seen' ? probed.value : null)

export const DAY = 86_400_000

/** Tencent keeps traces for so long, and a vendor's answer is news for no longer. */
export const NEWS_FOR = 7 * DAY

export const spanOf = ({ since }: PushQuestion, now: number): Span => ({
  from: Math.min(since, now - NEWS_FOR),
  to: now,
})
