import { beforeEach, describe, expect, test } from 'vitest'
import { createExclusively } from '../../../../src/bot/duties/exclusively.ts'
import type { Leases } from '../../../../src/bot/ports/leases.ts'
import { MemoryStore } from '../posting/memory-store.ts'
import { OwnClock } from '../posting/own-clock.ts'

const NOW = Date.UTC(2026, 10, 25, 9)
const SECOND = 1_000

let clock: OwnClock
let store: MemoryStore
let troubles: string[]

beforeEach(() => {
  clock = new OwnClock(NOW)
  store = new MemoryStore()
  troubles = []
})

interface Process {
  /** When its work began and was told to end, seconds since the beginning. */
  log: string[]
  stop: () => void
  done: Promise<void>
}

const seconds = () => (clock.now() - NOW) / SECOND

/** A process that works until it is told to end. */
function start(owner: string, leases: Leases = store): Process {
  const log: string[] = []
  const ending = new AbortController()
  const exclusively = createExclusively({
    leases,
    owner,
    clock: clock.now,
    wait: clock.wait,
    onTrouble: (what) => troubles.push(what),
  })
  const work = (lost: AbortSignal) =>
    new Promise<void>((resolve) => {
      log.push(`begins ${seconds()}`)
      lost.addEventListener('abort', () => {
        log.push(`ends ${seconds()}`)
        resolve()
      })
    })
  return { log, stop: () => ending.abort(), done: exclusively('reports', work, ending.signal) }
}

const after = (time: number) => clock.goTo(NOW + time * SECOND)

describe('work that one process does for all', () => {
  test('is done by one, for as long as it runs', async () => {
    const [one, other] = [start('one'), start('other')]
    await after(600)
    expect([one.log, other.log]).toEqual([['begins 0'], []])
    expect(troubles).toEqual([])
  })

  test('is taken over at once when the first ends properly', async () => {
    const [one, other] = [start('one'), start('other')]
    await after(12)
    one.stop()
    await one.done
    await after(30)
    expect(one.log).toEqual(['begins 0', 'ends 12'])
    expect(other.log).toEqual(['begins 15'])
  })

  test('is taken over within 30 seconds after a crash', async () => {
    await store.take('reports', 'crashed', NOW, NOW + 20 * SECOND)
    const other = start('other')
    await after(30)
    expect(other.log).toEqual(['begins 20'])
  })

  test('ends by itself', async () => {
    const exclusively = createExclusively({
      leases: store,
      owner: 'one',
      clock: clock.now,
      wait: clock.wait,
      onTrouble: () => {},
    })
    await clock.until(exclusively('reports', async () => {}, new AbortController().signal))
    expect(await store.take('reports', 'other', NOW, NOW + 1)).toBe(true)
  })

  test('tells what it failed with, and lets go of it', async () => {
    const exclusively = createExclusively({
      leases: store,
      owner: 'one',
      clock: clock.now,
      wait: clock.wait,
      onTrouble: () => {},
    })
    const failing = exclusively('reports', () => Promise.reject(new Error('a defect')), new AbortController().signal)
    await expect(clock.until(failing)).rejects.toThrow('a defect')
    expect(await store.take('reports', 'other', NOW, NOW + 1)).toBe(true)
  })
})

describe('the store', () => {
  test('may fail for a while', async () => {
    const one = start('one')
    await after(7)
    store.down = 2
    await after(60)
    expect(one.log).toEqual(['begins 0'])
    expect(troubles).toEqual(['lease.store', 'lease.store'])
  })

  test('may fail for longer: the work ends before anybody else can have it, and begins anew', async () => {
    const one = start('one')
    await after(6)
    store.down = 6
    await after(60)
    expect(one.log.slice(0, 2)).toEqual(['begins 0', 'ends 25'])
    expect(one.log[2]).toMatch(/^begins/)
    expect(troubles).toContain('lease.lost')
  })

  test('may not answer at all', async () => {
    let hangs = false
    const hanging: Leases = {
      take: (...of) => (hangs ? new Promise(() => {}) : store.take(...of)),
      release: (...of) => store.release(...of),
    }
    const [one, other] = [start('one', hanging), start('other')]
    await after(6)
    hangs = true
    await after(40)
    expect(one.log).toEqual(['begins 0', 'ends 25'])
    expect(other.log).toHaveLength(1)
    expect(Number(other.log[0]?.split(' ')[1])).toBeGreaterThanOrEqual(25)
  })
})

test('a process that slept past its lease gives its work up', async () => {
  const one = start('one')
  await after(1)
  clock.sleep(60 * SECOND)
  await after(62)
  expect(one.log[1]).toBe('ends 61')
})

test('work that does not end when it is told to does not hold up the end of the process', async () => {
  const ending = new AbortController()
  const exclusively = createExclusively({
    leases: store,
    owner: 'one',
    clock: clock.now,
    wait: clock.wait,
    onTrouble: () => {},
  })
  const done = exclusively('reports', () => new Promise(() => {}), ending.signal)
  await after(1)
  ending.abort()
  await clock.until(done)
  expect(seconds()).toBe(11)
})
