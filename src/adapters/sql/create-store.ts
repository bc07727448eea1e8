import { within } from '../within.ts'
import { AppendQueue } from './append-queue.ts'
import type { Engine } from './engine.ts'
import type { Store } from './open-store.ts'
import { prune } from './prune.ts'
import { SqlConversations } from './sql-conversations.ts'
import { SqlDeviceStore } from './sql-device-store.ts'
import { SqlEventStore } from './sql-event-store.ts'
import { SqlSlots } from './sql-slots.ts'
import { SqlTestPushStore } from './sql-test-push-store.ts'

const READY_WITHIN_MS = 3_000
const CLOSE_WITHIN_MS = 10_000

/** The repositories over one database. */
export function createStore(engine: Engine): Store {
  const { db } = engine
  const queue = new AppendQueue(engine)
  return {
    events: new SqlEventStore(db, queue),
    devices: new SqlDeviceStore(engine),
    testPushes: new SqlTestPushStore(db),
    slots: new SqlSlots(db),
    conversations: new SqlConversations(db),
    ready: (signal) => isReady(engine, signal),
    prune: (before, signal) => prune(db, before, signal),
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
