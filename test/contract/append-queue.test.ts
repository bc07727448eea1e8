import { describe, expect, it } from 'vitest'
import { AppendQueue } from '../../src/adapters/sql/append-queue.ts'
import { newEvent, type NewEvent } from '../../src/adapters/sql/figures/new-event.ts'
import { APP, stateOf } from '../support/stored.ts'

const rowsOf = (userId: string, count = 1) =>
  Array.from({ length: count }, () => newEvent(APP, stateOf(userId, 1_764_000_000_000), 1_764_000_000_000))

/** A database that finds no fault with anything but what it is told to refuse. */
function database(refuse: (rows: readonly NewEvent[]) => Error | null) {
  const written: number[] = []
  const queue = new AppendQueue({
    async writeEvents(batches) {
      const error = refuse(batches.flat())
      if (error !== null) throw error
      written.push(batches.flat().length)
      return batches.map((rows) => rows.length)
    },
    isDataError: (error) => error instanceof RangeError,
  })
  return { queue, written }
}

describe('appends that wait together', () => {
  it('are written in one transaction of a bounded number of rows', async () => {
    const { queue, written } = database(() => null)
    const added = await Promise.all(Array.from({ length: 120 }, () => queue.append(rowsOf('alice', 10))))
    expect(added).toEqual(Array.from({ length: 120 }, () => 10))
    expect(written).toEqual([500, 500, 200])
  })

  it('are all written but the one that the database refuses', async () => {
    const { queue } = database((rows) =>
      rows.some(({ row }) => row.subject === 'u:bad') ? new RangeError('too large') : null,
    )
    const results = await Promise.allSettled(['alice', 'bad', 'bob'].map((userId) => queue.append(rowsOf(userId))))
    expect(results).toEqual([
      { status: 'fulfilled', value: 1 },
      { status: 'rejected', reason: new RangeError('too large') },
      { status: 'fulfilled', value: 1 },
    ])
  })

  it('fail at once when the database is away, those behind them too, and later ones are tried anew', async () => {
    let tries = 0
    const { queue } = database(() => (++tries === 1 ? new Error('away') : null))
    const results = await Promise.allSettled(Array.from({ length: 100 }, () => queue.append(rowsOf('alice', 10))))
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(100)
    expect(tries).toBe(1)
    expect(await queue.append(rowsOf('alice'))).toBe(1)
  })
})
