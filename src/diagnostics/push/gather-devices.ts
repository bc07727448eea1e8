import type { Device } from '../devices/device.ts'
import type { ImApp } from '../im/im-app.ts'
import { NEWS_FOR, seen } from './evidence.ts'
import type { DiagnosisPorts } from './gather.ts'
import { deviceOf, knownDevices } from './known-devices.ts'
import { askIm, askStore, type ProbeRun } from './probe.ts'
import { pushToTrace } from './probes/traces.ts'

/** Three questions to the store, and the traces between them, stay below the 20 seconds in which an answer is promised. */
const BOUNDS = { storeMs: 3000, traceMs: 8000 }
const MOST_EVENTS = 500

/**
 * The devices that are known of a user: from the store, and from the traces of the last push and of the last test push, which
 * are kept from then on. A trace that cannot be had is missed; rejects when the store cannot be reached.
 */
export async function gatherDevices(
  { app, userId }: { app: ImApp; userId: string },
  { im, events, devices, testPushes }: DiagnosisPorts,
  { clock, signal }: { clock: () => number; signal: AbortSignal },
  { storeMs, traceMs }: { storeMs: number; traceMs: number } = BOUNDS,
): Promise<readonly Device[]> {
  const now = clock()
  const span = { from: now - NEWS_FOR, to: now }
  const toStore: ProbeRun = { clock, signal, boundMs: storeMs }
  const [stored, read, test] = await Promise.all([
    told(toStore, () => devices.ofUser(app.sdkAppId, userId)),
    told(toStore, () => events.ofUser(app.sdkAppId, userId, span, MOST_EVENTS)),
    told(toStore, () => testPushes.last(app.sdkAppId, userId, span.from)),
  ])
  const run = { clock, signal, boundMs: traceMs }
  const pushId = pushToTrace({ events: read, lastState: null, lastReceived: null, receipts: [] }, [], now)
  const taskId = test?.taskId ?? null
  const traces =
    app.push !== 'timpush'
      ? []
      : [
          ...(pushId === null ? [] : [askIm(run, (ending) => im.pushTrace(app, pushId, ending))]),
          ...(taskId === null ? [] : [askIm(run, (ending) => im.taskTrace(app, { taskId, userId }, ending))]),
        ]
  const traced = (await Promise.all(traces)).flatMap((trace) => seen(trace) ?? [])
  const fresh = traced.map((trace) => deviceOf(userId, trace, now))
  if (fresh.length === 0) return knownDevices(userId, stored, read)
  await told(toStore, () => devices.remember(app.sdkAppId, fresh))
  return knownDevices(userId, await told(toStore, () => devices.ofUser(app.sdkAppId, userId)), read)
}

async function told<Value>(run: ProbeRun, ask: () => Promise<Value>): Promise<Value> {
  const probed = await askStore(run, ask)
  if (probed.kind === 'seen') return probed.value
  throw new Error('the store does not answer')
}
