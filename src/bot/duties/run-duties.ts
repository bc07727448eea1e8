import { bounded, type Wait } from './bounded.ts'
import type { Duty } from './duty.ts'
import { endingWith } from './ending-with.ts'
import type { OnTrouble } from './on-trouble.ts'

/** The longest that one run of a duty may take, milliseconds; then it is told to give up, and is run again. */
const LONGEST_RUN_MS = 5 * 60_000

interface Options {
  clock: () => number
  wait: Wait
  onTrouble: OnTrouble
}

/**
 * Runs each duty again and again, none held up by another, until `signal` ends. Runs that are under way then are told so, and
 * waited for. Never rejects.
 */
export async function runDuties(
  duties: readonly Duty[],
  { clock, wait, onTrouble }: Options,
  signal: AbortSignal,
): Promise<void> {
  const always = new AbortController().signal
  const runOnce = (duty: Duty) =>
    bounded(wait, LONGEST_RUN_MS, always, async (late) => {
      const ending = endingWith(signal, late)
      await duty.run(clock(), ending.signal).finally(ending.release)
    })
  await Promise.all(
    duties.map(async (duty) => {
      while (!signal.aborted) {
        const run = await runOnce(duty)
        if (run.kind === 'failed' && !signal.aborted) onTrouble('duty', { duty: duty.name, reason: run.reason })
        await wait(duty.everyMs, signal)
      }
    }),
  )
}
