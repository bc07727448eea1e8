import { writeSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { openStore } from '../../src/adapters/sql/open-store.ts'
import { createExclusively } from '../../src/bot/duties/exclusively.ts'
import type { Duty } from '../../src/bot/duties/duty.ts'
import { runDuties } from '../../src/bot/duties/run-duties.ts'
import type { Schedule } from '../../src/bot/ports/schedules.ts'
import { createReportDuty } from '../../src/bot/schedules/report-duty.ts'
import { TEST_APPS, testApp } from './bot.ts'
import { httpChannel } from './http-channel.ts'
import { stepwise } from './stepwise.ts'

/** What a process is told by its one argument. */
const orders = z.object({
  /** Of the store. */
  url: z.string(),
  /** Where messages are posted and looked for. */
  channel: z.string(),
  /** The one report that is due, by the name of its slot. */
  slot: z.string(),
  /** At which step it kills itself; null: never. */
  killAt: z.number().nullable(),
  /** The real moment at which it is a second past the slot, UNIX milliseconds, and how much faster its clock goes. */
  begin: z.number(),
  speed: z.number(),
})

const { url, channel, slot, killAt, begin, speed } = orders.parse(JSON.parse(process.argv[2] ?? ''))

const due = Date.parse(slot)
const clock = () => due + 1_000 + (Date.now() - begin) * speed
const wait = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  setTimeout(milliseconds / speed, undefined, { signal }).catch(() => {})

const say = (line: string) => writeSync(1, `${line}\n`)

let steps = 0
/** Says where it is, and ends there if it is the step at which to end: no handler runs, nothing is written any more. */
function step(name: string): void {
  steps++
  say(`step ${steps} ${name}`)
  if (steps === killAt) process.kill(process.pid, 'SIGKILL')
}

const schedule: Schedule = {
  id: '1',
  app: 'prod',
  cron: '0 9 * * *',
  timeZone: 'UTC',
  locale: 'en',
  to: { platform: 'slack', id: 'C012AB3CD', thread: null },
  createdBy: 'slack:U1',
  createdAt: due - 3_600_000,
}

const store = await openStore({ url, now: clock })
let serial = 0
const duty = createReportDuty({
  schedules: { ...store.schedules, list: async () => [schedule] },
  fixed: [],
  apps: { all: TEST_APPS, default: testApp('prod') },
  posting: {
    posts: stepwise(store.posts, ['claim', 'release', 'settle'], step),
    channels: { slack: httpChannel(channel, step) },
    clock,
    newOwner: () => `${process.pid}-${++serial}`,
    onTrouble: (what, facts) => say(`trouble ${what} ${JSON.stringify(facts)}`),
    wait,
  },
  makeReport: async () => {
    step('making')
    return { tone: 'info', title: 'Report', blocks: [], actions: [] }
  },
  everyMs: 2_000,
})

const over = new AbortController()
/** Ends the process when the post has ended. */
const untilEnded: Duty = {
  ...duty,
  async run(now, signal) {
    await duty.run(now, signal)
    const record = await store.posts.find(`report:1:${slot}`)
    if (record?.end === null || record === null) return
    say(`ended ${record.end}`)
    over.abort()
  },
}

const onTrouble = (what: string) => say(`trouble ${what}`)
const exclusively = createExclusively({
  leases: stepwise(store.leases, ['take', 'release'], step),
  owner: `process-${process.pid}`,
  clock,
  wait,
  onTrouble,
})
await exclusively('duties', (lost) => runDuties([untilEnded], { clock, wait, onTrouble }, lost), over.signal)
await store.close()
