import { endingWith } from './ending-with.ts'

/** Resolves after so many milliseconds, or when the signal ends; never rejects. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>

export type Bounded<Value> =
  | { kind: 'value'; value: Value }
  /** `reason`: `timeout`, `ended` with its signal, or what it rejected with; for logs. */
  | { kind: 'failed'; reason: string }

/**
 * What `ask` answers, within so many milliseconds and before `signal` ends; after that nobody waits for it, whether it heeds its
 * own signal or not. Never rejects. The time-out is a `wait` like any other, so that it can be tried with a clock of one's own.
 */
export async function bounded<Value>(
  wait: Wait,
  milliseconds: number,
  signal: AbortSignal,
  ask: (signal: AbortSignal) => Promise<Value>,
): Promise<Bounded<Value>> {
  if (signal.aborted) return { kind: 'failed', reason: 'ended' }
  const asking = endingWith(signal)
  const patience = endingWith(signal)
  const answer = Promise.resolve()
    .then(() => ask(asking.signal))
    .then(
      (value): Bounded<Value> => ({ kind: 'value', value }),
      (error: unknown): Bounded<Value> => ({ kind: 'failed', reason: reasonOf(error) }),
    )
  const late = wait(milliseconds, patience.signal).then(
    (): Bounded<Value> => ({ kind: 'failed', reason: signal.aborted ? 'ended' : 'timeout' }),
  )
  try {
    return await Promise.race([answer, late])
  } finally {
    patience.end()
    asking.end()
  }
}

const MOST = 200

/** The first line of an error: what a log may hold. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message.split('\n')[0] ?? ''}`.slice(0, MOST) : 'unknown'
