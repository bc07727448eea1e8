import { writeSync } from 'node:fs'
import { openStore } from '../../src/adapters/sql/open-store.ts'
import { APP, stateOf } from './stored.ts'

// Arguments: the store's folder, whose events, how many appends of ten events. Prints the number of each append once it is
// durable; several are under way at once.
const [folder = '', name = '', most = '0'] = process.argv.slice(2)
const store = await openStore({ url: folder, now: Date.now })
const MANY = 8
for (let append = 0; append < Number(most); append += MANY)
  await Promise.all(
    Array.from({ length: Math.min(MANY, Number(most) - append) }, async (_, offset) => {
      const number = append + offset
      const events = Array.from({ length: 10 }, (_, index) =>
        stateOf(name, 1_764_000_000_000 + number, { id: `${name}-${number}-${index}` }),
      )
      await store.events.append(APP, events, Date.now())
      writeSync(1, `${number}\n`)
    }),
  )
await store.close()
