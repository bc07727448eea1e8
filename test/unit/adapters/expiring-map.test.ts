import { expect, it } from 'vitest'
import { ExpiringMap } from '../../../src/adapters/expiring-map.ts'

it.each([10, Infinity])(
  'forgets the oldest when there is too much, and what was written again is not old',
  (keptFor) => {
    const map = new ExpiringMap<number>({ most: 2, keptFor, now: () => 0 })
    map.set('a', 1)
    map.set('b', 2)
    map.set('a', 3)
    map.set('c', 4)
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([3, undefined, 4])
  },
)

it.each([
  [10, undefined],
  [Infinity, 1],
])('forgets what is old: kept for %s', (keptFor, left) => {
  let now = 0
  const map = new ExpiringMap<number>({ most: 2, keptFor, now: () => now })
  map.set('a', 1)
  now = 9
  expect(map.get('a')).toBe(1)
  now = 10
  expect(map.get('a')).toBe(left)
})

it('forgets what is no longer wanted', () => {
  const map = new ExpiringMap<number>({ most: 2, keptFor: 10, now: () => 0 })
  map.set('a', 1)
  map.delete('a')
  expect(map.get('a')).toBeUndefined()
})
