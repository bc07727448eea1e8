import { expect, it } from 'vitest'
import { within } from '../../../src/adapters/within.ts'

const never = new Promise<never>(() => undefined)

it('gives the value, or the fallback when it is late', async () => {
  expect(await within(Promise.resolve('value'), 1000, null)).toBe('value')
  expect(await within(never, 5, 'late')).toBe('late')
  expect(await within(never, -5, 'late')).toBe('late')
})

it('passes a rejection on', async () => {
  await expect(within(Promise.reject(new Error('no')), 1000, null)).rejects.toThrow('no')
})

it('lets nobody stumble over a rejection that comes later', async () => {
  let fail = (): void => {}
  const failing = new Promise<never>((_, reject) => {
    fail = () => reject(new Error('no'))
  })
  expect(await within(failing, 0, 'late')).toBe('late')
  // Unheard, it would fail the whole run.
  fail()
  await new Promise((resolve) => setImmediate(resolve))
})
