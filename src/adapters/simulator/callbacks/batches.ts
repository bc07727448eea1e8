import { type Callback, isPush } from './callback.ts'

/** What goes out in one POST. */
export interface Delivery {
  command: string
  client: string | null
  body: Readonly<Record<string, unknown>>
}

/** At most so many events in one push callback. @see https://cloud.tencent.com/document/product/269/102567 */
const MOST_EVENTS = 100

/** Puts push callbacks of one kind that follow each other into one body; the order stays as it is. */
export function inBatches(callbacks: readonly Callback[]): Delivery[] {
  const deliveries: Delivery[] = []
  let command: string | null = null
  let events: Callback['body'][] = []
  for (const callback of callbacks) {
    if (!isPush(callback)) {
      deliveries.push({ command: callback.command, client: callback.client, body: callback.body })
      command = null
      continue
    }
    if (callback.command !== command || events.length === MOST_EVENTS) {
      command = callback.command
      events = []
      deliveries.push({ command, client: null, body: { Events: events } })
    }
    events.push(callback.body)
  }
  return deliveries
}
