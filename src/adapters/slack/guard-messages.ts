import type { SocketModeReceiver } from '@slack/bolt'
import type { Logger } from 'pino'
import { z } from 'zod'
import { defectFields } from './tell-defect.ts'

const event = 'ws_message'

const rateLimited = z.looseObject({ payload: z.looseObject({ type: z.literal('app_rate_limited') }) })

/**
 * The client takes every Events API envelope to have an inner event. `app_rate_limited` has none, and the error that
 * follows ends the process. Such an envelope is given one here, and no message can end the process.
 */
export function guardMessages(client: SocketModeReceiver['client'], log: Logger): void {
  const handlers = client.listeners(event)
  client.removeAllListeners(event)
  client.on(event, (data: unknown, isBinary: unknown) => {
    const mended = withInnerEvent(data)
    if (mended !== null) log.warn('slack is holding events back: more than 30,000 in an hour')
    for (const handle of handlers) {
      Promise.resolve()
        .then(() => handle(mended ?? data, isBinary))
        .catch((error: unknown) => log.error(defectFields(error), 'unreadable socket message'))
    }
  })
}

/** Null for every other message, which is then not parsed twice. */
function withInnerEvent(data: unknown): string | null {
  if (typeof data !== 'string' || !data.includes('"app_rate_limited"')) return null
  try {
    const { success, data: envelope } = rateLimited.safeParse(JSON.parse(data))
    if (!success || envelope.payload['event'] !== undefined) return null
    return JSON.stringify({ ...envelope, payload: { ...envelope.payload, event: { type: 'app_rate_limited' } } })
  } catch {
    return null
  }
}
