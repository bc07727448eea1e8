import { randomInt } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Asked once more, after a short pause with jitter, where the first answer may pass. Where only the time is lacking for a second
 * answer, the first one stands. Null: the signal ended before any.
 * @param pause milliseconds, before jitter
 */
export async function askTwice<Answer>(
  ask: () => Promise<Answer | null>,
  mayPass: (answer: Answer) => boolean,
  pause: number,
  signal: AbortSignal,
): Promise<Answer | null> {
  const first = await ask()
  if (first === null || signal.aborted || !mayPass(first)) return first
  await sleep(pause * (0.5 + randomInt(1_000) / 1_000), undefined, { signal }).catch(() => undefined)
  return signal.aborted ? first : ((await ask()) ?? first)
}
