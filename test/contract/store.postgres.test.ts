import { randomBytes } from 'node:crypto'
import { connect, createServer, type Socket } from 'node:net'
import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openStore, StoreOpenError, type Store } from '../../src/adapters/sql/open-store.ts'
import type { Tables } from '../../src/adapters/sql/tables.ts'
import { APP, pushTo, stateOf } from '../support/stored.ts'
import { BACKFILLED, countsAfterOne, oldStore } from './backfill.ts'
import { figuresContract } from './figures-contract.ts'
import { NOW, storeContract } from './store-contract.ts'
import { teamContract } from './team-contract.ts'

const SERVER = process.env['TEST_DATABASE_URL'] ?? ''
/** Many tables in many schemas. */
const DROP_MS = 120_000
const EVER = { from: 0, to: NOW * 2 }
const now = () => NOW

describe.runIf(SERVER !== '')('Postgres', () => {
  const prefix = `im_doctor_test_${randomBytes(4).toString('hex')}`
  let serial = 0
  let admin: Pool

  beforeAll(() => {
    admin = new Pool({ connectionString: SERVER, max: 1 })
  })
  afterAll(async () => {
    for (let number = 1; number <= serial; number++)
      await admin.query(`drop schema if exists ${prefix}_${number} cascade`)
    await admin.end()
  }, DROP_MS)

  /** The address of a schema of its own. */
  async function newSchema(): Promise<string> {
    const schema = `${prefix}_${++serial}`
    await admin.query(`create schema ${schema}`)
    const url = new URL(SERVER)
    url.searchParams.set('options', `-c search_path=${schema} -c synchronous_commit=off`)
    return url.href
  }

  async function reopen(url: string) {
    const store = await openStore({ url, now })
    onTestFinished(() => store.close())
    return store
  }

  const open = async () => openStore({ url: await newSchema(), now })
  storeContract(open)
  figuresContract(open)
  teamContract(open)

  it('may be opened for the first time by several replicas at once', async () => {
    const url = await newSchema()
    const stores = await Promise.all(Array.from({ length: 4 }, () => reopen(url)))
    const added = stores.map((store, index) => store.events.append(APP, [stateOf('alice', NOW + index)], NOW))
    expect(await Promise.all(added)).toEqual([1, 1, 1, 1])
  })

  it('lets replicas that are brought the same events in another order both succeed', async () => {
    const url = await newSchema()
    const [one, other] = await Promise.all([reopen(url), reopen(url)])
    const told = Array.from({ length: 400 }, (_, index) => stateOf('alice', NOW + index))
    const counts = await Promise.all([
      one.events.append(APP, told, NOW),
      other.events.append(APP, told.toReversed(), NOW),
    ])
    expect(counts[0] + counts[1]).toBe(400)
  })

  it('gives a rate to all replicas together', async () => {
    const url = await newSchema()
    const [one, other] = await Promise.all([reopen(url), reopen(url)])
    const takes = Array.from({ length: 10 }, (_, index) => (index % 2 ? one : other).slots.take('x', 100, NOW, 5_000))
    const waits = (await Promise.all(takes)).map(Number)
    expect(waits.sort((a, b) => a - b)).toEqual(Array.from({ length: 10 }, (_, index) => index * 100))
  })

  it('counts what all replicas store, each event once', async () => {
    const url = await newSchema()
    const stores = await Promise.all([reopen(url), reopen(url), reopen(url)])
    const told = Array.from({ length: 300 }, (_, index) => pushTo('alice', NOW, { code: index % 7 }))
    const rotated = (by: number) => [...told.slice(by), ...told.slice(0, by)]
    await Promise.all(stores.map((store, index) => store.events.append(APP, rotated(index * 100), NOW)))
    const counts = await stores[0].figures.counts(APP, EVER, { kinds: ['push', 'received'], stepMs: null })
    const sum = (kind: string) =>
      counts.filter(({ of }) => of.kind === kind).reduce((total, { count }) => total + count, 0)
    expect([sum('push'), sum('received')]).toEqual([300, 300])
  })

  it('gives a post, a lease and an incident to one of all replicas', async () => {
    const url = await newSchema()
    const stores = await Promise.all([reopen(url), reopen(url), reopen(url)])
    const each = <Value>(ask: (store: Store, owner: string) => Promise<Value>) =>
      Promise.all(Array.from({ length: 15 }, (_, index) => ask(stores[index % 3]!, `owner-${index}`)))
    const to = { platform: 'slack', id: 'C1', thread: null } as const
    const claims = await each((store, owner) => store.posts.claim('key', to, { owner, now: NOW, until: NOW + 60_000 }))
    expect(claims.filter(({ kind }) => kind === 'ours')).toHaveLength(1)
    const leases = await each((store, owner) => store.leases.take('duties', owner, NOW, NOW + 30_000))
    expect(leases.filter(Boolean)).toHaveLength(1)
    const incidents = await each((store, owner) => store.incidents.open('prod', 'api', [owner], NOW))
    expect(new Set(incidents.map((incident) => JSON.stringify(incident))).size).toBe(1)
    expect((await each((store) => store.deliveries.first('delivery', NOW, null))).filter(Boolean)).toHaveLength(1)
    expect(stores.map(({ shared }) => shared)).toEqual([true, true, true])
  })

  it('counts the events of a database that had no figures yet', async () => {
    const url = await newSchema()
    const pool = new Pool({ connectionString: url, max: 1 })
    onTestFinished(() => pool.end())
    const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
    await oldStore(db, 'postgres')
    expect(await countsAfterOne(await reopen(url))).toEqual(BACKFILLED)
  })

  it('fails while the server is away, and works again when it is back', async () => {
    const url = new URL(await newSchema())
    const door = await openDoor(url)
    const store = await reopen(url.href)
    await store.events.append(APP, [stateOf('alice', NOW)], NOW)
    door.close()
    await expect(store.events.ofUser(APP, 'alice', EVER, 10)).rejects.toBeInstanceOf(Error)
    await expect(store.events.append(APP, [stateOf('alice', NOW)], NOW)).rejects.toBeInstanceOf(Error)
    expect(await store.ready(new AbortController().signal)).toBe(false)
    door.open()
    expect(await store.events.append(APP, [stateOf('alice', NOW + 1)], NOW)).toBe(1)
    expect(await store.events.ofUser(APP, 'alice', EVER, 10)).toHaveLength(2)
  })

  describe('what cannot be opened is told with a remedy and without the password', () => {
    it.each([
      ['no server', 'cannot be reached', (url: URL) => (url.port = '1')],
      ['a wrong password', 'refuses the user or the password', (url: URL) => (url.password = 'sesame-open')],
      ['no such database', 'has no database', (url: URL) => (url.pathname = '/nowhere')],
    ])('%s', async (_, message, spoil) => {
      const url = new URL(SERVER)
      spoil(url)
      const error = await openStore({ url: url.href, now }).catch((error: unknown) => error)
      expect(error).toBeInstanceOf(StoreOpenError)
      expect(error).toMatchObject({
        message: expect.stringContaining(message),
        remedy: expect.stringMatching(/^.{10,}$/),
      })
      expect(`${(error as Error).stack} ${JSON.stringify(error)}`).not.toContain(url.password)
    })

    it('a store of a newer program', async () => {
      const url = await newSchema()
      await (await openStore({ url, now })).close()
      await admin.query(`insert into ${prefix}_${serial}.im_schema values (999, 0)`)
      await expect(openStore({ url, now })).rejects.toThrow('schema version 999')
    })
  })
})

/** A way to the server that can be shut: what goes through it is cut off, and nobody else comes in. Changes the address. */
async function openDoor(url: URL) {
  const { hostname, port } = new URL(url)
  const sockets = new Set<Socket>()
  let isOpen = true
  const server = createServer((socket) => {
    if (!isOpen) return void socket.destroy()
    const onward = connect(Number(port || 5432), hostname)
    for (const one of [socket, onward]) {
      sockets.add(one)
      one.on('error', () => {})
      one.on('close', () => [socket, onward].forEach((each) => each.destroy()))
    }
    socket.pipe(onward).pipe(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  if (typeof address === 'object' && address !== null) url.host = `127.0.0.1:${address.port}`
  return {
    open: () => void (isOpen = true),
    close() {
      isOpen = false
      for (const socket of sockets) socket.destroy()
    },
  }
}
