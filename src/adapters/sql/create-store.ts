import { within } from '../within.ts'
import { AppendQueue } from './append-queue.ts'
import type { Engine } from './engine.ts'
import type { Store } from './open-store.ts'
import { prune } from './prune.ts'
import { SqlEventFigures } from './figures/sql-event-figures.ts'
import { SqlConversations } from './sql-conversations.ts'
import { SqlDeviceStore } from './sql-device-store.ts'
import { SqlEventStore } from './sql-event-store.ts'
import { SqlSlots } from './sql-slots.ts'
import { SqlTestPushStore } from './sql-test-push-store.ts'
import { SqlButtons } from './team/sql-buttons.ts'
import { SqlCases } from './team/sql-cases.ts'
import { SqlDeliveries } from './team/sql-deliveries.ts'
import { SqlIncidents } from './team/sql-incidents.ts'
import { SqlLeases } from './team/sql-leases.ts'
import { SqlPosts } from './team/sql-posts.ts'
import { SqlSchedules } from './team/sql-schedules.ts'
import { SqlTrail } from './team/sql-trail.ts'
import { SqlWatches } from './team/sql-watches.ts'

const READY_WITHIN_MS = 3_000
const CLOSE_WITHIN_MS = 10_000

/** The repositories over one database. @param now UNIX milliseconds */
export function createStore(engine: Engine, now: () => number): Store {
  const { db } = engine
  const queue = new AppendQueue(engine)
  return {
    events: new SqlEventStore(db, queue),
    devices: new SqlDeviceStore(engine),
    testPushes: new SqlTestPushStore(db),
    slots: new SqlSlots(db),
    conversations: new SqlConversations(db),
    figures: new SqlEventFigures(db),
    schedules: new SqlSchedules(db),
    posts: new SqlPosts(db),
    leases: new SqlLeases(db),
    watches: new SqlWatches(db),
    incidents: new SqlIncidents(db),
    cases: new SqlCases(db),
    trail: new SqlTrail(db),
    buttons: new SqlButtons(db),
    deliveries: new SqlDeliveries(db),
    shared: engine.shared,
    ready: (signal) => isReady(engine, signal),
    prune: (before, signal) => prune(db, { now: now(), before }, signal),
    async close() {
      await within(queue.close(), CLOSE_WITHIN_MS, undefined)
      await within(engine.close(), CLOSE_WITHIN_MS, undefined)
    },
  }
}

async function isReady({ db }: Engine, signal: AbortSignal): Promise<boolean> {
  const answer = db
    .selectFrom('im_schema')
    .select('version')
    .limit(1)
    .execute()
    .then(
      () => true,
      () => false,
    )
  const settled = new AbortController()
  const ended = new Promise<false>((resolve) => {
    if (signal.aborted) resolve(false)
    else signal.addEventListener('abort', () => resolve(false), { once: true, signal: settled.signal })
  })
  try {
    return await within(Promise.race([answer, ended]), READY_WITHIN_MS, false)
  } finally {
    // The caller's signal may live as long as the program.
    settled.abort()
  }
}
