import { describe, expect, it } from 'vitest'
import { BoundedMap } from '../../../../src/adapters/discord/bounded-map.ts'
import { InFlight } from '../../../../src/adapters/discord/in-flight.ts'
import { within } from '../../../../src/adapters/discord/within.ts'

const never = new Promise<never>(() => undefined)

describe('BoundedMap', () => {
  it('forgets the oldest, and what was written again is not old', () => {
    const map = new BoundedMap<string, number>(2)
    map.set('a', 1)
    map.set('b', 2)
    map.set('a', 3)
    map.set('c', 4)
    expect([map.get('a'), map.has('b'), map.get('c')]).toEqual([3, false, 4])
  })
})

describe('InFlight', () => {
  it('is idle at once when nothing runs', async () => {
    expect(await new InFlight().idle(1000)).toBe(true)
  })

  it('waits for what runs and for what that begins', async () => {
    const inFlight = new InFlight()
    const done: string[] = []
    const second = async () => void done.push('second')
    const first = async () => {
      await Promise.resolve()
      done.push('first')
      inFlight.track(second())
    }
    inFlight.track(first())
    expect(await inFlight.idle(1000)).toBe(true)
    expect(done).toEqual(['first', 'second'])
    expect(inFlight.count).toBe(0)
  })

  it('gives up in the end', async () => {
    const inFlight = new InFlight()
    inFlight.track(never)
    expect(await inFlight.idle(5)).toBe(false)
    expect(inFlight.count).toBe(1)
  })
})

describe('within', () => {
  it('gives the value, or the fallback when it is late', async () => {
    expect(await within(1000, Promise.resolve('value'), null)).toBe('value')
    expect(await within(5, never, 'late')).toBe('late')
  })

  it('passes a rejection on', async () => {
    await expect(within(1000, Promise.reject(new Error('no')), null)).rejects.toThrow('no')
  })
})
