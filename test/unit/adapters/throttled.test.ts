import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createThrottle } from '../../../src/adapters/throttled.ts'

const START = 1_764_000_000_000

interface Shown {
  value: string
  /** Milliseconds since the start of the test. */
  at: number
  signal: AbortSignal
  settle: (holdOff?: number) => void
  fail: () => void
}

/** A throttle over a platform that answers when the test says so. */
function rig({ answering }: { answering: boolean } = { answering: true }) {
  const shown: Shown[] = []
  const throttle = createThrottle<string>({
    everyMs: 1000,
    now: Date.now,
    show: (value, signal) =>
      new Promise<number | void>((resolve, reject) => {
        const fail = () => reject(new Error('refused'))
        shown.push({ value, at: Date.now() - START, signal, settle: resolve, fail })
        if (answering) resolve()
      }),
  })
  const seen = () => shown.map(({ value, at }) => [value, at])
  const last = (): Shown => {
    const latest = shown.at(-1)
    if (latest === undefined) throw new Error('nothing was shown')
    return latest
  }
  return { throttle, shown, seen, last }
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

describe('createThrottle', () => {
  beforeEach(() => void vi.useFakeTimers({ now: START }))
  afterEach(() => void vi.useRealTimers())

  it('shows the first value at once', () => {
    const { throttle, seen } = rig()
    throttle.tell('one')
    expect(seen()).toEqual([['one', 0]])
  })

  it('shows at most one a second, and of those told in between the last', async () => {
    const { throttle, seen } = rig()
    for (let tenth = 0; tenth < 25; tenth++) {
      throttle.tell(String(tenth))
      await pass(100)
    }
    await pass(5000)
    expect(seen()).toEqual([
      ['0', 0],
      ['9', 1000],
      ['19', 2000],
      ['24', 3000],
    ])
  })

  it('shows a value at once when the last one was long ago', async () => {
    const { throttle, seen } = rig()
    throttle.tell('one')
    await pass(7300)
    throttle.tell('two')
    expect(seen()).toEqual([
      ['one', 0],
      ['two', 7300],
    ])
  })

  it('shows nothing while a slow showing is under way, then the latest', async () => {
    const { throttle, seen, last } = rig({ answering: false })
    throttle.tell('one')
    await pass(2500)
    throttle.tell('two')
    throttle.tell('three')
    await pass(1700)
    expect(seen()).toEqual([['one', 0]])
    last().settle()
    await pass(0)
    expect(seen()).toEqual([
      ['one', 0],
      ['three', 4200],
    ])
  })

  it('goes on after a showing that failed', async () => {
    const { throttle, seen, last } = rig({ answering: false })
    throttle.tell('one')
    last().fail()
    await pass(10)
    throttle.tell('two')
    await pass(1000)
    expect(seen()).toEqual([
      ['one', 0],
      ['two', 1000],
    ])
  })

  describe('when the platform wants to be left alone', () => {
    it('shows the same value later', async () => {
      const { throttle, seen, last } = rig({ answering: false })
      throttle.tell('one')
      last().settle(3000)
      await pass(10_000)
      expect(seen()).toEqual([
        ['one', 0],
        ['one', 3000],
      ])
    })

    it('shows a newer value in its stead', async () => {
      const { throttle, seen, last } = rig({ answering: false })
      throttle.tell('one')
      last().settle(3000)
      await pass(1500)
      throttle.tell('two')
      await pass(10_000)
      expect(seen()).toEqual([
        ['one', 0],
        ['two', 3000],
      ])
    })
  })

  describe('end', () => {
    it('drops what is still waiting, and what is told afterwards', async () => {
      const { throttle, seen } = rig()
      throttle.tell('one')
      throttle.tell('two')
      await throttle.end()
      throttle.tell('three')
      await pass(10_000)
      expect(seen()).toEqual([['one', 0]])
      expect(vi.getTimerCount()).toBe(0)
    })

    it('waits for the showing under way, which may end in peace', async () => {
      const { throttle, last } = rig({ answering: false })
      throttle.tell('one')
      let ended = false
      const ending = throttle.end().then(() => (ended = true))
      await pass(900)
      expect(ended).toBe(false)
      expect(last().signal.aborted).toBe(false)
      last().settle()
      await ending
      expect(vi.getTimerCount()).toBe(0)
    })

    it('waits a second at the longest, then calls the showing off', async () => {
      const { throttle, last } = rig({ answering: false })
      throttle.tell('one')
      const ending = throttle.end()
      await pass(1000)
      await ending
      expect(last().signal.aborted).toBe(true)
    })

    it('shows nothing again when a showing that it did not wait for is put off', async () => {
      const { throttle, seen, last } = rig({ answering: false })
      throttle.tell('one')
      const ending = throttle.end()
      await pass(1000)
      await ending
      last().settle(500)
      await pass(10_000)
      expect(seen()).toEqual([['one', 0]])
    })

    it('is done at once when nothing was told', async () => {
      const { throttle, seen } = rig()
      await throttle.end()
      expect(seen()).toEqual([])
    })
  })
})
