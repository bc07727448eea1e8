import type { EventStore } from '../../ports/event-store.ts'
import { spanOf, type History, type PushQuestion } from '../evidence.ts'

/** Enough for a week of a busy user; more would only be older. */
const MOST_EVENTS = 500

export async function readHistory(events: EventStore, question: PushQuestion, now: number): Promise<History> {
  const { app, userId } = question
  const [read, states, lastReceived] = await Promise.all([
    events.ofUser(app.sdkAppId, userId, spanOf(question, now), MOST_EVENTS),
    events.lastStates(app.sdkAppId, [userId]),
    events.lastReceived(app.sdkAppId),
  ])
  return { events: read, lastState: states.get(userId) ?? null, lastReceived }
}
