import { arrival } from './payloads.ts'
import type { SlackContext } from './slack-context.ts'
import { defectFields } from './tell-defect.ts'

/**
 * Acknowledges and measures how long that took since the arrival. An acknowledgement that fails (the socket closed in
 * between) does not stop the work: the answer goes another way. False: it failed.
 */
export async function acknowledge(
  context: SlackContext,
  ack: () => Promise<void>,
  boltContext: unknown,
): Promise<boolean> {
  try {
    await ack()
    measureAcknowledgement(context, boltContext)
    return true
  } catch (error) {
    context.log.warn(defectFields(error), 'acknowledgement failed')
    return false
  }
}

/** For what Bolt acknowledges itself. */
export function measureAcknowledgement({ observe, now }: SlackContext, boltContext: unknown): void {
  const arrived = arrival.safeParse(boltContext)
  if (arrived.success) observe.acknowledged('slack', Math.max(0, now() - arrived.data.arrivedAt))
}
