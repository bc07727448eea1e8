import { endingWithin } from '../ending-within.ts'
import { missingIn } from '../im/classify-refusal.ts'
import type { Answer } from '../im/im-failure.ts'
import type { Probed } from './evidence.ts'

/** What runs a probe: when it began, for how long it may, and when all is given up. */
export interface ProbeRun {
  /** UNIX milliseconds. */
  clock: () => number
  /** Ends all probes. */
  signal: AbortSignal
  /** The longest that one may take, milliseconds. */
  boundMs: number
}

/** Asks Tencent: a failure is its own, and "no such thing" is an answer. */
export const askIm = <Value>(
  run: ProbeRun,
  ask: (signal: AbortSignal) => Promise<Answer<Value>>,
): Promise<Probed<Value>> =>
  bounded(run, async (signal, ms) => {
    const answer = await ask(signal)
    if (answer.ok) {
      const { value, skewMs } = answer
      return { kind: 'seen', value, ms: ms(), ...(skewMs === undefined ? {} : { skewMs }) }
    }
    const { failure } = answer
    return missingIn(failure) === null
      ? { kind: 'failed', failure: { source: 'im', failure }, ms: ms() }
      : { kind: 'absent', refusal: failure, ms: ms() }
  })

/** Asks the store, which rejects when it cannot be reached. */
export const askStore = <Value>(run: ProbeRun, ask: () => Promise<Value>): Promise<Probed<Value>> =>
  bounded(run, async (_signal, ms) => {
    try {
      return { kind: 'seen', value: await ask(), ms: ms() }
    } catch {
      return { kind: 'failed', failure: { source: 'store' }, ms: ms() }
    }
  })

/** Asks the push vendors, whose failures stand in their answers. */
export const askVendors = <Value>(
  run: ProbeRun,
  ask: (signal: AbortSignal) => Promise<Value>,
): Promise<Probed<Value>> => bounded(run, async (signal, ms) => ({ kind: 'seen', value: await ask(signal), ms: ms() }))

/** Whatever hangs is given up, and says so: also a port that does not heed its signal. */
async function bounded<Value>(
  { clock, signal, boundMs }: ProbeRun,
  ask: (signal: AbortSignal, ms: () => number) => Promise<Probed<Value>>,
): Promise<Probed<Value>> {
  const began = clock()
  const ms = () => Math.max(0, clock() - began)
  const end = endingWithin(signal, boundMs)
  const late = (): Probed<Value> => ({ kind: 'failed', failure: { source: 'timeout', afterMs: ms() }, ms: ms() })
  if (end.aborted) return late()
  return new Promise((resolve, reject) => {
    const giveUp = () => resolve(late())
    end.addEventListener('abort', giveUp, { once: true })
    ask(end, ms)
      .then(resolve, reject)
      .finally(() => end.removeEventListener('abort', giveUp))
  })
}
