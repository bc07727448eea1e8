import { endingWithin } from '../ending-within.ts'
import type { Device } from '../devices/device.ts'
import type { InstanceTrace } from '../im/instance-trace.ts'
import { conclude, type Conclusion } from './conclude.ts'
import { seen, type Case, type PushQuestion } from './evidence.ts'
import { gather, type DiagnosisPorts, type OnProbe } from './gather.ts'
import { deviceOf } from './known-devices.ts'

/** The longest that one probe, and all together, may take; milliseconds. */
export interface DiagnosisBounds {
  probeMs: number
  allMs: number
}

/** One: Tencent gives up after 3 seconds, and a shared rate may have to be waited for. All: below the promised 20 seconds. */
const BOUNDS: DiagnosisBounds = { probeMs: 10_000, allMs: 15_000 }

export interface DiagnosisRun {
  /** UNIX milliseconds. */
  clock: () => number
  signal: AbortSignal
  onProbe: OnProbe
}

export interface Diagnosis extends Conclusion {
  /** What it was concluded from; with the same rules it gives the same conclusion again. */
  case: Case
}

/** One verdict for the whole way from the sender to the user, with its evidence. Bounded in time, whatever hangs. */
export async function diagnosePush(
  question: PushQuestion,
  ports: DiagnosisPorts,
  { clock, signal, onProbe }: DiagnosisRun,
  { probeMs, allMs }: DiagnosisBounds = BOUNDS,
): Promise<Diagnosis> {
  const bound = endingWithin(signal, allMs)
  const evidence = await gather(question, ports, { clock, signal: bound, boundMs: probeMs }, onProbe)
  const each: Case = { question, evidence, now: clock() }
  rememberDevices(question, ports, [...(seen(evidence.trace) ?? []), ...(seen(evidence.taskTrace) ?? [])], each.now)
  return { ...conclude(each), case: each }
}

/** Traces are gone after a week. Nobody waits for this, and without it only a list of devices is shorter. */
function rememberDevices(
  { app, userId }: PushQuestion,
  { devices }: DiagnosisPorts,
  traces: readonly InstanceTrace[],
  now: number,
): void {
  const found: readonly Device[] = traces.map((trace) => deviceOf(userId, trace, now))
  if (found.length > 0) devices.remember(app.sdkAppId, found).catch(() => {})
}
