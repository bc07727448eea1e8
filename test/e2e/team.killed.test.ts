import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const DATABASE = process.env['TEST_DATABASE_URL'] ?? ''
const SLOT = '2026-11-25T09:00:00.000Z'
/** A claim of a minute takes three seconds, a lease of twenty one. */
const SPEED = 20
/** Scenarios that run side by side: they mostly wait for claims to end. */
const AT_ONCE = 6

/** What the platform does with the first messages that it is sent; it keeps all others. */
type Mood = 'keeps' | 'keeps, and answers never' | 'keeps, and cuts' | 'cuts' | 'too many'

interface Place {
  moods: Mood[]
  messages: { id: string; key: string }[]
}

const places = new Map<string, Place>()
const folder = mkdtempSync(join(tmpdir(), 'im-doctor-killed-'))
const script = fileURLToPath(new URL('../../node_modules/.cache/post-until-killed.mjs', import.meta.url))
const schemas: string[] = []
let server: Server
let address: string
let admin: Pool | null = null

beforeAll(async () => {
  await build({
    entryPoints: [fileURLToPath(new URL('../support/post-until-killed.ts', import.meta.url))],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  if (DATABASE !== '') admin = new Pool({ connectionString: DATABASE, max: 1 })
})

afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  for (const schema of schemas) await admin?.query(`drop schema if exists ${schema} cascade`)
  await admin?.end()
  rmSync(folder, { recursive: true, force: true })
  rmSync(script, { force: true })
})

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const place = places.get(request.url ?? '')
  if (place === undefined) return void response.writeHead(404).end()
  if (request.method === 'GET') return void response.end(JSON.stringify(place.messages))
  let body = ''
  for await (const chunk of request) body += String(chunk)
  const mood = place.moods.shift() ?? 'keeps'
  if (mood === 'cuts') return void request.socket.destroy()
  if (mood === 'too many') return void response.writeHead(429, { 'retry-after': '3' }).end()
  const { key } = JSON.parse(body) as { key: string }
  const id = `m${place.messages.length + 1}`
  place.messages.push({ id, key })
  if (mood === 'keeps, and cuts') return void request.socket.destroy()
  if (mood === 'keeps') response.end(JSON.stringify({ id }))
}

interface Ended {
  /** Null: killed. */
  status: number | null
  lines: readonly string[]
}

/** Runs a process that posts the one report that is due, until that is over, or until it kills itself at a step. */
function postUntilKilled(of: { url: string; channel: string; begin: number; killAt: number | null }): Promise<Ended> {
  const orders = JSON.stringify({ ...of, slot: SLOT, speed: SPEED })
  const child = spawn(process.execPath, [script, orders], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const bound = setTimeout(() => child.kill('SIGKILL'), 60_000)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => {
      clearTimeout(bound)
      resolve({ status, lines: said.trim().split('\n') })
    })
  })
}

async function newSchema(): Promise<string> {
  const schema = `im_doctor_killed_${randomBytes(6).toString('hex')}`
  await admin?.query(`create schema ${schema}`)
  schemas.push(schema)
  const url = new URL(DATABASE)
  url.searchParams.set('options', `-c search_path=${schema}`)
  return url.href
}

const newFolder = async () => mkdtempSync(join(folder, 'store-'))

/** One process that ends at the step, and then another over the same store. */
async function takeOver(newStore: () => Promise<string>, moods: readonly Mood[], killAt: number | null) {
  const name = `/${randomBytes(6).toString('hex')}`
  const place: Place = { moods: [...moods], messages: [] }
  places.set(name, place)
  const of = { url: await newStore(), channel: `${address}${name}`, begin: Date.now() + 1_000 }
  const first = await postUntilKilled({ ...of, killAt })
  const second = await postUntilKilled({ ...of, killAt: null })
  return { first, second, keys: place.messages.map(({ key }) => key) }
}

async function sideBySide<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items[Symbol.iterator]()
  const workOn = async () => {
    for (const item of waiting) await work(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, workOn))
}

const stepsOf = (lines: readonly string[]) => lines.filter((line) => line.startsWith('step '))

const KEY = `report:1:${SLOT}`

const WAYS: readonly (readonly [string, readonly Mood[]])[] = [
  ['all goes well', []],
  ['the connection is cut, and the message was kept', ['keeps, and cuts']],
  ['the answer never comes, and the message was kept', ['keeps, and answers never']],
  ['the connection is cut before it was kept', ['cuts']],
  ['it is too much for the platform', ['too many', 'too many']],
]

/** Where it matters most: all but these are tried on Postgres alone, since each takes two processes. */
const CRITICAL = /after claim|while the request is sent|after the response|before settle/

function killed(newStore: () => Promise<string>, { ways, steps: at }: { ways: number; steps: RegExp }): void {
  test.each(WAYS)(
    'when %s, a report stands once',
    async (_, moods) => {
      const { first, keys } = await takeOver(newStore, moods, null)
      expect(first.lines).toContain('ended posted')
      expect(keys).toEqual([KEY])
    },
    60_000,
  )

  test.each(WAYS.slice(0, ways))(
    'when %s, a report stands once, whichever step of it the process is killed at',
    async (_, moods) => {
      const { first: whole } = await takeOver(newStore, moods, null)
      const steps = stepsOf(whole.lines)
      expect(steps.length).toBeGreaterThanOrEqual(12)
      const killAts = steps.flatMap((step, index) => (at.test(step) ? [index + 1] : []))
      expect(killAts.length).toBeGreaterThanOrEqual(4)
      const wrong: unknown[] = []
      let killings = 0
      await sideBySide(killAts, async (killAt) => {
        const { first, second, keys } = await takeOver(newStore, moods, killAt)
        // A lease is renewed once more or less, so the last steps may not come, and the process ends well.
        const result = JSON.stringify({ first: first.status ?? 0, keys, second: second.status })
        if (first.status === null) killings++
        if (result !== GOOD) wrong.push({ step: steps[killAt - 1], result, lines: second.lines })
      })
      expect(wrong).toEqual([])
      expect(killings).toBeGreaterThanOrEqual(killAts.length - 2)
    },
    300_000,
  )
}

const GOOD = JSON.stringify({ first: 0, keys: [KEY], second: 0 })

describe.runIf(DATABASE !== '')('two processes on one Postgres', () => {
  killed(newSchema, { ways: 2, steps: /./ })
})

describe('a process, and another after it, on one file', () => {
  killed(newFolder, { ways: 1, steps: CRITICAL })
})
