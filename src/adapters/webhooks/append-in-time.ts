import type { ImEvent } from '../../diagnostics/events/event.ts'
import { within } from '../within.ts'

export type Append = (sdkAppId: number, events: readonly ImEvent[], receivedAt: number) => Promise<number>

export type Appending =
  | { kind: 'durable' }
  | { kind: 'failed'; error: unknown }
  /** It may become durable yet; a redelivery does no harm. */
  | { kind: 'late' }
  /** Too much is on its way to the store already. */
  | { kind: 'full' }

export type AppendInTime = (
  sdkAppId: number,
  events: readonly ImEvent[],
  receivedAt: number,
  milliseconds: number,
) => Promise<Appending>

/** Waits for the store no longer than it is told to, and sends it no more than `mostPending` events at a time. Never rejects. */
export function createAppendInTime(append: Append, mostPending: number): AppendInTime {
  let pending = 0

  async function settled(...[sdkAppId, events, receivedAt]: Parameters<Append>): Promise<Appending> {
    pending += events.length
    try {
      await append(sdkAppId, events, receivedAt)
      return { kind: 'durable' }
    } catch (error) {
      return { kind: 'failed', error }
    } finally {
      pending -= events.length
    }
  }

  return async (sdkAppId, events, receivedAt, milliseconds) => {
    if (events.length === 0) return { kind: 'durable' }
    if (pending + events.length > mostPending) return { kind: 'full' }
    return within(settled(sdkAppId, events, receivedAt), milliseconds, { kind: 'late' as const })
  }
}
