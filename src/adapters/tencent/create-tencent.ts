import type { Answer } from '../../diagnostics/im/im-failure.ts'
import type { ImApp } from '../../diagnostics/im/im-app.ts'
import type { ImService } from '../../diagnostics/ports/im-service.ts'
import type { Slots } from '../../diagnostics/ports/slots.ts'
import { administratorOf, AdminSigs } from './admin-sigs.ts'
import { BOUNDS, type Bounds } from './bounds.ts'
import type { Order, Scope } from './call.ts'
import { accountExistsOrder } from './calls/account-exists.ts'
import { appDaysOrder } from './calls/app-days.ts'
import { blocksOrder } from './calls/blocks.ts'
import { readDirectMessages } from './calls/direct-messages.ts'
import { groupMessagesOrder } from './calls/group-messages.ts'
import { groupOrder } from './calls/group.ts'
import { findMember } from './calls/member.ts'
import { muteOrder } from './calls/mute.ts'
import { pushLossOrder } from './calls/push-loss.ts'
import { NO_STATISTICS, pushStatisticsOrder } from './calls/push-statistics.ts'
import { pushTraceOrder, taskTraceOrder } from './calls/push-trace.ts'
import { testPushOrder } from './calls/test-push.ts'
import { userStatesOrder } from './calls/user-states.ts'
import { createCall } from './create-call.ts'
import { createTransport } from './transport.ts'
import { clockSkew } from '../clock-skew.ts'
import { Turns } from './turns.ts'

export interface TencentDeps {
  /** For the endpoints of one call a second. */
  slots: Slots
  /** UNIX milliseconds. */
  now: () => number
  /** An unsigned 32-bit number. */
  random: () => number
  /** Told once a question, with `ok` or the kind of its failure; `endpoint` is one of a fixed few. */
  observe: { called(endpoint: string, outcome: string, milliseconds: number): void }
  /** Where the calls of a simulated app go, asked anew for each; null: where the app says. */
  baseUrlOf?: (app: ImApp) => string | null
  bounds?: Partial<Bounds>
  /** The clock of this machine, which signatures and webhooks depend on; UNIX milliseconds. */
  machineClock?: () => number
  /** Told when that clock is found to be off, and when it is right again: how far, milliseconds, positive: ahead. */
  onSkew?: (skewMs: number | null) => void
}

export interface Tencent {
  service: ImService
  /** Cuts all connections; what still runs ends as cancelled. */
  close(): Promise<void>
}

/** The client of Tencent's server API. Nothing is connected, or even loaded, before the first call. */
export function createTencent({ slots, now, random, observe, baseUrlOf = () => null, ...deps }: TencentDeps): Tencent {
  const bounds: Bounds = { ...BOUNDS, ...deps.bounds }
  const transport = createTransport(bounds)
  /** Ends each question that runs. */
  const running = new Set<AbortController>()
  let closed = false
  const call = createCall({
    transport,
    sigs: new AdminSigs(now),
    turns: new Turns(slots, now, bounds),
    bounds,
    random,
    baseUrlOf,
    observe,
    compareClock: clockWatch(deps.machineClock ?? Date.now, deps.onSkew ?? (() => {})),
  })

  /** One question, whatever number of calls it takes. */
  async function question<Value>(
    signal: AbortSignal,
    ask: (scope: Scope) => Promise<Answer<Value>>,
  ): Promise<Answer<Value>> {
    const control = new AbortController()
    if (closed) control.abort()
    running.add(control)
    try {
      const either = AbortSignal.any([signal, control.signal])
      return await ask({ signal: either, until: performance.now() + bounds.call })
    } finally {
      running.delete(control)
    }
  }

  const one = <Value>(app: ImApp, order: Order<Value>, signal: AbortSignal) =>
    question(signal, (scope) => call(app, order, scope))

  return {
    service: {
      userStates: async (app, userIds, signal) =>
        userIds.length === 0 ? { ok: true, value: [] } : one(app, userStatesOrder(userIds), signal),
      accountExists: (app, userId, signal) => one(app, accountExistsOrder(userId), signal),
      blocks: (app, pair, signal) => one(app, blocksOrder(pair), signal),
      mute: (app, userId, signal) => one(app, muteOrder(userId), signal),
      group: (app, groupId, signal) => one(app, groupOrder(groupId), signal),
      member: (app, of, signal) => question(signal, (scope) => findMember(of, (order) => call(app, order, scope))),
      directMessages: (app, of, signal) =>
        question(signal, (scope) => readDirectMessages(of, (order) => call(app, order, scope))),
      groupMessages: (app, of, signal) => one(app, groupMessagesOrder(of), signal),
      pushTrace: (app, pushId, signal) => one(app, pushTraceOrder(pushId, now()), signal),
      taskTrace: (app, of, signal) => one(app, taskTraceOrder(of, now()), signal),
      async pushLoss(app, span, signal) {
        const order = pushLossOrder(span, now())
        return order === null ? { ok: true, value: [] } : one(app, order, signal)
      },
      async pushStatistics(app, span, signal) {
        const order = pushStatisticsOrder(span, now())
        return order === null ? { ok: true, value: NO_STATISTICS } : one(app, order, signal)
      },
      appDays: (app, signal) => one(app, appDaysOrder(), signal),
      sendTestPush: (app, order, signal) => one(app, testPushOrder(order, administratorOf(app)), signal),
    },
    async close() {
      closed = true
      for (const control of running) control.abort()
      await transport.close()
    },
  }
}

/** Compares the clock with each answer, and tells of a change alone. */
function clockWatch(machineClock: () => number, onSkew: (skewMs: number | null) => void) {
  let isOff = false
  return (date: number | null): number | null => {
    const skew = clockSkew(date, machineClock())
    if (date !== null && isOff !== (skew !== null)) {
      isOff = skew !== null
      onSkew(skew)
    }
    return skew
  }
}
