import { endingWithin } from '../ending-within.ts'
import type { VendorReply } from './vendor-reply.ts'

/** Below the 10 seconds of a probe, so that one vendor that hangs does not cost the answers of the others. */
const PATIENCE_MS = 8000

const SILENT = { kind: 'unanswered', http: null, info: '', retryAfterMs: null } as const

/** A question to a vendor that is given up in time, also where the port does not heed its signal. */
export async function withinPatience(
  signal: AbortSignal,
  ask: (ending: AbortSignal) => Promise<VendorReply>,
  patienceMs = PATIENCE_MS,
): Promise<VendorReply> {
  const ending = endingWithin(signal, patienceMs)
  const silent = (): VendorReply => ({ ...SILENT, reason: signal.aborted ? 'cancelled' : 'timeout' })
  if (ending.aborted) return silent()
  return new Promise((resolve, reject) => {
    const giveUp = () => resolve(silent())
    ending.addEventListener('abort', giveUp, { once: true })
    ask(ending)
      .then(resolve, reject)
      .finally(() => ending.removeEventListener('abort', giveUp))
  })
}
