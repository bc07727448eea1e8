import { expect, test } from 'vitest'
import { runDuties } from '../../../../src/bot/duties/run-duties.ts'
import { OwnClock } from '../posting/own-clock.ts'

const NOW = Date.UTC(2026, 10, 25, 9)

test('duties run again and again, none held up by one that fails or hangs', async () => {
  const clock = new OwnClock(NOW)
  const ending = new AbortController()
  const ran = { good: 0, failing: 0, hanging: 0 }
  const troubles: string[] = []
  const done = runDuties(
    [
      { name: 'good', everyMs: 5_000, run: async () => void ran.good++ },
      {
        name: 'failing',
        everyMs: 5_000,
        run: async () => {
          ran.failing++
          throw new Error('a defect')
        },
      },
      {
        name: 'hanging',
        everyMs: 5_000,
        run: () => {
          ran.hanging++
          return new Promise(() => {})
        },
      },
    ],
    {
      clock: clock.now,
      wait: clock.wait,
      onTrouble: (what, { duty, reason }) => troubles.push(`${what} ${duty} ${reason}`),
    },
    ending.signal,
  )
  await clock.goTo(NOW + 59_000)
  expect(ran).toEqual({ good: 12, failing: 12, hanging: 1 })
  expect(troubles[0]).toBe('duty failing Error: a defect')
  await clock.goTo(NOW + 6 * 60_000)
  expect(ran.hanging).toBe(2)
  expect(troubles).toContain('duty hanging timeout')
  ending.abort()
  await clock.until(done)
})

test('what is under way when the process ends is told so, and waited for', async () => {
  const clock = new OwnClock(NOW)
  const ending = new AbortController()
  let wrote = false
  const duty = {
    name: 'writing',
    everyMs: 5_000,
    run: async (_: number, signal: AbortSignal) => {
      await clock.wait(60_000, signal)
      await clock.wait(1_000, new AbortController().signal)
      wrote = true
    },
  }
  const done = runDuties([duty], { clock: clock.now, wait: clock.wait, onTrouble: () => {} }, ending.signal)
  await clock.goTo(NOW + 10_000)
  ending.abort()
  await clock.until(done)
  expect(wrote).toBe(true)
  expect(clock.now()).toBe(NOW + 11_000)
})
