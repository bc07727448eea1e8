import { beforeEach, describe, expect, test } from 'vitest'
import { missPost } from '../../../../src/bot/posting/miss-post.ts'
import { postOnce, type Posting, type PostResult } from '../../../../src/bot/posting/post-once.ts'
import type { ChannelRef } from '../../../../src/bot/ports/channels.ts'
import { Channel, type FindMood, type PostMood } from './channel.ts'
import { MemoryStore } from './memory-store.ts'
import { OwnClock } from './own-clock.ts'

const NOW = Date.UTC(2026, 10, 25, 9)
const TO: ChannelRef = { platform: 'slack', id: 'C012AB3CD', thread: null }
const NEVER = new AbortController().signal
const BUSY: PostMood = { kind: 'later', code: 'ratelimited', afterMs: 30_000 }

let clock: OwnClock
let store: MemoryStore
let channel: Channel
let troubles: string[]
let serial: number

beforeEach(() => {
  clock = new OwnClock(NOW)
  store = new MemoryStore()
  channel = new Channel(clock)
  troubles = []
  serial = 0
})

const posting = (changes: Partial<Posting> = {}): Posting => ({
  posts: store,
  channels: { slack: channel },
  clock: clock.now,
  newOwner: () => `owner-${++serial}`,
  onTrouble: (what) => troubles.push(what),
  wait: clock.wait,
  ...changes,
})

const make = async () => ({
  card: { tone: 'info', title: 'Report', blocks: [], actions: [] } as const,
  locale: 'en' as const,
  timeZone: null,
})

const once = (changes: Partial<Posting> = {}, signal: AbortSignal = NEVER) =>
  clock.until(postOnce(posting(changes), TO, 'report:1', make, signal))

/** Tries until it is over, as a duty does. */
async function untilOver(most = 40): Promise<Exclude<PostResult, { kind: 'later' }>> {
  for (let tries = 0; tries < most; tries++) {
    const result = await once()
    if (result.kind !== 'later') return result
    await clock.goTo(result.at)
  }
  throw new Error('never over')
}

describe('a post stands once', () => {
  const cases: readonly (readonly [string, { post?: PostMood[]; find?: FindMood[] }])[] = [
    ['when all goes well', {}],
    ['when it was stored and the connection was cut', { post: ['stored-unclear'] }],
    ['when the connection was cut before it was stored', { post: ['lost-unclear'] }],
    ['when the answer never comes, and it was stored', { post: [{ hangs: true, storedAfter: 3_000 }] }],
    ['when it is stored after nobody waits for the answer any more', { post: [{ hangs: true, storedAfter: 19_000 }] }],
    ['when it is stored long after that', { post: [{ hangs: true, storedAfter: 40_000 }] }],
    ['when the answer never comes, and it was not stored', { post: [{ hangs: true, storedAfter: null }] }],
    ['when the platform says to come again later', { post: [BUSY, BUSY, BUSY, BUSY, BUSY, BUSY] }],
    ['when the platform is down for a while', { post: Array.from({ length: 9 }, () => ({ ...BUSY, afterMs: null })) }],
    ['when the writer has a defect', { post: ['rejects'] }],
    ['when it cannot be looked up at once', { post: ['stored-unclear'], find: ['hangs', 'hangs'] }],
    [
      'when it cannot be looked up for some time',
      {
        post: ['stored-unclear'],
        find: Array.from({ length: 5 }, () => ({ kind: 'unknown', code: 'ratelimited', allowed: true }) as const),
      },
    ],
  ]
  test.each(cases)('%s', async (_, moods) => {
    channel.moods.post.push(...(moods.post ?? []))
    channel.moods.find.push(...(moods.find ?? []))
    expect(await untilOver()).toEqual({ kind: 'posted', message: 'm1', first: true })
    expect(channel.messages.map(({ key }) => key)).toEqual(['report:1'])
    expect(await once()).toEqual({ kind: 'posted', message: 'm1', first: false })
    expect(channel.messages).toHaveLength(1)
  })

  test.each([1, 2, 3, 4])('when the store fails for %i calls', async (calls) => {
    store.down = calls
    await untilOver()
    expect(channel.messages).toHaveLength(1)
    expect(troubles).toContain('post.store')
  })

  test('when the store fails right after it was posted', async () => {
    channel.before = () => {
      store.down = 3
    }
    expect(await once()).toMatchObject({ kind: 'posted' })
    expect(store.records.get('report:1')?.end).toBeNull()
    channel.before = () => {}
    await clock.goTo(clock.now() + 60_000)
    expect(await once()).toEqual({ kind: 'posted', message: 'm1', first: true })
    expect(channel.calls).toEqual(['post', 'find'])
  })

  test('when two processes are asked for it at the same time', async () => {
    const results = await clock.until(
      Promise.all([1, 2, 3].map(() => postOnce(posting(), TO, 'report:1', make, NEVER))),
    )
    expect(results.map(({ kind }) => kind).sort()).toEqual(['later', 'later', 'posted'])
    expect(channel.messages).toHaveLength(1)
  })

  test('when a process slept until its claim was another’s', async () => {
    const slow = postOnce(
      posting(),
      TO,
      'report:1',
      async () => {
        clock.sleep(70_000)
        expect(await postOnce(posting(), TO, 'report:1', make, NEVER)).toMatchObject({ kind: 'posted' })
        return make()
      },
      NEVER,
    )
    expect(await clock.until(slow)).toMatchObject({ kind: 'later' })
    expect(channel.messages).toHaveLength(1)
  })
})

describe('a post that cannot stand', () => {
  test('is not tried again where the platform refuses it', async () => {
    channel.moods.post.push({ kind: 'refused', code: 'channel_not_found' })
    expect(await once()).toEqual({ kind: 'ended', end: 'refused' })
    expect(await once()).toEqual({ kind: 'ended', end: 'refused' })
    expect(channel.calls).toEqual(['post'])
    expect(troubles).toEqual(['post.refused'])
  })

  test('is left alone where nobody may look whether it stands: better missing than double', async () => {
    channel.moods.post.push('lost-unclear')
    channel.moods.find.push({ kind: 'unknown', code: 'missing_scope', allowed: false })
    expect(await once()).toEqual({ kind: 'ended', end: 'unclear' })
    expect(await once()).toEqual({ kind: 'ended', end: 'unclear' })
    expect(channel.calls).toEqual(['post', 'find'])
    expect(troubles).toContain('post.unclear')
  })

  test('is given up after hours', async () => {
    channel.moods.post.push(
      ...Array.from({ length: 100 }, () => ({ kind: 'later', code: 'down', afterMs: null }) as const),
    )
    expect(await untilOver()).toEqual({ kind: 'ended', end: 'refused' })
    expect(channel.calls.length).toBe(12)
    expect(clock.now() - NOW).toBeGreaterThan(2 * 3_600_000)
    expect(troubles).toContain('post.given-up')
  })

  test('is not tried for ever where each attempt may have left something', async () => {
    channel.moods.post.push(...Array.from({ length: 100 }, () => 'lost-unclear' as const))
    expect(await untilOver()).toEqual({ kind: 'ended', end: 'unclear' })
    expect(channel.calls.filter((call) => call === 'post')).toHaveLength(5)
  })

  test('goes nowhere without its platform', async () => {
    expect(await once({ channels: {} })).toEqual({ kind: 'ended', end: 'refused' })
    expect(channel.calls).toEqual([])
  })

  test('is tried again when its content could not be made', async () => {
    let fails = 2
    const sometimes = async () => {
      if (fails-- > 0) throw new Error('no figures')
      return make()
    }
    const first = await clock.until(postOnce(posting(), TO, 'report:1', sometimes, NEVER))
    expect(first).toMatchObject({ kind: 'later' })
    const hanging = () => new Promise<never>(() => {})
    await clock.goTo(NOW + 30_000)
    expect(await clock.until(postOnce(posting(), TO, 'report:1', hanging, NEVER))).toMatchObject({ kind: 'later' })
    expect(channel.calls).toEqual([])
    expect(await untilOver()).toMatchObject({ kind: 'posted' })
  })
})

test('who is told to end lets go of the post at once', async () => {
  const ending = new AbortController()
  const stopped = postOnce(
    posting(),
    TO,
    'report:1',
    async () => {
      ending.abort()
      return make()
    },
    ending.signal,
  )
  expect(await clock.until(stopped)).toEqual({ kind: 'later', at: NOW })
  expect(channel.calls).toEqual([])
  expect(await once()).toMatchObject({ kind: 'posted' })
})

test('what was missed is written down, and never posted after that', async () => {
  expect(await clock.until(missPost(posting(), TO, 'report:1', NEVER))).toEqual({ kind: 'ended', end: 'missed' })
  expect(await once()).toEqual({ kind: 'ended', end: 'missed' })
  expect(channel.messages).toEqual([])
})

test('what was posted is not written down as missed', async () => {
  await once()
  expect(await clock.until(missPost(posting(), TO, 'report:1', NEVER))).toMatchObject({ kind: 'posted', first: false })
})
