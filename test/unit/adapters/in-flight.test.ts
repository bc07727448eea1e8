import { describe, expect, it } from 'vitest'
import { InFlight } from '../../../src/adapters/in-flight.ts'

const never = new Promise<never>(() => undefined)

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
      void inFlight.track(second())
    }
    void inFlight.track(first())
    expect(await inFlight.idle(1000)).toBe(true)
    expect(done).toEqual(['first', 'second'])
    expect(inFlight.count).toBe(0)
  })

  it('waits for all work, also for what failed and what came meanwhile', async () => {
    const inFlight = new InFlight()
    let fail = (): void => {}
    const failing = new Promise<void>((_, reject) => {
      fail = () => reject(new Error('x'))
    })
    inFlight.track(failing).catch(() => inFlight.track(new Promise((resolve) => setImmediate(resolve))))
    const idle = inFlight.idle(1000)
    fail()
    expect(await idle).toBe(true)
  })

  it('gives up in the end', async () => {
    const inFlight = new InFlight()
    void inFlight.track(never)
    expect(await inFlight.idle(5)).toBe(false)
    expect(await inFlight.idle(-5)).toBe(false)
    expect(inFlight.count).toBe(1)
  })
})
