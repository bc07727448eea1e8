import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { Kysely } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openStore, StoreOpenError } from '../../src/adapters/sql/open-store.ts'
import { Connection } from '../../src/adapters/sql/sqlite/connection.ts'
import { loadLibsql } from '../../src/adapters/sql/sqlite/libsql.ts'
import { libsqlDialect } from '../../src/adapters/sql/sqlite/libsql-dialect.ts'
import type { Tables } from '../../src/adapters/sql/tables.ts'
import { APP, stateOf } from '../support/stored.ts'
import { BACKFILLED, countsAfterOne, oldStore } from './backfill.ts'
import { figuresContract } from './figures-contract.ts'
import { NOW, storeContract } from './store-contract.ts'
import { teamContract } from './team-contract.ts'

const EVER = { from: 0, to: NOW * 2 }
const now = () => NOW

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'im-doctor-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function reopen(folder: string) {
  const store = await openStore({ url: folder, now })
  onTestFinished(() => store.close())
  return store
}

/** A process of its own that appends until it is killed, and says the number of each append that was acknowledged. */
function startAppending(folder: string, name: string, most: number): ChildProcess {
  const script = fileURLToPath(new URL('../support/append-until-killed.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder, name, String(most)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return child
}

describe.each([
  ['in a file', newFolder],
  ['in memory', () => ':memory:'],
])('%s', (_, place) => {
  const open = () => openStore({ url: place(), now })
  storeContract(open)
  figuresContract(open)
  teamContract(open)
})

describe('a folder', () => {
  it('is made for its owner alone, and keeps what was written', async () => {
    const folder = join(newFolder(), 'deep', 'data')
    const store = await openStore({ url: folder, now })
    await store.events.append(APP, [stateOf('alice', NOW)], NOW)
    await store.close()
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'im-doctor.db')).mode & 0o777).toBe(0o600)
    expect(await (await reopen(folder)).events.ofUser(APP, 'alice', EVER, 10)).toHaveLength(1)
  })

  it('may be opened for the first time by several at once', async () => {
    const folder = newFolder()
    const stores = await Promise.all(Array.from({ length: 6 }, () => reopen(folder)))
    const added = stores.map((store, index) => store.events.append(APP, [stateOf('alice', NOW + index)], NOW))
    expect(await Promise.all(added)).toEqual([1, 1, 1, 1, 1, 1])
    expect(await stores[0]!.events.ofUser(APP, 'alice', EVER, 10)).toHaveLength(6)
  })

  it('skips what it cannot read, as another version may have written it', async () => {
    const folder = newFolder()
    const store = await reopen(folder)
    await store.events.append(APP, [stateOf('alice', NOW), stateOf('alice', NOW + 1), stateOf('alice', NOW + 2)], NOW)
    const database = rawDatabase(folder)
    database.exec(`update im_events set body = '{"kind":"state","id":7}' where at = ${NOW + 1}`)
    database.exec(`update im_events set body = 'no JSON' where at = ${NOW}`)
    database.close()
    expect((await store.events.ofUser(APP, 'alice', EVER, 10)).map(({ at }) => at)).toEqual([NOW + 2])
  })

  it('of the version before has its events counted', async () => {
    const folder = newFolder()
    const Libsql = loadLibsql()
    const connection = new Connection(new Libsql(join(folder, 'im-doctor.db'), { timeout: 20 }))
    await oldStore(
      new Kysely<Tables>({ dialect: libsqlDialect((text, values) => connection.execute(text, values)) }),
      'sqlite',
    )
    await connection.close()
    expect(await countsAfterOne(await reopen(folder))).toEqual(BACKFILLED)
  })

  it('lets others go on while a lock is waited for', async () => {
    const folder = newFolder()
    const store = await reopen(folder)
    const database = rawDatabase(folder)
    database.exec('begin immediate')
    const appended = store.events.append(APP, [stateOf('alice', NOW)], NOW)
    expect(await store.events.ofUser(APP, 'alice', EVER, 10)).toEqual([])
    expect(await store.ready(new AbortController().signal)).toBe(true)
    database.exec('commit')
    database.close()
    expect(await appended).toBe(1)
  })
})

// They start with a compiler to load, which takes its time on a busy machine.
describe('processes', { timeout: 60_000 }, () => {
  it('both write to one file', async () => {
    const folder = newFolder()
    const children = ['one', 'two'].map((name) => startAppending(folder, name, 100))
    for (const child of children) child.stdout?.resume()
    const ended = await Promise.all(children.map((child) => once(child, 'exit')))
    expect(ended).toEqual([
      [0, null],
      [0, null],
    ])
    const { events } = await reopen(folder)
    expect(await events.ofUser(APP, 'one', EVER, 1_000)).toHaveLength(1_000)
    expect(await events.ofUser(APP, 'two', EVER, 1_000)).toHaveLength(1_000)
  })

  it('leave everything that was acknowledged behind when they are killed', async () => {
    const folder = newFolder()
    const child = startAppending(folder, 'alice', 1_000_000)
    const acknowledged: number[] = []
    for await (const line of createInterface({ input: child.stdout! })) {
      acknowledged.push(Number(line))
      // What is still in the pipe was acknowledged too.
      if (acknowledged.length === 50) child.kill('SIGKILL')
    }
    const { events } = await reopen(folder)
    const found = new Set((await events.ofUser(APP, 'alice', EVER, 1_000_000)).map(({ id }) => id))
    const missing = acknowledged.flatMap((append) =>
      Array.from({ length: 10 }, (_, index) => `alice-${append}-${index}`).filter((id) => !found.has(id)),
    )
    expect(acknowledged.length).toBeGreaterThanOrEqual(50)
    expect(missing).toEqual([])
    // A batch is there whole or not at all.
    expect(found.size % 10).toBe(0)
  })
})

describe('what cannot be opened is told with a remedy', () => {
  it.each([
    ['a folder that is a file', 'cannot be written to', async (folder: string) => writeFileSync(folder, 'a file')],
    [
      'a file that is no database',
      'is no database',
      async (folder: string) => {
        await (await openStore({ url: folder, now })).close()
        for (const ending of ['', '-wal', '-shm']) rmSync(join(folder, `im-doctor.db${ending}`), { force: true })
        writeFileSync(join(folder, 'im-doctor.db'), 'no database, but long enough to be taken for one. '.repeat(100))
      },
    ],
    [
      'a store of a newer program',
      'schema version 999',
      async (folder: string) => {
        await (await openStore({ url: folder, now })).close()
        const database = rawDatabase(folder)
        database.exec('insert into im_schema values (999, 0)')
        database.close()
      },
    ],
  ])('%s', async (_, message, spoil) => {
    const folder = join(newFolder(), 'data')
    await spoil(folder)
    const error = await openStore({ url: folder, now }).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(StoreOpenError)
    expect(error).toMatchObject({
      message: expect.stringContaining(message),
      remedy: expect.stringMatching(/^.{10,}$/),
    })
  })
})

interface RawDatabase {
  exec(sql: string): void
  close(): void
}

function rawDatabase(folder: string): RawDatabase {
  const Libsql = createRequire(import.meta.url)('libsql') as new (path: string) => RawDatabase
  return new Libsql(join(folder, 'im-doctor.db'))
}
