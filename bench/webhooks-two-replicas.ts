import { type ChildProcess, execFile, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Pool } from 'pg'
import { openStore } from '../src/adapters/sql/open-store.ts'
import { type BenchResult, printResult } from './result.ts'
import type { ReplicaTask } from './webhooks-replica.ts'

const SECONDS = 6
const ROUNDS = 3
/** A replica that has not answered by then has died. */
const ANSWER_MS = 60_000
const START_MS = 120_000
const EVENTS_OF_A_REPLICA = 100_000_000
const CI_POSTGRES = fileURLToPath(new URL('../.ci/postgres', import.meta.url))

async function answerOf(replica: ChildProcess): Promise<unknown> {
  const [answer] = (await once(replica, 'message', { signal: AbortSignal.timeout(ANSWER_MS) })) as [unknown]
  return answer
}

/** Events a second of so many replicas together, on tables of their own. */
async function rateOf(replicas: number, server: string): Promise<number> {
  const admin = new Pool({ connectionString: server, max: 1 })
  const schema = `im_doctor_bench_${randomBytes(4).toString('hex')}`
  const processes: ChildProcess[] = []
  try {
    await admin.query(`create schema ${schema}`)
    const url = new URL(server)
    url.searchParams.set('options', `-c search_path=${schema}`)
    await (await openStore({ url: url.href, now: Date.now })).close()
    for (let index = 0; index < replicas; index++) {
      const replica = fork(new URL('./webhooks-replica.ts', import.meta.url))
      processes.push(replica)
      const task: ReplicaTask = { url: url.href, firstEvent: index * EVENTS_OF_A_REPLICA, seconds: SECONDS }
      replica.send(task)
      await answerOf(replica)
    }
    for (const replica of processes) replica.send('go')
    const added = await Promise.all(processes.map(answerOf))
    return added.reduce<number>((sum, each) => sum + Number(each), 0) / SECONDS
  } finally {
    for (const replica of processes) replica.kill()
    await admin.query(`drop schema if exists ${schema} cascade`)
    await admin.end()
  }
}

/** The server that is named, or a throw-away one for as long as `work` takes; null where there is none to be had. */
async function withServer<Value>(work: (server: string) => Promise<Value>): Promise<Value | null> {
  const named = process.env['TEST_DATABASE_URL'] ?? ''
  if (named !== '') return await work(named)
  const run = promisify(execFile)
  const folder = mkdtempSync(join(tmpdir(), 'im-doctor-bench-pg-'))
  try {
    const started = await run(CI_POSTGRES, ['start', folder], { timeout: START_MS }).catch(() => null)
    if (started === null) return null
    try {
      return await work(started.stdout.trim())
    } finally {
      await run(CI_POSTGRES, ['stop', folder], { timeout: START_MS }).catch(() => {})
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Two replicas over one Postgres against one alone, in turns. */
export async function run(): Promise<BenchResult[]> {
  const results = await withServer(async (server) => {
    const rounds: { one: number; two: number }[] = []
    for (let round = 0; round < ROUNDS; round++)
      rounds.push({ one: await rateOf(1, server), two: await rateOf(2, server) })
    const [one, two] = [median(rounds.map((each) => each.one)), median(rounds.map((each) => each.two))]
    const detail = `${Math.round(two)} events/s against ${Math.round(one)} events/s`
    const ratio = median(rounds.map((each) => each.two / each.one))
    // On two processors, server and senders included, a second replica hardly adds; it must not take away.
    return [{ name: 'webhook events, two replicas over one', ratio, target: { atLeast: 0.7 }, detail }]
  })
  if (results === null) console.log('skip webhook events, two replicas over one: there is no Postgres')
  return results ?? []
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN

if (import.meta.filename === process.argv[1]) for (const result of await run()) printResult(result)
