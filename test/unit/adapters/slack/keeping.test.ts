import { describe, expect, it } from 'vitest'
import { createExpiringMap } from '../../../../src/adapters/slack/expiring-map.ts'
import { readMetadata, writeMetadata } from '../../../../src/adapters/slack/form-metadata.ts'
import { createInFlight } from '../../../../src/adapters/slack/in-flight.ts'

describe('createExpiringMap', () => {
  it('forgets what is old, and the oldest when there is too much', () => {
    let now = 0
    const map = createExpiringMap<number>({ most: 2, keptFor: 10, now: () => now })
    map.set('a', 1)
    map.set('b', 2)
    map.set('a', 3)
    map.set('c', 4)
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([3, undefined, 4])
    now = 10
    expect(map.get('a')).toBeUndefined()
  })
})

describe('createInFlight', () => {
  it('waits for all work, also for what failed and what came meanwhile', async () => {
    const inFlight = createInFlight()
    let fail = (): void => {}
    const failing = new Promise<void>((_, reject) => {
      fail = () => reject(new Error('x'))
    })
    inFlight.track(failing).catch(() => inFlight.track(new Promise((resolve) => setImmediate(resolve))))
    const idle = inFlight.idle(1000)
    fail()
    expect(await idle).toBe(true)
  })

  it('waits no longer than it may', async () => {
    const inFlight = createInFlight()
    void inFlight.track(new Promise(() => {}))
    expect(await inFlight.idle(5)).toBe(false)
    expect(await inFlight.idle(-5)).toBe(false)
  })
})

describe('metadata of a form', () => {
  it('comes back as it went', () => {
    const metadata = {
      command: 'usersig.verify',
      channel: null,
      origin: 'k',
      found: null,
      locale: 'zh',
      timeZone: null,
    } as const
    expect(readMetadata(writeMetadata(metadata))).toEqual(metadata)
  })

  it.each([[''], ['{}'], ['null'], ['{"command":1}']])('is none in %j', (text) => {
    expect(readMetadata(text)).toBeNull()
  })
})
