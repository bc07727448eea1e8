import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eventRow } from '../src/adapters/sql/event-row.ts'
import { openStore } from '../src/adapters/sql/open-store.ts'
import type { PushEvent } from '../src/diagnostics/events/event.ts'
import { type BenchResult, printResult } from './result.ts'

const APP = 1_400_000_000
const START = 1_764_000_000_000
const PER_APPEND = 10
const IN_FLIGHT = 100
const ROWS_TOGETHER = 500
const APPENDS = 2_000
const ROUNDS = 5

/** The synchronous half of libsql, as its README shows it. */
export interface RawDatabase {
  exec(sql: string): unknown
  prepare(sql: string): { run(values: readonly unknown[]): unknown; all(values: readonly unknown[]): unknown[] }
  close(): void
}

/** The database file of a store, without anything of the store's in between. */
export function openRaw(folder: string): RawDatabase {
  const Libsql = createRequire(import.meta.url)('libsql') as new (path: string) => RawDatabase
  return new Libsql(join(folder, 'im-doctor.db'))
}

/** A folder with an empty store in it, for as long as `work` takes. */
export async function withStoreFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'im-doctor-bench-'))
  try {
    await (await openStore({ url: folder, now: Date.now })).close()
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function pushEvent(index: number): PushEvent {
  return {
    id: `push-${index}-${(index * 7919) % 1_000_003}`,
    at: START + index,
    kind: 'push',
    userId: `user-${(index * 104_729) % 100_003}`,
    chat: 'direct',
    delivery: 'offline',
    platform: 2,
    stage: 1,
    code: 0,
    info: 'success',
    from: `user-${index % 1_000}`,
    groupId: null,
    messageSeq: null,
    taskId: null,
    messageKey: `${(index * 7919) % 1_000_003}_${index}_1764000000`,
    pushId: `push-${index}`,
    dataId: null,
  }
}

/**
 * Events a second that libsql alone writes durably into the same table: rows made beforehand, one prepared statement, as
 * many rows a transaction as the store takes together. What no store above it can beat by much.
 */
export function rawAppendRate(appends = APPENDS): Promise<number> {
  return withStoreFolder(async (folder) => {
    const rows = Array.from({ length: appends * PER_APPEND }, (_, index) => eventRow(APP, pushEvent(index), START))
    const values = rows.map((row) => Object.values(row))
    const columns = Object.keys(rows[0] ?? {})
    const database = openRaw(folder)
    database.exec('pragma synchronous = full; pragma wal_autocheckpoint = 8000; pragma cache_size = -32000')
    const insert = database.prepare(
      `insert into im_events (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')}) on conflict do nothing`,
    )
    const started = performance.now()
    for (let from = 0; from < values.length; from += ROWS_TOGETHER) {
      database.exec('begin immediate')
      for (const row of values.slice(from, from + ROWS_TOGETHER)) insert.run(row)
      database.exec('commit')
    }
    const seconds = (performance.now() - started) / 1_000
    database.close()
    return values.length / seconds
  })
}

/** The same events through the store: appends of ten, a hundred waiting at any time. */
function storeAppendRate(): Promise<number> {
  return withStoreFolder(async (folder) => {
    const store = await openStore({ url: folder, now: Date.now })
    const batches = Array.from({ length: APPENDS }, (_, append) =>
      Array.from({ length: PER_APPEND }, (_, index) => pushEvent(append * PER_APPEND + index)),
    )
    const left = batches.values()
    const started = performance.now()
    const one = async () => {
      for (const batch of left) await store.events.append(APP, batch, START)
    }
    await Promise.all(Array.from({ length: IN_FLIGHT }, one))
    const seconds = (performance.now() - started) / 1_000
    await store.close()
    return (APPENDS * PER_APPEND) / seconds
  })
}

/** Durable appends through the store against libsql alone, in turns. */
export async function run(): Promise<BenchResult[]> {
  const rounds: { ours: number; raw: number }[] = []
  for (let round = 0; round < ROUNDS; round++)
    rounds.push({ raw: await rawAppendRate(), ours: await storeAppendRate() })
  const ratio = median(rounds.map(({ ours, raw }) => ours / raw))
  const [ours, raw] = [median(rounds.map(({ ours }) => ours)), median(rounds.map(({ raw }) => raw))]
  const detail = `${Math.round(ours)} events/s, libsql alone ${Math.round(raw)} events/s`
  return [{ name: 'durable appends, rate over libsql alone', ratio, target: { atLeast: 0.5 }, detail }]
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN

if (import.meta.filename === process.argv[1]) for (const result of await run()) printResult(result)
