import { openStore } from '../src/adapters/sql/open-store.ts'
import { pushEvent } from './store-floor.ts'

export interface ReplicaTask {
  url: string
  /** No other replica's events have these numbers. */
  firstEvent: number
  seconds: number
}

const APP = 1_400_000_000
const PER_APPEND = 10
const IN_FLIGHT = 100

/** One replica that is brought callbacks of ten pushes each as fast as it takes them. @returns events stored */
async function append({ url, firstEvent, seconds }: ReplicaTask): Promise<number> {
  const store = await openStore({ url, now: Date.now })
  process.send?.('ready')
  await new Promise((resolve) => process.once('message', resolve))
  const end = performance.now() + seconds * 1_000
  let next = firstEvent
  let added = 0
  const one = async () => {
    while (performance.now() < end) {
      const batch = Array.from({ length: PER_APPEND }, () => pushEvent(next++))
      const stored = await store.events.append(APP, batch, Date.now())
      added += stored
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, one))
  await store.close()
  return added
}

process.once('message', (task: ReplicaTask) => {
  void append(task).then((added) => process.send?.(added))
})
