import { openStore } from '../src/adapters/sql/open-store.ts'
import { type BenchResult, printResult } from './result.ts'
import { openRaw, withStoreFolder } from './store-floor.ts'

const APP = 1_400_000_000
const START = 1_764_000_000_000
const EVENTS = Number(process.env['IM_DOCTOR_BENCH_EVENTS'] ?? 10_000_000)
const EVENTS_OF_A_USER = 50
const MOST = 100
const ROWS_TOGETHER = 100_000
const QUERIES = 400
const WARM_UP = 100

/** Fills the store as a year of webhooks would, without waiting for it: rows first, then the indexes that it has. */
function fill(folder: string, events: number): void {
  const database = openRaw(folder)
  database.exec('pragma synchronous = off; pragma cache_size = -256000; pragma temp_store = memory')
  const indexes = database
    .prepare("select name, sql from sqlite_master where type = 'index' and tbl_name = 'im_events' and sql is not null")
    .all([]) as { name: string; sql: string }[]
  for (const { name } of indexes) database.exec(`drop index ${name}`)
  const users = Math.max(1, Math.floor(events / EVENTS_OF_A_USER))
  // Each user's events are spread over the whole time, and so over the whole file.
  for (let from = 0; from < events; from += ROWS_TOGETHER)
    database.exec(rows(from, Math.min(events, from + ROWS_TOGETHER), users))
  for (const { sql } of indexes) database.exec(sql)
  database.exec('pragma wal_checkpoint(truncate)')
  database.close()
}

function rows(from: number, to: number, users: number): string {
  return `
    insert into im_events (sdk_app_id, event_key, at, subject, kind, message, task_id, data_id, received_at, body)
    with recursive numbers(i) as (select ${from} union all select i + 1 from numbers where i + 1 < ${to})
    select ${APP}, hex(randomblob(11)), ${START} + i, 'u:user-' || (i % ${users}),
      case when i / ${users} % 4 = 0 then 'state' else 'push' end,
      case when i / ${users} % 4 = 0 then null else 'd:' || abs(random() % 1000000000) || '_' || i || '_1764000000' end,
      null, null, ${START} + i,
      case when i / ${users} % 4 = 0
        then '{"id":"state-' || i || '","at":' || (${START} + i) || ',"kind":"state","userId":"user-' || (i % ${users}) ||
          '","action":"login","reason":"Register","platform":"iOS","kicked":[]}'
        else '{"id":"push-' || i || '","at":' || (${START} + i) || ',"kind":"push","userId":"user-' || (i % ${users}) ||
          '","chat":"direct","delivery":"offline","platform":2,"stage":1,"code":0,"info":"success","from":"bob",' ||
          '"groupId":null,"messageKey":"1_' || i || '_1764000000","messageSeq":null,"pushId":"push-' || i ||
          '","taskId":null,"dataId":null}'
      end
    from numbers`
}

/** Milliseconds for the whole timeline of one user after the other, the median. */
function timelineOf(events: number): Promise<number> {
  return withStoreFolder(async (folder) => {
    fill(folder, events)
    const store = await openStore({ url: folder, now: Date.now })
    const users = Math.max(1, Math.floor(events / EVENTS_OF_A_USER))
    const took: number[] = []
    for (let query = -WARM_UP; query < QUERIES; query++) {
      const userId = `user-${(Math.abs(query) * 7919) % users}`
      const started = performance.now()
      const found = await store.events.ofUser(APP, userId, { from: START, to: START + events }, MOST)
      if (query >= 0) took.push(performance.now() - started)
      if (found.length !== EVENTS_OF_A_USER) throw new Error(`${found.length} events of ${userId}`)
    }
    await store.close()
    return took.toSorted((one, other) => one - other)[QUERIES >> 1] ?? Number.NaN
  })
}

/** A user's timeline in a store of ten million events against one of a million. */
export async function run(): Promise<BenchResult[]> {
  const [few, many] = [await timelineOf(Math.round(EVENTS / 10)), await timelineOf(EVENTS)]
  const detail = `p50 ${many.toFixed(2)} ms of ${EVENTS} events, ${few.toFixed(2)} ms of ${Math.round(EVENTS / 10)}`
  return [{ name: "a user's timeline, ten times the events", ratio: many / few, target: { atMost: 2 }, detail }]
}

if (import.meta.filename === process.argv[1]) for (const result of await run()) printResult(result)
