import { endingWithin } from '../../diagnostics/ending-within.ts'
import type { Context, Outcome } from '../command.ts'
import { noWorld } from './no-world.ts'

/** The longest that the bot's own store may take, milliseconds. */
const PATIENCE_MS = 10_000

/** Asks the store for a command that is nothing without it. */
export async function askStored<Value>(
  context: Context,
  ask: () => Promise<Value>,
): Promise<{ kind: 'read'; value: Value } | Extract<Outcome, { kind: 'upstream' }>> {
  const end = endingWithin(context.signal, PATIENCE_MS)
  const { promise: late, reject } = deferred()
  const giveUp = () => reject(new Error('the store took too long'))
  end.addEventListener('abort', giveUp, { once: true })
  try {
    return { kind: 'read', value: await Promise.race([ask(), late]) }
  } catch {
    return noWorld(context.texts.push.storeSilent, context)
  } finally {
    end.removeEventListener('abort', giveUp)
  }
}

function deferred(): { promise: Promise<never>; reject: (error: Error) => void } {
  let reject: (error: Error) => void = () => {}
  const promise = new Promise<never>((_resolve, rejectNow) => {
    reject = rejectNow
  })
  // Who does not race with it any more need not hear of it.
  promise.catch(() => {})
  return { promise, reject }
}
