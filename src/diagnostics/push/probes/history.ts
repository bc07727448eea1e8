import type { ImEvent } from '../../events/event.ts'
import type { EventStore } from '../../ports/event-store.ts'
import { tellingState } from '../../status/reachability.ts'
import { RECEIPTS_KEPT_FOR } from '../../vendors/receipts.ts'
import { spanOf, type History, type PushQuestion } from '../evidence.ts'

/** Enough for a week of a busy user; more would only be older. */
const MOST_EVENTS = 500
/** However old: what a desktop does since hides what the phone did. */
const MOST_STATES = 200

export async function readHistory(events: EventStore, question: PushQuestion, now: number): Promise<History> {
  const { app, userId } = question
  const [read, states, lastReceived] = await Promise.all([
    events.ofUser(app.sdkAppId, userId, spanOf(question, now), MOST_EVENTS),
    events.lastStates(app.sdkAppId, [userId], { until: now, most: MOST_STATES }),
    events.lastReceived(app.sdkAppId),
  ])
  const receipts = isUnconfirmed(read)
    ? await events.pushReceipts(app.sdkAppId, { from: now - RECEIPTS_KEPT_FOR, to: now })
    : []
  return { events: read, lastState: tellingState(states.get(userId) ?? []), lastReceived, receipts }
}

/** A vendor took a push, and of none of its pushes to this user a receipt came. */
function isUnconfirmed(events: readonly ImEvent[]): boolean {
  const steps = events.filter((event) => event.kind === 'push' && event.delivery === 'offline')
  const confirmed = new Set(steps.flatMap((step) => (step.kind === 'push' && step.stage > 1 ? [step.platform] : [])))
  return steps.some((step) => step.kind === 'push' && step.code === 0 && !confirmed.has(step.platform))
}
