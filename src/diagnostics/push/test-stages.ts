import type { PushEvent } from '../events/event.ts'
import type { ImFailure } from '../im/im-failure.ts'
import type { InstanceTrace, TraceStage } from '../im/instance-trace.ts'
import { TEST_STAGES, type TestOutcome, type TestStage } from './test-push.ts'

/** How the order itself went. */
export type Ordered =
  | { kind: 'sent'; taskId: string | null; at: number }
  /** Tencent refused, or the user was refused. */
  | { kind: 'refused'; code: number | null; info: string }
  /** The answer did not come, or not yet: it may have been sent. Null: another run sent it, or tried to. */
  | { kind: 'unsure'; failure: ImFailure | null }

/** How far a test push came, by callbacks and by its trace; of several devices the one that came farthest. */
export function testStages(
  ordered: Ordered,
  events: readonly PushEvent[],
  traces: readonly InstanceTrace[],
): readonly TestStage[] {
  const told = {
    im: imStage(ordered),
    vendor: vendorStage(events),
    device: deviceStage(events),
    click: stepStage(events, 3),
  }
  return TEST_STAGES.map((name) => {
    const byCallback = told[name]
    if (byCallback.outcome === 'pass' || name === 'im') return { name, ...byCallback }
    const byTrace = traceStage(traces, name)
    // A pass anywhere is a pass; a failure is one only where nothing passed.
    if (byTrace.outcome === 'pass' || byCallback.outcome === 'unknown') return { name, ...byTrace }
    return { name, ...byCallback }
  })
}

export function outcomeOf(stages: readonly TestStage[]): TestOutcome {
  const outcome = (name: TestStage['name']) => stages.find((stage) => stage.name === name)?.outcome
  if (outcome('device') === 'pass' || outcome('click') === 'pass') return 'delivered'
  if (stages.some((stage) => stage.outcome === 'fail')) return 'failed'
  return outcome('vendor') === 'pass' ? 'accepted' : 'pending'
}

type Told = Omit<TestStage, 'name'>

const UNKNOWN: Told = { outcome: 'unknown', code: null, info: '', at: null, online: false }

function imStage(ordered: Ordered): Told {
  switch (ordered.kind) {
    case 'sent':
      return { ...UNKNOWN, outcome: 'pass', at: ordered.at }
    case 'refused':
      return {
        ...UNKNOWN,
        outcome: 'fail',
        code: ordered.code === null ? null : String(ordered.code),
        info: ordered.info,
      }
    case 'unsure':
      return UNKNOWN
  }
}

const fromEvent = (event: PushEvent, online = false): Told => ({
  outcome: event.code === 0 ? 'pass' : 'fail',
  code: event.code === 0 ? null : String(event.code),
  info: event.info,
  at: event.at,
  online,
})

/** The best of the steps at this stage. */
function stepStage(events: readonly PushEvent[], stage: number): Told {
  const steps = events.filter((event) => event.delivery === 'offline' && event.stage === stage)
  const best = steps.find(({ code }) => code === 0) ?? steps[0]
  return best === undefined ? UNKNOWN : fromEvent(best)
}

/** A delivery implies that the vendor took it. */
function vendorStage(events: readonly PushEvent[]): Told {
  const own = stepStage(events, 1)
  if (own.outcome === 'pass') return own
  const later = events.find((event) => event.delivery === 'offline' && event.stage > 1 && event.code === 0)
  if (later !== undefined) return fromEvent(later)
  const online = events.some((event) => event.delivery === 'online' && event.code === 0)
  return online && own.outcome === 'unknown' ? { ...UNKNOWN, outcome: 'skipped', online: true } : own
}

function deviceStage(events: readonly PushEvent[]): Told {
  const own = stepStage(events, 2)
  if (own.outcome === 'pass') return own
  const opened = stepStage(events, 3)
  if (opened.outcome === 'pass') return opened
  const online = events.find((event) => event.delivery === 'online' && event.code === 0)
  return online === undefined ? own : fromEvent(online, true)
}

function traceStage(traces: readonly InstanceTrace[], name: TraceStage): Told {
  // One device has failed, and another that its vendor took is still on its way.
  const isOnItsWay =
    name === 'device' && traces.some(({ stages }) => stages.vendor.ok === true && stages.device.ok === null)
  const results = traces.map(({ stages }) => stages[name])
  const best =
    results.find(({ ok }) => ok === true) ?? (isOnItsWay ? undefined : results.find(({ ok }) => ok === false))
  if (best === undefined) return UNKNOWN
  return { ...UNKNOWN, outcome: best.ok === true ? 'pass' : 'fail', code: best.code, info: best.info }
}
