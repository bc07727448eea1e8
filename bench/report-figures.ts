import { fork } from 'node:child_process'
import { once } from 'node:events'
import { QUARTER } from '../src/diagnostics/ports/event-figures.ts'
import type { Asked } from './report-figures-ask.ts'
import { type BenchResult, printResult } from './result.ts'
import { openRaw, withStoreFolder } from './store-floor.ts'

const APP = 1_400_000_000
const DAY = 86_400_000
const END = Math.floor(1_764_000_000_000 / QUARTER) * QUARTER
/** The period of the report and the one before it. */
const SPREAD = 14 * DAY
const EVENTS = Number(process.env['IM_DOCTOR_BENCH_EVENTS'] ?? 10_000_000)
const ROWS_TOGETHER = 250_000
const MOST_MS = 2_000
const MOST_MEGABYTES = 100
/** A process that has not answered by then has died. */
const ASK_MS = 60_000

/**
 * Two weeks of callbacks: pushes of eight platforms and three stages, one in ten with one of 25 errors, and states. The
 * figures are those that the store makes of such events; the indexes of events that no report reads are left out.
 */
function fill(folder: string, events: number): void {
  const database = openRaw(folder)
  database.exec('pragma synchronous = off; pragma cache_size = -256000; pragma temp_store = memory')
  const indexes = database
    .prepare(
      "select name from sqlite_master where type = 'index' and tbl_name = 'im_events' and sql is not null and name <> 'im_events_received'",
    )
    .all([]) as { name: string }[]
  for (const { name } of indexes) database.exec(`drop index ${name}`)
  for (let from = 0; from < events; from += ROWS_TOGETHER) {
    database.exec(rows(from, Math.min(events, from + ROWS_TOGETHER), events))
    database.exec(
      "insert into im_events (sdk_app_id, event_key, at, subject, kind, received_at, body) select sdk_app_id, i, at, 'u:user-' || (i % 200000), kind, at, facets from told",
    )
    for (const [kind, facets] of [
      ['kind', 'facets'],
      ["'received'", "'[]'"],
    ])
      database.exec(
        `insert into im_figures (sdk_app_id, kind, quarter, facets, part, count, sample)
        select sdk_app_id, ${kind}, quarter, ${facets}, 0, count(*), 'some words of the vendor' from told where true
        group by 1, 2, 3, 4
        on conflict (sdk_app_id, kind, quarter, facets, part) do update set count = count + excluded.count`,
      )
    database.exec('drop table told')
  }
  database.exec('pragma wal_checkpoint(truncate)')
  database.close()
}

function rows(from: number, to: number, events: number): string {
  const at = `cast(${END - SPREAD} + i * ${SPREAD / events} as integer)`
  return `
    create temp table told as
    with recursive numbers(i) as (select ${from} union all select i + 1 from numbers where i + 1 < ${to})
    select i, ${APP} as sdk_app_id, ${at} as at, ${at} - ${at} % ${QUARTER} as quarter,
      case when i % 4 = 0 then 'state' else 'push' end as kind,
      case when i % 4 = 0
        then '["' || case when i % 8 = 0 then 'login","Register' else 'logout","Unregister' end || '",false]'
        else '["offline","direct",' || (1 + i / 4 % 8) || ',' || (1 + i / 32 % 3) || ',' ||
          case when i % 10 = 1 then 400 + i / 10 % 25 else 0 end || ']'
      end as facets
    from numbers`
}

async function ask(folder: string): Promise<Asked> {
  const asker = fork(new URL('./report-figures-ask.ts', import.meta.url))
  try {
    asker.send({ folder, sdkAppId: APP, end: END })
    const [asked] = (await once(asker, 'message', { signal: AbortSignal.timeout(ASK_MS) })) as [Asked]
    return asked
  } finally {
    asker.kill()
  }
}

function reportOver(events: number): Promise<Asked> {
  return withStoreFolder(async (folder) => {
    fill(folder, events)
    return await ask(folder)
  })
}

/** A report of seven days from stored callbacks, over ten million events and over one. */
export async function run(): Promise<BenchResult[]> {
  const [few, many] = [await reportOver(Math.round(EVENTS / 10)), await reportOver(EVENTS)]
  const told = (asked: Asked) =>
    `${Math.round(asked.ms)} ms, ${asked.megabytes.toFixed(1)} MB, ${asked.vendors} vendors`
  const detail = `${told(many)}; of a tenth ${told(few)}`
  return [
    {
      name: `a report over ${EVENTS} events, time as a share of ${MOST_MS} ms`,
      ratio: many.ms / MOST_MS,
      target: { atMost: 1 },
      detail,
    },
    {
      name: `a report over ${EVENTS} events, memory as a share of ${MOST_MEGABYTES} MB`,
      ratio: many.megabytes / MOST_MEGABYTES,
      target: { atMost: 1 },
      detail,
    },
    { name: 'a report, ten times the events', ratio: many.ms / few.ms, target: { atMost: 4 }, detail },
  ]
}

if (import.meta.filename === process.argv[1]) for (const result of await run()) printResult(result)
