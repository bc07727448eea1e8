import { endingWithin } from '../ending-within.ts'
import type { PushEvent } from '../events/event.ts'
import type { ImApp } from '../im/im-app.ts'
import { missingIn } from '../im/classify-refusal.ts'
import type { ImFailure } from '../im/im-failure.ts'
import { imFailureOf } from '../figures/im-failure-of.ts'
import type { InstanceTrace } from '../im/instance-trace.ts'
import { vendorOfPlatform } from '../im/push-platform.ts'
import type { CaseNumber } from './case-number.ts'
import { conclude } from './conclude.ts'
import type { Evidence } from './evidence.ts'
import { seen } from './evidence.ts'
import type { DiagnosisPorts } from './gather.ts'
import { deviceOf } from './known-devices.ts'
import { NO_EVIDENCE } from './no-evidence.ts'
import { askIm, askStore, type ProbeRun } from './probe.ts'
import type { AnyPushFinding } from './push-finding.ts'
import type { Secret } from '../secret.ts'
import { outcomeOf, testStages, type Ordered } from './test-stages.ts'

export const TEST_STAGES = ['im', 'vendor', 'device', 'click'] as const

export interface TestStage {
  name: (typeof TEST_STAGES)[number]
  /** `unknown`: not told, or not yet. `skipped`: not on the way, as the vendor of a push that went online. */
  outcome: 'pass' | 'fail' | 'unknown' | 'skipped'
  code: string | null
  info: string
  /** UNIX milliseconds; null where no time was told. */
  at: number | null
  /** It came over the app's own connection. */
  online: boolean
}

export type TestOutcome = 'delivered' | 'accepted' | 'failed' | 'pending'

export interface TestPushOrdered {
  app: ImApp
  userId: string
  number: CaseNumber
  title: string
  text: string
  /** Looks at devices with this certificate only; null: at all. */
  certificateId: string | null
  /** Sends to this device alone; null: to all. */
  registrationId: Secret | null
}

export interface TestPushResult {
  ordered: Ordered
  /** It was sent before, by the same act: this is what became of it. */
  repeated: boolean
  stages: readonly TestStage[]
  outcome: TestOutcome
  findings: readonly AnyPushFinding[]
}

export interface TestPushRun {
  clock: () => number
  signal: AbortSignal
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** Told whenever a stage has changed. */
  onStages: (stages: readonly TestStage[]) => void
}

/** How long it may take, milliseconds. */
export interface TestPushBounds {
  /** To know whether it was sent before. */
  reserveMs: number
  /** One question to Tencent or to the store. */
  askMs: number
  /** All together. */
  allMs: number
}

/** Below the 20 seconds in which an answer is promised. */
const BOUNDS: TestPushBounds = { reserveMs: 3000, askMs: 6000, allMs: 18_000 }
const LOOK_EVERY = 600
/** The trace is there after some seconds, and may be asked for once a second by all together. */
const TRACE_AFTER = 2500
const TRACE_EVERY = 4000
const MOST_EVENTS = 100

/**
 * Sends one push that the user sees, once for each case number, and follows it. Rejects when the store cannot be reached
 * before anything was sent: without its word nobody knows whether it was sent already.
 */
export async function testPush(
  order: TestPushOrdered,
  ports: DiagnosisPorts,
  run: TestPushRun,
  bounds: TestPushBounds = BOUNDS,
): Promise<TestPushResult> {
  const until = run.clock() + bounds.allMs
  const signal = endingWithin(run.signal, bounds.allMs)
  const { ordered, repeated } = await sendOnce(order, ports, { ...run, signal }, bounds)
  const watch: Watch = { events: [], traces: null }
  const stages = () => {
    const { events, traces } = ofCertificate(order, watch)
    return testStages(ordered, events, traces ?? [])
  }
  run.onStages(stages())
  if (ordered.kind !== 'refused')
    await follow(order, ordered, ports, { ...run, signal }, { until, boundMs: bounds.askMs }, watch, stages)
  const { app, userId } = order
  const found = (watch.traces ?? []).map((trace) => deviceOf(userId, trace, run.clock()))
  if (found.length > 0) ports.devices.remember(app.sdkAppId, found).catch(() => {})
  return {
    ordered,
    repeated,
    stages: stages(),
    outcome: outcomeOf(stages()),
    findings: findingsOf(order, ofCertificate(order, watch), ordered, run.clock()),
  }
}

async function sendOnce(
  { app, userId, registrationId, number, title, text }: TestPushOrdered,
  { im, testPushes }: DiagnosisPorts,
  { clock, signal }: TestPushRun,
  { reserveMs, askMs }: TestPushBounds,
): Promise<{ ordered: Ordered; repeated: boolean }> {
  const at = clock()
  const toStore: ProbeRun = { clock, signal, boundMs: reserveMs }
  const push = { caseNumber: number.text, userId, taskId: null, at }
  const reserved = await askStore(toStore, () => testPushes.reserve(app.sdkAppId, push))
  if (reserved.kind !== 'seen') throw new Error('the store did not reserve the test push')
  if (!reserved.value) {
    const before = seen(await askStore(toStore, () => testPushes.find(app.sdkAppId, number.text)))
    // Without a task it was refused, is being sent at this moment, or nobody knows.
    const ordered: Ordered =
      before?.taskId == null
        ? { kind: 'unsure', failure: null }
        : { kind: 'sent', taskId: before.taskId, at: before.at }
    return { ordered, repeated: true }
  }
  const order = { userId, registrationId, caseNumber: number.text, title, text, random: number.random }
  const answer = await askIm({ clock, signal, boundMs: askMs }, (ending) => im.sendTestPush(app, order, ending))
  if (answer.kind !== 'seen') {
    const failure = imFailureOf(answer, ENDPOINT)
    // Tencent's own word means that nothing was sent; silence means nothing at all.
    const isRefusal = failure.kind === 'refused' || failure.kind === 'rate-limited'
    return {
      ordered: isRefusal ? { kind: 'refused', code: failure.code, info: failure.info } : { kind: 'unsure', failure },
      repeated: false,
    }
  }
  const { taskId, refusal } = answer.value
  if (refusal !== null) return { ordered: { kind: 'refused', ...refusal }, repeated: false }
  // Callbacks can be followed by the case number alone, so a store that fails now costs the trace, not the answer.
  if (taskId !== null) await askStore(toStore, () => testPushes.sent(app.sdkAppId, number.text, taskId))
  return { ordered: { kind: 'sent', taskId, at }, repeated: false }
}

const ENDPOINT = 'v4/timpush/batch'

interface Watch {
  events: readonly PushEvent[]
  traces: readonly InstanceTrace[] | null
}

async function follow(
  { app, userId, registrationId, number }: TestPushOrdered,
  ordered: Ordered,
  { im, events }: DiagnosisPorts,
  { clock, signal, wait, onStages }: TestPushRun,
  { until, boundMs }: { until: number; boundMs: number },
  watch: Watch,
  stages: () => readonly TestStage[],
): Promise<void> {
  const taskId = ordered.kind === 'sent' ? ordered.taskId : null
  const run: ProbeRun = { clock, signal, boundMs }
  let nextTrace = clock() + TRACE_AFTER
  let tracing: Promise<void> | null = null
  // By which name callbacks and the trace tell of a push to one device, no page says.
  const names = registrationId === null ? [userId] : [registrationId.reveal(), userId]
  let asked = 0
  const trace = async (task: string): Promise<void> => {
    const name = names[asked++ % names.length] ?? userId
    const told = seen(await askIm(run, (ending) => im.taskTrace(app, { taskId: task, userId: name }, ending)))
    watch.traces = told !== null && (told.length > 0 || watch.traces === null) ? told : watch.traces
    tracing = null
  }
  while (!signal.aborted && clock() + LOOK_EVERY < until) {
    await wait(LOOK_EVERY, signal)
    const read = await askStore(run, () =>
      Promise.all(
        names.map((name) => events.ofTask(app.sdkAppId, { userId: name, taskId, dataId: number.text }, MOST_EVENTS)),
      ),
    )
    watch.events = seen(read)?.flat() ?? watch.events
    if (taskId !== null && tracing === null && clock() >= nextTrace) {
      nextTrace = clock() + TRACE_EVERY
      tracing = trace(taskId)
    }
    onStages(stages())
    if (outcomeOf(stages()) === 'delivered') return
    // A refusal that the trace has told as well is final.
    if (outcomeOf(stages()) === 'failed' && (watch.traces !== null || taskId === null)) return
  }
}

/** With a certificate: its devices, and the callbacks of its vendor, as far as that is known. Null: none of them was traced. */
function ofCertificate({ app, certificateId }: TestPushOrdered, { events, traces }: Watch): Watch {
  if (certificateId === null) return { events, traces }
  const own = traces?.filter((trace) => trace.certificateId === certificateId) ?? []
  const vendor = app.certificates.find(({ id }) => id === certificateId)?.vendor ?? own[0]?.vendor ?? null
  return {
    events: vendor === null ? events : events.filter(({ platform }) => vendorOfPlatform(platform) === vendor),
    traces: own.length === 0 ? null : own,
  }
}

/** What the push itself shows; nothing else was asked. */
function findingsOf(
  { app, userId }: TestPushOrdered,
  { events, traces }: Watch,
  ordered: Ordered,
  now: number,
): readonly AnyPushFinding[] {
  const refused = failureOf(ordered)
  const isUnknown = refused !== null && missingIn(refused) === 'missing-account'
  const evidence: Evidence = {
    ...NO_EVIDENCE,
    account: isUnknown ? { kind: 'seen', value: false, ms: 0 } : NO_EVIDENCE.account,
    trace:
      refused === null || isUnknown
        ? NO_EVIDENCE.trace
        : { kind: 'failed', failure: { source: 'im', failure: refused }, ms: 0 },
    history: { kind: 'seen', value: { events, lastState: null, lastReceived: null, receipts: [] }, ms: 0 },
    taskTrace: traces === null ? NO_EVIDENCE.taskTrace : { kind: 'seen', value: traces, ms: 0 },
  }
  const question = { app, userId, message: null, from: null, groupId: null, since: now }
  return conclude({ question, evidence, now }).findings
}

/** Why the order was not carried out, as a diagnosis takes it; null: it was. */
function failureOf(ordered: Ordered): ImFailure | null {
  switch (ordered.kind) {
    case 'sent':
      return null
    case 'unsure':
      return ordered.failure
    case 'refused': {
      const { code, info } = ordered
      return { endpoint: ENDPOINT, kind: 'refused', code, httpStatus: 200, info, attempts: 1 }
    }
  }
}
